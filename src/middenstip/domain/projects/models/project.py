"""The project and its team."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.areas.models import Area
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Seat
from middenstip.domain.projects.lifecycle import CLIENT_FORMS, PROJECT, RESULTS
from middenstip.kernel.models import Row, Thing


class Project(Thing):
    """What a shared goal became once its agreements were signed.

    The sums and `ends_on` (the first day of the month in which the certain money ends) are kept in the row,
    so that a portfolio of any length is one query. Amounts are whole cents everywhere in this room.
    """

    initiative = models.OneToOneField(Initiative, on_delete=models.PROTECT, related_name="project")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, null=True, related_name="+")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    district = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, related_name="+")
    municipality = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("naam van het project", max_length=100)
    state = models.CharField(max_length=9, choices=PROJECT.choices, default=PROJECT.start)
    client_form = models.CharField(
        "wie is opdrachtgever", max_length=12, choices=list(CLIENT_FORMS.items()), default="gezamenlijk"
    )
    planned = models.BigIntegerField(default=0)
    ordered = models.BigIntegerField(default=0)
    paid = models.BigIntegerField(default=0)
    received = models.BigIntegerField(default=0)
    promised = models.BigIntegerField(default=0)
    ends_on = models.DateField(null=True, blank=True)
    counted_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField("hoe liep het af", max_length=8, choices=list(RESULTS.items()), blank=True)
    result = models.TextField("wat is er nu", max_length=2000, blank=True)
    lesson = models.TextField("wat we leerden", max_length=2000, blank=True)
    thanks = models.TextField("dank aan", max_length=1000, blank=True)
    keeper = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    look_again_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = "project"
        verbose_name_plural = "projecten"
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="learned") | (~Q(outcome="") & ~Q(lesson="")), name="project_ends_told"
            ),
            models.CheckConstraint(
                condition=Q(planned__gte=0, ordered__gte=0, paid__gte=0, received__gte=0),
                name="project_sums_not_below_nought",
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "-id"], name="project_gemeente"),
            models.Index(fields=["district", "-id"], name="project_wijk"),
            models.Index(fields=["area", "-id"], name="project_area"),
            models.Index(fields=["ends_on", "id"], name="project_ends"),
        ]

    def __str__(self) -> str:
        return self.title


class Member(Row):
    """A seat in the team: it signed an agreement of the project, or was let in later."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="members")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    is_coordinator = models.BooleanField(default=False)
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["project", "seat"], name="member_once")]
