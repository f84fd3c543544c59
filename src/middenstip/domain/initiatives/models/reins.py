"""The regie-kaart: what is fixed, what is negotiable, what is open."""

from __future__ import annotations

from django.db import models

from middenstip.domain.initiatives.models.initiative import Initiative
from middenstip.kernel.models import Row


class ReinsCard(Row):
    """One version of the regie-kaart. Each text holds one point per line; versions are kept."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="reins_cards")
    number = models.PositiveIntegerField()
    fixed = models.TextField("vast", max_length=1000, blank=True)
    negotiable = models.TextField("bespreekbaar", max_length=1000, blank=True)
    open = models.TextField("open", max_length=1000, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["initiative", "number"], name="reins_numbered")]
