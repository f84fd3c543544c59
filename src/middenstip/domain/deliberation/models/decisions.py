"""The database tables of a decision: the record, and what the minority gives along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from django.db import models
from django.db.models import Q

from middenstip.domain.areas.models import Area
from middenstip.domain.deliberation.lifecycle import ADOPTED, BALLOT, ENDED, STALEMATE
from middenstip.domain.deliberation.models.ballots import QUESTION_LENGTH, TEXT_LENGTH, Ballot
from middenstip.domain.goals.models import Goal
from middenstip.domain.parties.models import Seat
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.models import Row, Thing

OUTCOMES = {state: BALLOT.words[state] for state in (ADOPTED, STALEMATE, ENDED)}
MINORITY_LENGTH = 600


class Decision(Hideable, Thing):
    """The record (besluit) of what the halves decided, or did not. Numbered per gemeente.

    `text` is what is true from now on: the adopted text, or the status quo.
    """

    public_texts = ("question", "text")
    belonging: ClassVar[Mapping[str, Sequence[str]]] = {"minority": ("text",)}

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="decisions")
    ballot = models.OneToOneField(Ballot, on_delete=models.PROTECT, related_name="decision")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField("nummer")
    question = models.CharField("de vraag", max_length=QUESTION_LENGTH)
    text = models.TextField("het besluit", max_length=TEXT_LENGTH)
    outcome = models.CharField(max_length=10, choices=list(OUTCOMES.items()))
    decided_at = models.DateTimeField()
    review_on = models.DateField("opnieuw bekijken op")

    class Meta:
        verbose_name = "besluit"
        verbose_name_plural = "besluiten"
        constraints = [
            models.UniqueConstraint(fields=["municipality", "number"], name="decision_numbered"),
            models.CheckConstraint(condition=Q(number__gte=1), name="decision_number_from_one"),
        ]
        indexes = [models.Index(fields=["municipality", "-decided_at", "-id"], name="decisions_of_gemeente")]

    def __str__(self) -> str:
        return self.question


class MinorityWord(Row):
    """What a seat that was on the roll wants the decision to remember (de wijsheid van het nee)."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="minority")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    text = models.TextField("wat geef je mee", max_length=MINORITY_LENGTH)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "seat"], name="one_minority_word"),
            models.CheckConstraint(condition=~Q(text=""), name="minority_word_says_something"),
        ]
