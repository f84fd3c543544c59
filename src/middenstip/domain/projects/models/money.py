"""Money in whole cents: pots, budget lines, sources and bookings. It is recorded here, never moved."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from middenstip.domain.parties.models import Seat
from middenstip.domain.projects.lifecycle import CERTAINTIES, SOURCE_KINDS
from middenstip.domain.projects.models.project import Project
from middenstip.kernel.models import Row, Thing

MOST = 10**13  # cents: a hundred billion euros


class Pot(Row):
    """What is there: money that may be spent on anything (no name), or only on what its name says."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="pots")
    name = models.CharField("pot", max_length=40, blank=True)
    balance = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["project", "name"], name="pot_once")]


class Line(Thing):
    """A line of the budget, paid in equal parts from the month of `first_on` to that of `last_on`.

    `extra` is what decisions added to what was planned. `ordered` is kept free for orders that run. Nothing
    is ordered or paid above what is planned and decided.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="lines")
    name = models.CharField("waarvoor", max_length=80)
    planned = models.BigIntegerField("begroot")
    extra = models.BigIntegerField(default=0)
    ordered = models.BigIntegerField(default=0)
    paid = models.BigIntegerField(default=0)
    first_on = models.DateField("eerste betaling")
    last_on = models.DateField("laatste betaling")
    every = models.PositiveSmallIntegerField("om de hoeveel maanden", default=1)
    pot = models.CharField("pot", max_length=40, blank=True)

    class Meta:
        verbose_name = "begrotingsregel"
        verbose_name_plural = "begrotingsregels"
        constraints = [
            models.UniqueConstraint(fields=["project", "name"], name="line_name_once"),
            models.CheckConstraint(condition=~Q(name=""), name="line_has_name"),
            models.CheckConstraint(
                condition=Q(planned__gte=0, extra__gte=0, ordered__gte=0, paid__gte=0),
                name="line_not_below_nought",
            ),
            models.CheckConstraint(
                condition=Q(planned__gte=F("ordered") + F("paid") - F("extra")), name="line_not_exceeded"
            ),
            models.CheckConstraint(
                condition=Q(last_on__gte=F("first_on")) & Q(every__gte=1), name="line_has_months"
            ),
        ]

    @property
    def allowed(self) -> int:
        """What may be spent on it."""
        return self.planned + self.extra

    @property
    def left(self) -> int:
        """What was neither paid nor ordered."""
        return self.allowed - self.ordered - self.paid


class Overrun(Thing):
    """The decision to spend more on a line than was planned, and why."""

    line = models.ForeignKey(Line, on_delete=models.CASCADE, related_name="overruns")
    amount = models.BigIntegerField("bedrag")
    reason = models.TextField("waarom", max_length=600)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = "besluit over een overschrijding"
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0) & ~Q(reason=""), name="overrun_has_reason")
        ]


class Source(Thing):
    """Income that is no award: from members, letting, orders, or in hours and goods.

    `amount` is that of one payment, in cents; in hours or pieces for a kind that is no money. `received` is
    what came in.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="sources")
    name = models.CharField("waarvan", max_length=80)
    kind = models.CharField("soort", max_length=12, choices=list(SOURCE_KINDS.items()))
    giver = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    amount = models.BigIntegerField("bedrag per keer")
    first_on = models.DateField("eerste keer")
    last_on = models.DateField("laatste keer")
    every = models.PositiveSmallIntegerField("om de hoeveel maanden", default=1)
    certainty = models.CharField("zekerheid", max_length=11, choices=list(CERTAINTIES.items()))
    pot = models.CharField("pot", max_length=40, blank=True)
    received = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = "inkomst"
        verbose_name_plural = "inkomsten"
        constraints = [
            models.UniqueConstraint(fields=["project", "name"], name="source_name_once"),
            models.CheckConstraint(condition=~Q(name=""), name="source_has_name"),
            models.CheckConstraint(
                condition=Q(amount__gte=0, received__gte=0), name="source_not_below_nought"
            ),
            models.CheckConstraint(
                condition=Q(last_on__gte=F("first_on")) & Q(every__gte=1), name="source_has_months"
            ),
        ]


class Booking(Thing):
    """Money that came in or went out, as it was recorded. `number` is that of the receipt (bon)."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="bookings")
    is_in = models.BooleanField(default=False)
    number = models.CharField("nummer van de bon", max_length=30, blank=True)
    day = models.DateField("dag")
    amount = models.BigIntegerField("bedrag")
    text = models.CharField("waarvoor", max_length=200)
    pot = models.CharField("pot", max_length=40, blank=True)
    line = models.ForeignKey(Line, on_delete=models.PROTECT, null=True, blank=True, related_name="bookings")
    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, null=True, blank=True, related_name="bookings"
    )
    tranche = models.ForeignKey(
        "projects.Tranche", on_delete=models.PROTECT, null=True, blank=True, related_name="bookings"
    )
    order = models.ForeignKey(
        "projects.Order", on_delete=models.PROTECT, null=True, blank=True, related_name="bookings"
    )
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = "boeking"
        verbose_name_plural = "boekingen"
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="booking_above_nought"),
            models.CheckConstraint(
                condition=Q(is_in=True, line=None) | Q(is_in=False, line__isnull=False),
                name="booking_out_has_line",
            ),
            models.UniqueConstraint(
                fields=["project", "number"], condition=~Q(number=""), name="receipt_number_once"
            ),
            models.UniqueConstraint(
                fields=["tranche"], condition=Q(tranche__isnull=False), name="tranche_paid_once"
            ),
            models.UniqueConstraint(
                fields=["order"], condition=Q(order__isnull=False), name="order_paid_once"
            ),
        ]
        indexes = [models.Index(fields=["project", "-day", "-id"], name="booking_newest")]
