"""The database tables of the podium."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.podium.lifecycle import EDITION, PITCH, PROMISES
from middenstip.kernel.half import HALF_CHOICES
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.ids import LENGTH
from middenstip.kernel.models import Thing


class Edition(Hideable, Thing):
    """One evening of pitches (editie)."""

    public_texts = ("title", "what", "place")

    number = models.PositiveSmallIntegerField("nummer")
    title = models.CharField("naam", max_length=120)
    what = models.TextField("waar gaat het over", max_length=2000, blank=True)
    place = models.CharField("plek", max_length=200)
    on = models.DateField("dag")
    state = models.CharField(max_length=9, choices=EDITION.choices, default=EDITION.start)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    announced_at = models.DateTimeField()

    class Meta:
        verbose_name = "editie"
        verbose_name_plural = "edities"
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="edition_has_title"),
            models.UniqueConstraint(fields=["area", "number"], name="edition_number_once"),
        ]
        indexes = [models.Index(fields=["on", "id"], name="edition_by_day")]

    def __str__(self) -> str:
        return self.title


class Pitch(Hideable, Thing):
    """An initiative on the stage, with the one thing that it asks."""

    public_texts = ("ask",)

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="pitches")
    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ask = models.CharField("vraag", max_length=200)
    minutes = models.PositiveSmallIntegerField("minuten", default=5)
    state = models.CharField(max_length=7, choices=PITCH.choices, default=PITCH.start)
    at = models.DateTimeField()

    class Meta:
        verbose_name = "pitch"
        verbose_name_plural = "pitches"
        constraints = [
            models.CheckConstraint(condition=~Q(ask=""), name="pitch_has_ask"),
            models.UniqueConstraint(fields=["edition", "initiative"], name="pitches_once"),
        ]

    def __str__(self) -> str:
        return self.ask


class Promise(Thing):
    """What somebody in the audience promised. `code` is the agreement that it became.

    On a card there is a name and a half, and no seat until somebody comes for it with the code on the card.
    """

    pitch = models.ForeignKey(Pitch, on_delete=models.CASCADE, related_name="promises")
    kind = models.CharField(max_length=10, choices=list(PROMISES.items()))
    what = models.CharField("wat", max_length=200)
    euros = models.PositiveIntegerField("bedrag", null=True, blank=True)
    until = models.DateField("uiterlijk")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    half = models.CharField(max_length=11, choices=HALF_CHOICES, blank=True)
    on_card = models.BooleanField(default=False)
    name = models.CharField("naam op de kaart", max_length=80, blank=True)
    code = models.CharField(max_length=LENGTH, blank=True, db_index=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = "toezegging"
        verbose_name_plural = "toezeggingen"
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="promise_says_what"),
            models.CheckConstraint(condition=~Q(kind="money") | Q(euros__gt=0), name="money_has_amount"),
            models.UniqueConstraint(
                fields=["pitch", "seat", "kind"], condition=Q(on_card=False), name="promises_once"
            ),
        ]

    def __str__(self) -> str:
        return self.what
