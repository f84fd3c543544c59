"""What is watched: the alarms that rang, and the answers of the continuity check."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.parties.models import Seat
from middenstip.domain.projects.lifecycle import CHECKS
from middenstip.domain.projects.models.project import Project
from middenstip.kernel.models import Row

CLOCKS = [("geld op", "geld op"), ("subsidie stopt", "subsidie stopt")]


class Alarm(Row):
    """A clock that rang at a level, for an end in the month of `ends_on`. Cleared when the end moved away."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="alarms")
    clock = models.CharField(max_length=14, choices=CLOCKS)
    level = models.PositiveSmallIntegerField()
    ends_on = models.DateField()
    at = models.DateTimeField()
    cleared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project", "clock", "level", "ends_on"],
                condition=Q(cleared_at=None),
                name="alarm_rings_once",
            )
        ]


class Check(Row):
    """An answer to one question of the continuity check, and the step that mends it."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="checks")
    kind = models.CharField("vraag", max_length=10, choices=list(CHECKS.items()))
    is_there = models.BooleanField("geregeld", default=False)
    ends_on = models.DateField("tot wanneer", null=True, blank=True)
    step = models.CharField("volgende stap", max_length=200, blank=True)
    owner = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField("wanneer", null=True, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["project", "kind"], name="check_once")]
