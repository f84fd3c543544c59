"""Seats that take part in another person's initiative."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.initiatives.lifecycle import HELP
from middenstip.domain.initiatives.models.ask import Ask
from middenstip.domain.initiatives.models.initiative import Initiative
from middenstip.domain.parties.models import Seat
from middenstip.kernel.models import Thing


class Partner(Thing):
    """A seat that offered to take part: what it brings, gets and fears.

    `reins_number` is the version of the regie-kaart that was read before the offer. `ask` is the last
    concrete question that this seat said yes to.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="partners")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    ask = models.ForeignKey(Ask, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=10, choices=HELP.choices, default=HELP.start)
    brings = models.TextField("wat breng je", max_length=500)
    gets = models.TextField("wat hoop je te krijgen", max_length=500, blank=True)
    fears = models.TextField("waar maak je je zorgen over", max_length=500, blank=True)
    reins_number = models.PositiveIntegerField(default=0)
    offered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "seat"],
                condition=Q(state__in=["offered", "accepted"]),
                name="helps_once",
            ),
            models.CheckConstraint(condition=~Q(brings=""), name="partner_brings_something"),
        ]
