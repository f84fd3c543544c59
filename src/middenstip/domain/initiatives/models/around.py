"""The parties around an initiative: who belongs to it, how they were found, and how far they are."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.initiatives.lifecycle import AROUND
from middenstip.domain.initiatives.models.initiative import Initiative
from middenstip.domain.parties.models import Organisation
from middenstip.kernel.half import HALF_CHOICES
from middenstip.kernel.models import Thing

SHORT, MIDDLE = 80, 200


class PartyAround(Thing):
    """An organisation or group that belongs to an initiative, as the initiator wrote it down.

    It is an organisation that is known here, or a `name` in own words: never that of a person. Seats that
    already take part are not in this table: they are read where they took part.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="around")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = models.CharField("naam", max_length=SHORT, blank=True)
    half = models.CharField("helft", max_length=12, choices=HALF_CHOICES)
    found = models.CharField("hoe gevonden", max_length=MIDDLE, blank=True)
    reached = models.CharField("hoe bereikt", max_length=MIDDLE, blank=True)
    why_not = models.CharField("waarom niet", max_length=MIDDLE, blank=True)
    state = models.CharField(max_length=10, choices=AROUND.choices, default=AROUND.start)
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation=None) ^ Q(name=""), name="party_around_is_known_or_named"
            ),
            models.CheckConstraint(
                condition=~Q(state="refuses") | ~Q(why_not=""), name="party_around_refuses_because"
            ),
            models.UniqueConstraint(
                fields=["initiative", "organisation"],
                condition=Q(organisation__isnull=False),
                name="party_around_once",
            ),
        ]

    def __str__(self) -> str:
        """The party in words. Read with its organisation."""
        return self.organisation.name if self.organisation else self.name
