"""Invitees by lot: who may be drawn, the lottery of a gathering, and the lots in it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.areas.models import Area
from middenstip.domain.gatherings.lifecycle import ASKED_BY_LOT, LOT, LOTTERY
from middenstip.domain.gatherings.models.gathering import Gathering
from middenstip.domain.parties.models import Person
from middenstip.kernel.half import HALF_CHOICES
from middenstip.kernel.models import Row, Thing

NUMBER = 6  # characters of the number of a lot


class Willing(Row):
    """A person who may be drawn for gatherings in this area, for this half."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    half = models.CharField(max_length=12, choices=HALF_CHOICES)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "area"], name="willing_once")]
        indexes = [models.Index(fields=["area", "half"], name="willing_in_area")]


class Lottery(Thing):
    """The lottery of a gathering. `places` are the places per half, `days` the term of an answer.

    `seal` is the hash of `secret`, which nobody is shown before the draw; `word` is what was said aloud then.
    `mark` is the hash of the list as it was when the lottery was sealed. `held` is how many places of the
    gathering are kept for people who were not asked or did not answer yet, computed at each write.
    """

    gathering = models.OneToOneField(Gathering, on_delete=models.CASCADE, related_name="lottery")
    places = models.JSONField(default=dict)
    days = models.PositiveSmallIntegerField("dagen om te antwoorden")
    state = models.CharField(max_length=6, choices=LOTTERY.choices, default=LOTTERY.start)
    secret = models.CharField(max_length=64, editable=False)
    seal = models.CharField(max_length=64, editable=False)
    mark = models.CharField(max_length=64, editable=False)
    word = models.CharField("woord", max_length=60, blank=True)
    held = models.PositiveIntegerField(default=0, editable=False)
    sealed_at = models.DateTimeField()
    drawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "loting"
        constraints = [
            models.CheckConstraint(
                condition=Q(state="sealed", drawn_at=None) | Q(state="drawn", drawn_at__isnull=False),
                name="lottery_drawn_at",
            )
        ]

    @property
    def is_drawn(self) -> bool:
        return self.drawn_at is not None


class Lot(Thing):
    """One number in the list. Everyone reads the number; whose it is, only that person knows.

    When a person is erased, or long after, `person` becomes empty: the list stays as it was.
    """

    lottery = models.ForeignKey(Lottery, on_delete=models.CASCADE, related_name="lots")
    number = models.CharField(max_length=NUMBER)
    half = models.CharField(max_length=12, choices=HALF_CHOICES)
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    place = models.PositiveIntegerField(null=True, blank=True)  # in the order of its half, from 1
    state = models.CharField(max_length=6, choices=LOT.choices, default=LOT.start)
    until_on = models.DateField("uiterlijk", null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["lottery", "number"], name="lot_number_once"),
            models.UniqueConstraint(
                fields=["lottery", "person"], condition=Q(person__isnull=False), name="lot_person_once"
            ),
            models.UniqueConstraint(
                fields=["lottery", "half", "place"], condition=Q(place__isnull=False), name="lot_place_once"
            ),
            models.CheckConstraint(
                condition=~Q(state=ASKED_BY_LOT) | Q(until_on__isnull=False), name="lot_asked_until"
            ),
        ]
        indexes = [
            models.Index(fields=["until_on"], condition=Q(state=ASKED_BY_LOT), name="lot_to_lapse"),
            models.Index(fields=["person", "state"], name="lot_of_person"),
        ]

    @property
    def is_out(self) -> bool:
        """Whether its place goes to the next."""
        return self.state in ("no", "silent", "gone")
