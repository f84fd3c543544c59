"""The bestuur of a goal: who is portefeuillehouder, what they commit to in public, and when they came by."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.goals.lifecycle import ACTIVE, COMMITMENTS, DENIED, PORTFOLIO, VISIT
from middenstip.domain.goals.models.table import Goal
from middenstip.domain.parties.models import Organisation, Seat
from middenstip.kernel.models import Row, Thing
from middenstip.kernel.termed import Termed

COMMITMENT_LENGTH, NOTE_LENGTH = 600, 200


class Portfolio(Termed, Thing):
    """The seat that answers for this goal in the bestuur of an organisation (portefeuillehouder).

    `answer`, `text` and `said_at` are the commitment as it stands; it stays when somebody leaves the seat.
    `confirmed_at` is when who came after said that it still holds. `was_in_time` is of the first answer.
    """

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="portfolios")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=PORTFOLIO.choices, default=PORTFOLIO.start)
    answer = models.CharField("antwoord", max_length=4, choices=list(COMMITMENTS.items()), blank=True)
    text = models.TextField("toezegging", max_length=COMMITMENT_LENGTH, blank=True)
    why = models.CharField("waarom niet", max_length=NOTE_LENGTH, blank=True)
    named_at = models.DateTimeField()
    said_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    was_in_time = models.BooleanField(null=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["goal", "organisation"], condition=Q(state__in=ACTIVE), name="one_portfolio_a_party"
            ),
            models.CheckConstraint(
                condition=Q(answer="", said_at=None) | (~Q(text="") & Q(said_at__isnull=False)),
                name="commitment_says_what",
            ),
        ]
        indexes = [
            models.Index(fields=["bell_on"], condition=Q(bell_on__isnull=False), name="portfolio_bell"),
            models.Index(fields=["seat", "state"], name="portfolio_of_seat"),
            models.Index(fields=["organisation"], name="portfolio_of_party"),
        ]


class Commitment(Row):
    """One commitment as it was said. A commitment is never changed, only replaced by a next one."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="commitments")
    portfolio = models.ForeignKey(Portfolio, on_delete=models.CASCADE, related_name="commitments")
    answer = models.CharField("antwoord", max_length=4, choices=list(COMMITMENTS.items()))
    text = models.TextField("toezegging", max_length=COMMITMENT_LENGTH)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="commitment_has_text")]


class Visit(Thing):
    """A portefeuillehouder was at the table on a day, as one side says and the other confirms."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="visits")
    portfolio = models.ForeignKey(Portfolio, on_delete=models.PROTECT, related_name="visits")
    by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    on = models.DateField("welke dag")
    note = models.CharField("wat kwam ervan", max_length=NOTE_LENGTH, blank=True)
    state = models.CharField(max_length=9, choices=VISIT.choices, default=VISIT.start)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["portfolio", "on"], condition=~Q(state=DENIED), name="one_visit_a_day"
            )
        ]
        indexes = [models.Index(fields=["goal", "-on", "-id"], name="visit_newest")]
