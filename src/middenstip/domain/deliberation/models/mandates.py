"""The database tables of the mandate card, how it was checked, and what each half brings, gets and fears."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.deliberation.lifecycle import CHECKS, CONSULTED, LADDER
from middenstip.domain.deliberation.models.ballots import QUESTION_LENGTH
from middenstip.domain.goals.models import Goal
from middenstip.domain.parties.models import Seat
from middenstip.kernel.half import HALF_CHOICES
from middenstip.kernel.models import Row

WHO_LENGTH, PROMISE_LENGTH, CELL_LENGTH = 150, 300, 300


class Mandate(Row):
    """Who decides what at a table (wie beslist wat), shown before anybody gives input."""

    goal = models.OneToOneField(Goal, on_delete=models.CASCADE, related_name="mandate")
    subject = models.CharField("het onderwerp", max_length=QUESTION_LENGTH)
    decides = models.CharField("wie beslist", max_length=WHO_LENGTH)
    advises = models.CharField("wie adviseert", max_length=WHO_LENGTH, blank=True)
    informed = models.CharField("wie hoort het", max_length=WHO_LENGTH, blank=True)
    step = models.CharField("de tree", max_length=9, choices=list(LADDER.items()), default=CONSULTED)
    promise = models.CharField("wat is beloofd", max_length=PROMISE_LENGTH)
    promised_by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    until_on = models.DateField("tot wanneer")
    at = models.DateTimeField()

    class Meta:
        verbose_name = "wie beslist wat"
        constraints = [
            models.CheckConstraint(condition=~Q(promise="") & ~Q(decides=""), name="mandate_promises")
        ]


class MandateCheck(Row):
    """Whether somebody had the influence that was promised."""

    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="checks")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    half = models.CharField(max_length=12, choices=HALF_CHOICES)
    answer = models.CharField(max_length=6, choices=list(CHECKS.items()))
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mandate", "seat"], name="mandate_checked_once")]


class Gain(Row):
    """What one half brings, gets and fears (win-win): its line of the table, written by a seat of it."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="gains")
    half = models.CharField(max_length=12, choices=HALF_CHOICES)
    brings = models.CharField("brengt", max_length=CELL_LENGTH, blank=True)
    gets = models.CharField("krijgt", max_length=CELL_LENGTH, blank=True)
    fears = models.CharField("vreest", max_length=CELL_LENGTH, blank=True)
    by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["goal", "half"], name="one_gain_per_half")]
