"""The database tables of an inquiry: statements, who answers them, and the answers."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.areas.models import Area
from middenstip.domain.deliberation.lifecycle import INQUIRY, STATEMENT, WAYS
from middenstip.domain.goals.models import Goal
from middenstip.domain.parties.models import Person, Seat
from middenstip.kernel.half import HALF_CHOICES
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.models import Row, Thing

SUBJECT_LENGTH, STATEMENT_LENGTH = 200, 140
AGREE, PASS, DISAGREE = 1, 0, -1


class Inquiry(Row):
    """The statements of a table (peiling). `members` is how many people each half has, by its own count.

    `result` is what `common_ground` found in `result_answers` answers at `result_at`.
    """

    goal = models.OneToOneField(Goal, on_delete=models.PROTECT, related_name="inquiry")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField("waar gaat het over", max_length=SUBJECT_LENGTH)
    state = models.CharField(max_length=8, choices=INQUIRY.choices, default=INQUIRY.start)
    members = models.JSONField()
    opened_by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closes_at = models.DateTimeField("sluit op", db_index=True)
    result = models.JSONField(default=dict, blank=True)
    result_at = models.DateTimeField(null=True, blank=True)
    result_answers = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "peiling"
        verbose_name_plural = "peilingen"
        constraints = [models.CheckConstraint(condition=~Q(subject=""), name="inquiry_has_subject")]

    def __str__(self) -> str:
        return self.subject


class Participant(Row):
    """Somebody who answers, with or without an account. The code leads back to the answers: only its hash
    is stored. `number` is drawn by lot and stands in the published lists."""

    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="participants")
    half = models.CharField(max_length=12, choices=HALF_CHOICES)
    way = models.CharField(max_length=8, choices=list(WAYS.items()))
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    code = models.CharField(max_length=64)
    number = models.PositiveBigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["inquiry", "code"], name="participant_code"),
            models.UniqueConstraint(fields=["inquiry", "number"], name="participant_number"),
            models.UniqueConstraint(
                fields=["inquiry", "person"], condition=Q(person__isnull=False), name="takes_part_once"
            ),
        ]


class Statement(Hideable, Thing):
    """A short statement (stelling). `writer` is empty when the table wrote it."""

    public_texts = ("text",)

    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="statements")
    text = models.CharField("stelling", max_length=STATEMENT_LENGTH)
    folded = models.CharField(max_length=600, editable=False)
    writer = models.ForeignKey(
        Participant, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    state = models.CharField(max_length=8, choices=STATEMENT.choices, default=STATEMENT.start)
    reason = models.CharField("waarom niet", max_length=200, blank=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = "stelling"
        verbose_name_plural = "stellingen"
        constraints = [
            models.UniqueConstraint(fields=["inquiry", "folded"], name="statement_once"),
            models.CheckConstraint(condition=~Q(text=""), name="statement_says_something"),
        ]


class Sum(Row):
    """How often one half agreed, disagreed and passed on one statement, so that nothing is counted twice."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="sums")
    half = models.CharField(max_length=12, choices=HALF_CHOICES)
    agree = models.PositiveIntegerField(default=0)
    disagree = models.PositiveIntegerField(default=0)
    passed = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["statement", "half"], name="one_sum")]


class Opinion(Row):
    """The answer of one participant to one statement: agree, pass or disagree. It may change."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="opinions")
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="opinions")
    value = models.SmallIntegerField(choices=[(AGREE, "ja"), (PASS, "weet niet"), (DISAGREE, "nee")])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["participant", "statement"], name="one_opinion")]
