"""The database tables of a ballot: its roll, its votes while it is open, and its counted list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from middenstip.domain.areas.models import Area
from middenstip.domain.deliberation.lifecycle import (
    BALLOT,
    CHOICES,
    IN_AREA,
    MODES,
    REPLIES,
    ROLLS,
    UNLESS,
    VOTE,
)
from middenstip.domain.goals.models import Goal
from middenstip.domain.parties.models import Seat
from middenstip.kernel.half import HALF_CHOICES
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.models import Row, Thing

QUESTION_LENGTH, TEXT_LENGTH, CONDITION_LENGTH, CODE_LENGTH = 200, 1500, 300, 9


class Ballot(Hideable, Thing):
    """One round of voting (stemming). What is fixed at opening is never changed: see `services.ballots`.

    `roll` is the number of seats per half that may vote; `planned_at` the closing time that was announced,
    `closes_at` that time plus every outage. `mean_share` is a fraction as text: how much of the three halves
    must say yes on average. The last five columns are filled when it is counted.
    """

    public_texts = ("question", "text", "status_quo")
    belonging: ClassVar[Mapping[str, Sequence[str]]] = {"conditions": ("text", "reason")}

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="ballots")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    question = models.CharField("de vraag", max_length=QUESTION_LENGTH)
    text = models.TextField("het voorstel", max_length=TEXT_LENGTH)
    status_quo = models.TextField("wat er blijft zonder besluit", max_length=TEXT_LENGTH)
    mode = models.CharField("hoe beslissen we", max_length=8, choices=list(MODES.items()), default=VOTE)
    is_secret = models.BooleanField("geheim", default=True)
    quorum = models.PositiveSmallIntegerField(
        "opkomst in procenten", default=20, validators=[MinValueValidator(5), MaxValueValidator(50)]
    )
    mean_share = models.CharField(max_length=9, default="2/3")
    who = models.CharField("wie stemt", max_length=8, choices=list(ROLLS.items()), default=IN_AREA)
    roll = models.JSONField()
    round = models.PositiveSmallIntegerField("ronde", default=1)
    previous = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="following"
    )
    state = models.CharField(max_length=10, choices=BALLOT.choices, default=BALLOT.start)
    opened_by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    planned_at = models.DateTimeField()
    closes_at = models.DateTimeField("sluit op", db_index=True)
    review_on = models.DateField("opnieuw bekijken op")
    counted_at = models.DateTimeField(null=True, blank=True)
    halves = models.JSONField(
        default=list, blank=True
    )  # per half what was counted, what was needed, what it says
    why = models.JSONField(default=list, blank=True)  # the outcome in sentences
    on_paper = models.PositiveIntegerField(default=0)  # how many of the counted votes came in on paper

    class Meta:
        verbose_name = "stemming"
        verbose_name_plural = "stemmingen"
        constraints = [
            models.CheckConstraint(condition=~Q(question="") & ~Q(text=""), name="ballot_asks_something"),
            models.CheckConstraint(condition=Q(closes_at__gte=F("planned_at")), name="ballot_never_earlier"),
            models.UniqueConstraint(fields=["goal"], condition=Q(state="open"), name="one_open_ballot"),
        ]
        indexes = [models.Index(fields=["goal", "-id"], name="ballots_of_goal")]

    def __str__(self) -> str:
        return self.question


class Voter(Row):
    """A seat on the roll. Whether it voted is known until the count; when and what never stand here.

    `number` stands on a sheet of paper.
    """

    ballot = models.ForeignKey(Ballot, on_delete=models.CASCADE, related_name="voters")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    half = models.CharField(max_length=12, choices=HALF_CHOICES)
    number = models.PositiveIntegerField()
    has_voted = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ballot", "seat"], name="on_the_roll_once"),
            models.UniqueConstraint(fields=["ballot", "number"], name="voter_numbered"),
        ]
        indexes = [models.Index(fields=["seat"], condition=Q(has_voted=False), name="voter_waits")]


class Vote(Row):
    """The vote of a seat while the ballot is open; it may change. Counting a ballot deletes these rows."""

    voter = models.OneToOneField(Voter, on_delete=models.CASCADE, related_name="vote")
    choice = models.CharField(max_length=8, choices=list(CHOICES.items()))
    condition = models.CharField("voorwaarde of reden", max_length=CONDITION_LENGTH, blank=True)
    code = models.CharField(max_length=CODE_LENGTH)
    on_paper = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(choice=UNLESS) | ~Q(condition=""), name="vote_unless_has_condition"
            )
        ]


class Sheet(Row):
    """A vote on paper that one person typed in. It counts when another person typed the same.

    Counting a ballot deletes these rows.
    """

    voter = models.OneToOneField(Voter, on_delete=models.CASCADE, related_name="sheet")
    choice = models.CharField(max_length=8, choices=list(CHOICES.items()))
    condition = models.CharField(max_length=CONDITION_LENGTH, blank=True)
    by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")


class Counted(Row):
    """One line of the published list, in an order that was drawn by lot.

    `seat` is only filled for a ballot that is not secret; it is never in the published list.
    """

    ballot = models.ForeignKey(Ballot, on_delete=models.CASCADE, related_name="counted")
    number = models.PositiveIntegerField()
    half = models.CharField(max_length=12, choices=HALF_CHOICES)
    choice = models.CharField(max_length=8, choices=list(CHOICES.items()))
    condition = models.CharField(max_length=CONDITION_LENGTH, blank=True)
    code = models.CharField(max_length=CODE_LENGTH)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ballot", "number"], name="counted_numbered"),
            models.UniqueConstraint(fields=["ballot", "code"], name="counted_code"),
        ]


class Condition(Row):
    """A condition or objection that people of one half share, and how the table answered it."""

    ballot = models.ForeignKey(Ballot, on_delete=models.CASCADE, related_name="conditions")
    half = models.CharField(max_length=12, choices=HALF_CHOICES)
    text = models.CharField(max_length=CONDITION_LENGTH)
    people = models.PositiveIntegerField()
    decisive = models.PositiveIntegerField()
    must_answer = models.BooleanField()
    reply = models.CharField("antwoord", max_length=8, choices=list(REPLIES.items()), blank=True)
    reason = models.CharField("waarom", max_length=CONDITION_LENGTH, blank=True)
    replied_by = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    replied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reply="decline") | ~Q(reason=""), name="declined_with_reason")
        ]


class Outage(Row):
    """A time in which people could not vote. The ballot closes so much later."""

    ballot = models.ForeignKey(Ballot, on_delete=models.CASCADE, related_name="outages")
    from_at = models.DateTimeField("storing vanaf")
    until_at = models.DateTimeField("storing tot")
    reason = models.CharField("wat was er", max_length=200)
    by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until_at__gt=F("from_at")), name="outage_takes_time")
        ]
