"""The ACTIE-check: five facets, filled in apart by the initiator and the desk."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.intake.lifecycle import FACETS, SIDES
from middenstip.domain.intake.models.case import Case
from middenstip.kernel.models import Row


class Check(Row):
    """What one side says about one facet: a score from 1 to 5, why, and what will be done about it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="checks")
    side = models.CharField(max_length=10, choices=list(SIDES.items()))
    facet = models.CharField(max_length=1, choices=[(key, word) for key, (word, _) in FACETS.items()])
    score = models.PositiveSmallIntegerField("cijfer")
    note = models.CharField("waarom", max_length=300, blank=True)
    action = models.CharField("wat doen we eraan", max_length=200, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "side", "facet"], name="checked_once_a_side"),
            models.CheckConstraint(condition=Q(score__range=(1, 5)), name="check_from_one_to_five"),
        ]
