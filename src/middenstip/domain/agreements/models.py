"""Agreements and their signatures."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from middenstip.domain.agreements.lifecycle import AGREEMENT
from middenstip.domain.areas.models import Area
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Person, Seat
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.models import Row, Thing


class Agreement(Hideable, Thing):
    """Who promises what to whom, by when, on what conditions (afspraak)."""

    public_texts = ("what", "conditions", "why_not")
    belonging = {"signatures": ("sentence",)}

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="agreements")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, null=True, blank=True, related_name="agreements")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField("versie", default=1)
    promisor = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="promises")
    promisee = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="receipts")
    what = models.TextField("wat", max_length=1000)
    due_on = models.DateField("uiterlijk")
    conditions = models.TextField("als", max_length=1000, blank=True)
    state = models.CharField(max_length=10, choices=AGREEMENT.choices, default=AGREEMENT.start)
    proposed_by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    why_not = models.TextField("waarom niet gehaald", max_length=1000, blank=True)

    class Meta:
        verbose_name = "afspraak"
        verbose_name_plural = "afspraken"
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="agreement_says_what"),
            models.CheckConstraint(condition=~Q(promisor=F("promisee")), name="agreement_between_two"),
            models.CheckConstraint(condition=~Q(state="not_met") | ~Q(why_not=""), name="not_met_says_why"),
        ]
        indexes = [
            models.Index(fields=["municipality", "state", "due_on"], name="agreement_gemeente"),
            models.Index(fields=["initiative", "due_on"], name="agreement_initiative"),
        ]

    def __str__(self) -> str:
        return self.what[:60]


class Signature(Row):
    """A seat that must sign. It signed once `at` is filled. `sentence` says for whom it signs."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="signatures")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="signatures")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    sentence = models.CharField(max_length=300, blank=True)
    on_paper = models.BooleanField(default=False)
    at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agreement", "seat"], name="signs_once"),
            models.CheckConstraint(
                condition=Q(at=None, sentence="") | (Q(at__isnull=False) & ~Q(sentence="")),
                name="signature_has_sentence",
            ),
        ]
