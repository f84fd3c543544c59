"""The database tables of participatory budgets.

A ballot knows its code only until the vote closes: then all ballots are written anew, in the order of their
receipts and without codes, so nothing says any more who cast which.
"""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q

from middenstip.domain.areas.models import Area
from middenstip.domain.budgeting.lifecycle import (
    BUDGET,
    COMPLETIONS,
    INTERNET,
    KINDS,
    PAPER,
    PLAN,
    READABLE,
    RULE_NAMES,
)
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Person, Seat
from middenstip.kernel.half import HALF_CHOICES, Half
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.ids import LENGTH
from middenstip.kernel.models import Row, Thing

SHORT, MIDDLE, LONG = 120, 1000, 3000


class BudgetQuerySet(models.QuerySet["Budget"]):
    """Budgets, with a filter for those that everyone may read."""

    def public(self) -> Self:
        """Without those whose rules are not fixed."""
        return self.filter(state__in=READABLE)


class Budget(Thing):
    """One year of a participatory budget. Amounts are in cents.

    `most` is the number of plans or points on a ballot (0 where the kind has none), `lot` the public sentence
    that decides ties, `checker` the seat that says which plans are feasible. `goal` is the table that agrees
    on the rules, `rules_mark` the checksum of the rules as the three halves agreed on them.
    """

    title = models.CharField("naam", max_length=SHORT)
    text = models.TextField("waar het voor is", max_length=LONG, blank=True)
    who = models.CharField("wie mag stemmen", max_length=MIDDLE)
    amount = models.BigIntegerField("bedrag")
    kind = models.CharField("stembiljet", max_length=8, choices=list(KINDS.items()))
    most = models.PositiveIntegerField("hoeveel", default=0)
    rule = models.CharField("regel", max_length=8, choices=list(RULE_NAMES.items()))
    completion = models.CharField("wat overblijft", max_length=8, choices=list(COMPLETIONS.items()))
    min_votes = models.PositiveIntegerField("minste aantal stemmen", default=0)
    lot = models.CharField("zin voor het lot", max_length=SHORT)
    closes_on = models.DateField("stemmen tot en met")
    is_youth = models.BooleanField("voor jongeren", default=False)  # the ballot asks one plan at a time
    rules_mark = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=8, choices=BUDGET.choices, default=BUDGET.start)

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    checker = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    plan_count = models.PositiveIntegerField(default=0)
    code_count = models.PositiveIntegerField(default=0)
    ballot_count = models.PositiveIntegerField(default=0)  # filled at closing: one row for all would be slow
    drafted_at = models.DateTimeField()
    fixed_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    counted_at = models.DateTimeField(null=True, blank=True)
    why_stopped = models.CharField("waarom gestopt", max_length=MIDDLE, blank=True)

    objects = BudgetQuerySet.as_manager()

    class Meta:
        verbose_name = "begroting"
        verbose_name_plural = "begrotingen"
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="budget_has_title"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="budget_has_money"),
        ]
        indexes = [
            models.Index(
                fields=["-drafted_at", "-id"], condition=Q(state__in=READABLE), name="budget_newest"
            ),
            models.Index(fields=["area", "-drafted_at"], name="budget_area"),
        ]

    def __str__(self) -> str:
        return self.title


class Assent(Row):
    """The yes of one half to the rules, before they are fixed. A change in the rules deletes it."""

    budget = models.ForeignKey(Budget, on_delete=models.CASCADE, related_name="assents")
    half = models.CharField("helft", max_length=12, choices=HALF_CHOICES)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["budget", "half"], name="half_agrees_once"),
            models.UniqueConstraint(fields=["budget", "person"], name="person_agrees_for_one_half"),
            models.CheckConstraint(condition=Q(half__in=[h.value for h in Half]), name="assent_has_half"),
        ]


class Plan(Hideable, Thing):
    """A plan on the ballot. `number` is its number there; `cost` is what the checker found (cents).

    A winner goes on as an `initiative`, with an `agreement` about its money (the public id of one: that room
    lies above this one).
    """

    public_texts = ("title", "text", "place")

    budget = models.ForeignKey(Budget, on_delete=models.PROTECT, related_name="plans")
    number = models.PositiveIntegerField()
    title = models.CharField("naam van je plan", max_length=SHORT)
    text = models.TextField("wat je wilt doen", max_length=LONG)
    place = models.CharField("waar", max_length=SHORT, blank=True)
    cost_low = models.BigIntegerField("minste kosten")
    cost_high = models.BigIntegerField("meeste kosten")
    cost = models.BigIntegerField("kosten", null=True, blank=True)
    state = models.CharField(max_length=9, choices=PLAN.choices, default=PLAN.start)
    reason = models.TextField("reden", max_length=MIDDLE, blank=True)
    repairs = models.PositiveSmallIntegerField(default=0)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    agreement = models.CharField(max_length=LENGTH, blank=True)
    at = models.DateTimeField()
    votes = models.PositiveIntegerField(null=True, blank=True)
    rank = models.PositiveIntegerField(null=True, blank=True)  # the place among the winners, from 1
    why = models.TextField(max_length=MIDDLE, blank=True)
    delivered_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = "plan"
        verbose_name_plural = "plannen"
        constraints = [
            models.UniqueConstraint(fields=["budget", "number"], name="plan_number_once"),
            models.CheckConstraint(
                condition=Q(cost_low__gte=0, cost_high__gte=F("cost_low")), name="plan_cost_is_range"
            ),
            models.CheckConstraint(
                condition=~Q(state="feasible") | Q(cost__isnull=False), name="feasible_plan_has_cost"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Code(Row):
    """The right to cast one ballot. Only a keyed hash of the code is stored."""

    budget = models.ForeignKey(Budget, on_delete=models.CASCADE, related_name="codes")
    hash = models.CharField(max_length=64)
    batch = models.CharField(max_length=LENGTH)
    is_dead = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["budget", "hash"], name="code_once_in_budget")]
        indexes = [models.Index(fields=["batch"], name="code_batch")]


class Ballot(Row):
    """A ballot: points by number of plan; nothing chosen is a blank vote. It has no moment.

    `receipt` finds it in the published list. `code` is empty after closing, and for a paper ballot.
    """

    budget = models.ForeignKey(Budget, on_delete=models.CASCADE, related_name="ballots")
    code = models.OneToOneField(Code, on_delete=models.PROTECT, null=True, blank=True, related_name="ballot")
    receipt = models.CharField(max_length=LENGTH)
    choices = models.JSONField(default=dict, blank=True)
    channel = models.CharField(max_length=8, choices=[(PAPER, "papier"), (INTERNET, "internet")])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["budget", "receipt"], name="receipt_once_in_budget")]


class PaperBallot(Row):
    """A paper ballot, typed in by two people. It becomes a ballot when both typed the same."""

    budget = models.ForeignKey(Budget, on_delete=models.CASCADE, related_name="paper")
    number = models.PositiveIntegerField("nummer van het biljet")
    first = models.JSONField(default=dict, blank=True)
    first_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    second = models.JSONField(null=True, blank=True)
    second_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    is_settled = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["budget", "number"], name="paper_number_once")]


class Outcome(Row):
    """The result of a count: the published ballots, what each rule gives, and how to count again."""

    budget = models.OneToOneField(Budget, on_delete=models.CASCADE, related_name="outcome")
    ballots = models.TextField(blank=True)  # the text of the .pb file
    overview = models.JSONField(default=list, blank=True)  # sentences about the whole
    compared = models.JSONField(default=list, blank=True)  # a row for each rule
    command = models.CharField(max_length=400, blank=True)
    cost = models.BigIntegerField(default=0)
