"""An order (opdracht) between two seats of any half, and extra work that both sign."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.projects.lifecycle import ORDER
from middenstip.domain.projects.models.money import Line
from middenstip.domain.projects.models.project import Project
from middenstip.kernel.models import Row, Thing


class Order(Thing):
    """Who asks whom for what work, for which price, on which line of the budget.

    `price` has the extra work in it that both signed. `delivered_by` is the person who handed it over.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="orders")
    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="orders")
    client = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    contractor = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    what = models.CharField("wat", max_length=200)
    instructions = models.TextField("hoe het moet", max_length=2000, blank=True)
    price = models.BigIntegerField("prijs")
    due_on = models.DateField("wanneer klaar")
    state = models.CharField(max_length=9, choices=ORDER.choices, default=ORDER.start)
    why_refused = models.TextField("wat er nog niet goed is", max_length=1000, blank=True)
    repair_by = models.DateField("hersteld voor", null=True, blank=True)
    times_refused = models.PositiveSmallIntegerField(default=0)
    delivered_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    delivered_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField()
    moved_at = models.DateTimeField()
    rung_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "opdracht"
        verbose_name_plural = "opdrachten"
        constraints = [
            models.CheckConstraint(condition=~Q(client=F("contractor")), name="order_between_two"),
            models.CheckConstraint(condition=Q(price__gt=0) & ~Q(what=""), name="order_has_price"),
            models.CheckConstraint(
                condition=~Q(state="refused") | (~Q(why_refused="") & Q(repair_by__isnull=False)),
                name="refused_order_has_reason_and_term",
            ),
        ]
        indexes = [
            models.Index(fields=["project", "due_on"], name="order_of_project"),
            models.Index(
                fields=["delivered_at"], condition=Q(state="delivered", rung_at=None), name="order_waits"
            ),
        ]

    def __str__(self) -> str:
        return self.what


class Extra(Row):
    """Extra work: it counts once both sides signed."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="extras")
    what = models.CharField("wat erbij komt", max_length=200)
    price = models.BigIntegerField("prijs")
    client_at = models.DateTimeField(null=True, blank=True)
    contractor_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "meerwerk"
        constraints = [models.CheckConstraint(condition=Q(price__gt=0) & ~Q(what=""), name="extra_has_price")]
