"""The database table of thanks."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Seat
from middenstip.kernel.models import Thing


class Thanks(Thing):
    """One line of thanks of a seat (bedankje)."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="thanks")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    text = models.CharField("bedankje", max_length=200)
    at = models.DateTimeField()

    class Meta:
        verbose_name = "bedankje"
        verbose_name_plural = "bedankjes"
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="thanks_say_something")]
