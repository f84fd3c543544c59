"""What a seat still owed when somebody left it, one line for each open thing."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.parties.lifecycle import LINE
from middenstip.domain.parties.models.people import Seat
from middenstip.kernel.models import Row, Thing
from middenstip.kernel.termed import Termed

NAME_LENGTH = 200


class Handover(Termed, Row):
    """Somebody left a seat that still owes something (overdracht). Open until every line is settled.

    `at` is the moment of the last leaving that it is about. `note` is what the one who left wants the next
    one to know; it goes when the handover closes.
    """

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="handovers")
    note = models.TextField("wat je opvolger moet weten", max_length=1000, blank=True)
    at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "overdracht"
        verbose_name_plural = "overdrachten"
        constraints = [
            models.UniqueConstraint(
                fields=["seat"], condition=Q(closed_at=None), name="one_open_handover_a_seat"
            ),
        ]
        indexes = [
            models.Index(fields=["bell_on"], name="handover_bell", condition=Q(bell_on__isnull=False)),
        ]


class HandoverLine(Thing):
    """One open thing of the seat: its noun and public id, and its name on the day of leaving.

    `shown_on` is the public id of the case whose page shows it, when it has no page of its own.
    """

    handover = models.ForeignKey(Handover, on_delete=models.CASCADE, related_name="lines")
    noun = models.CharField(max_length=20)
    target = models.CharField(max_length=20)
    shown_on = models.CharField(max_length=20, blank=True)
    name = models.CharField("wat", max_length=NAME_LENGTH)
    contact = models.CharField("voor wie", max_length=NAME_LENGTH, blank=True)
    due_on = models.DateField("uiterlijk", null=True, blank=True)
    state = models.CharField(max_length=9, choices=LINE.choices, default=LINE.start)
    why = models.CharField("waarom niet", max_length=300, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "regel van een overdracht"
        verbose_name_plural = "regels van een overdracht"
        constraints = [
            models.UniqueConstraint(fields=["handover", "noun", "target"], name="handed_over_once"),
            models.CheckConstraint(condition=~Q(state="declined") | ~Q(why=""), name="declined_says_why"),
        ]
