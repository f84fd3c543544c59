"""Initiatives with one aim that go on together."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.matching.lifecycle import JOINED, MEMBER, MOVEMENT, WAITING
from middenstip.domain.parties.models import Person, Seat
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.models import Row, Thing


class MovementQuerySet(models.QuerySet["Movement"]):
    """Movements, with a filter for those that everyone may read."""

    def public(self) -> Self:
        """Those that began, also when they ended since. The partial index has this same condition."""
        return self.filter(began_at__isnull=False, hidden__isnull=True)


class Movement(Hideable, Thing):
    """A cluster of initiatives with one aim, across themes (beweging).

    It begins when a second initiative says yes: `began_at`. Until then only those who are asked can read it.
    """

    public_texts = ("title", "aim", "text")

    title = models.CharField("naam", max_length=100)
    aim = models.CharField("waar jullie samen naartoe gaan", max_length=300)
    text = models.TextField("jullie verhaal", max_length=2000, blank=True)
    state = models.CharField(max_length=8, choices=MOVEMENT.choices, default=MOVEMENT.start)

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    district = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = MovementQuerySet.as_manager()

    class Meta:
        verbose_name = "beweging"
        verbose_name_plural = "bewegingen"
        constraints = [
            models.CheckConstraint(condition=~Q(title="") & ~Q(aim=""), name="movement_has_aim"),
            models.CheckConstraint(
                condition=~Q(state="moving") | Q(began_at__isnull=False), name="moving_movement_began"
            ),
        ]
        indexes = [
            models.Index(
                fields=["-began_at", "-id"],
                condition=Q(began_at__isnull=False, hidden__isnull=True),
                name="movement_newest",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class MovementMember(Row):
    """An initiative in a movement, or on its way in: asked by the movement, or asking it."""

    movement = models.ForeignKey(Movement, on_delete=models.CASCADE, related_name="members")
    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=MEMBER.choices, default=MEMBER.start)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["movement", "initiative"], name="in_movement_once"),
        ]
        indexes = [
            models.Index(
                fields=["initiative"],
                condition=Q(state__in=[*WAITING, JOINED]),
                name="movement_of_initiative",
            )
        ]
