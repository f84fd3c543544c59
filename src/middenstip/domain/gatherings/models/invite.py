"""An institution that is invited into the process of an initiative."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.gatherings.lifecycle import ASKED, INVITE
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Person, Seat
from middenstip.kernel.models import Thing
from middenstip.kernel.termed import Termed


class ProcessInvite(Termed, Thing):
    """The question to a seat to join, what for, and its answer within a term."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="process_invites")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    what_for = models.CharField("waarvoor", max_length=200)
    state = models.CharField(max_length=9, choices=INVITE.choices, default=INVITE.start)
    answer = models.CharField("toelichting", max_length=500, blank=True)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    was_in_time = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(what_for=""), name="process_invite_has_aim"),
            models.UniqueConstraint(
                fields=["initiative", "seat"], condition=Q(state=ASKED), name="process_invite_once"
            ),
        ]
        indexes = [
            models.Index(fields=["bell_on"], condition=Q(state=ASKED), name="process_invite_rings"),
            models.Index(fields=["seat", "asked_at"], name="process_invite_of_seat"),
        ]

    def __str__(self) -> str:
        return self.what_for
