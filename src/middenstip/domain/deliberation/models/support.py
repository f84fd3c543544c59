"""The database tables of support (draagvlak): what is asked, who answers, and the answers on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from django.db import models
from django.db.models import Q

from middenstip.domain.areas.models import CODE_LENGTH as PLACE_LENGTH
from middenstip.domain.areas.models import Area
from middenstip.domain.deliberation.lifecycle import BACKINGS, SUPPORT
from middenstip.domain.deliberation.models.ballots import CONDITION_LENGTH, QUESTION_LENGTH, TEXT_LENGTH
from middenstip.domain.goals.models import Goal
from middenstip.domain.parties.models import Seat
from middenstip.kernel.half import HALF_CHOICES
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.models import Row, Thing

PILE_LENGTH = 3000  # all conditions of one pile


class Support(Hideable, Thing):
    """The question whether people support a plan (draagvlak). It decides nothing, and is fixed from opening.

    `members` is how many people each half has; `places` are the areas it is about, each with its code, name
    and number of inhabitants (None: not known) of that day. `left_out` is how many piles nobody confirmed.
    """

    public_texts = ("question", "text")
    belonging: ClassVar[Mapping[str, Sequence[str]]] = {"backings": ("words",), "piles": ("words",)}

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="supports")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    question = models.CharField("de vraag", max_length=QUESTION_LENGTH)
    text = models.TextField("het plan", max_length=TEXT_LENGTH)
    members = models.JSONField()
    places = models.JSONField()
    state = models.CharField(max_length=8, choices=SUPPORT.choices, default=SUPPORT.start)
    opened_by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closes_at = models.DateTimeField("sluit op", db_index=True)
    left_out = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "draagvlak"
        verbose_name_plural = "draagvlak"
        constraints = [
            models.CheckConstraint(condition=~Q(question="") & ~Q(text=""), name="support_asks_something"),
            models.UniqueConstraint(fields=["goal"], condition=Q(state="open"), name="one_open_support"),
        ]

    def __str__(self) -> str:
        return self.question


class Backing(Hideable, Thing):
    """The answer of one seat. `place` is the code of an area, or one of the words of `ANYWHERE`."""

    public_texts = ("words",)

    support = models.ForeignKey(Support, on_delete=models.CASCADE, related_name="backings")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    half = models.CharField(max_length=12, choices=HALF_CHOICES)
    place = models.CharField(max_length=PLACE_LENGTH)
    choice = models.CharField(max_length=9, choices=list(BACKINGS.items()))
    words = models.CharField("voorwaarde of reden", max_length=CONDITION_LENGTH, blank=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = "antwoord op draagvlak"
        constraints = [
            models.UniqueConstraint(fields=["support", "seat"], name="backed_once"),
            models.CheckConstraint(condition=~Q(choice="condition", words=""), name="condition_has_words"),
        ]


class Pile(Row):
    """Answers on paper of one half in one place. They count when a second person typed the same numbers.

    `words` has one condition or reason a line.
    """

    support = models.ForeignKey(Support, on_delete=models.CASCADE, related_name="piles")
    number = models.PositiveIntegerField("nummer van de stapel")
    half = models.CharField(max_length=12, choices=HALF_CHOICES)
    place = models.CharField(max_length=PLACE_LENGTH)
    backs = models.PositiveIntegerField("steun")
    conditional = models.PositiveIntegerField("steun onder voorwaarde")
    against = models.PositiveIntegerField("tegen")
    words = models.TextField(max_length=PILE_LENGTH, blank=True)
    first_by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    second_by = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["support", "number"], name="pile_numbered")]
