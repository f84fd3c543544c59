"""What an initiative wants to change, what was measured, and which initiatives claim a difference."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.areas.models import Area
from middenstip.domain.baseline.models.scans import Scan
from middenstip.domain.parties.models import Person
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.ids import LENGTH
from middenstip.kernel.models import Row, Thing


class Claim(Row):
    """An initiative (its public id) says that it helped one indicator of a repeated scan along."""

    scan = models.ForeignKey(Scan, on_delete=models.CASCADE, related_name="claims")
    initiative = models.CharField(max_length=LENGTH)
    key = models.SlugField(max_length=40, db_index=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scan", "initiative", "key"], name="claim_once"),
        ]


class Effect(Hideable, Thing):
    """One of the (at most three) effects that an initiative wants: what, where it began, a target.

    `initiative` is its public id. `number` is its place, 1 to 3.
    """

    public_texts = ("word",)

    initiative = models.CharField(max_length=LENGTH)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    word = models.CharField("wat verandert er?", max_length=120)
    unit = models.CharField("eenheid", max_length=30, blank=True)
    start = models.DecimalField("waar begon het?", max_digits=14, decimal_places=4)
    start_on = models.DateField("gemeten op")
    target = models.DecimalField("waar wil je heen?", max_digits=14, decimal_places=4, null=True, blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = "effect"
        verbose_name_plural = "effecten"
        constraints = [
            models.UniqueConstraint(fields=["initiative", "number"], name="effect_has_own_number"),
            models.CheckConstraint(condition=Q(number__range=(1, 3)), name="three_effects_at_most"),
            models.CheckConstraint(condition=~Q(word=""), name="effect_has_word"),
        ]

    def __str__(self) -> str:
        return self.word


class EffectValue(Row):
    """One value that was measured later, on a day."""

    effect = models.ForeignKey(Effect, on_delete=models.CASCADE, related_name="values")
    value = models.DecimalField("waarde", max_digits=14, decimal_places=4)
    on = models.DateField("gemeten op")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["effect", "on"], name="effect_once_a_day")]
