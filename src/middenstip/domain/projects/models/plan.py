"""The plan with its versions, and its milestones on two tracks."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.parties.models import Seat
from middenstip.domain.projects.lifecycle import MILESTONE, TRACKS
from middenstip.domain.projects.models.project import Project
from middenstip.kernel.models import Row, Thing

LONG = 2000
TEXTS = (
    "question",
    "aim",
    "brings_residents",
    "gets_residents",
    "brings_government",
    "gets_government",
    "brings_business",
    "gets_business",
    "risks",
    "permits",
    "upkeep",
    "case",
    "nothing",
)


class Plan(Row):
    """One version of the plan. The newest counts; what was filed names its number."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="plans")
    number = models.PositiveIntegerField()
    question = models.TextField("de vraag van bewoners", max_length=LONG)
    aim = models.TextField("het gezamenlijke doel", max_length=LONG)
    brings_residents = models.TextField("wat bewoners brengen", max_length=LONG, blank=True)
    gets_residents = models.TextField("wat bewoners krijgen", max_length=LONG, blank=True)
    brings_government = models.TextField("wat de overheid brengt", max_length=LONG, blank=True)
    gets_government = models.TextField("wat de overheid krijgt", max_length=LONG, blank=True)
    brings_business = models.TextField("wat ondernemers brengen", max_length=LONG, blank=True)
    gets_business = models.TextField("wat ondernemers krijgen", max_length=LONG, blank=True)
    risks = models.TextField("wat kan er misgaan", max_length=LONG, blank=True)
    permits = models.TextField("vergunningen", max_length=LONG, blank=True)
    upkeep = models.TextField("wie het daarna onderhoudt", max_length=LONG, blank=True)
    case = models.TextField("waarom dit de moeite waard is", max_length=LONG, blank=True)
    nothing = models.TextField("wat niets doen kost", max_length=LONG, blank=True)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = "plan"
        constraints = [
            models.UniqueConstraint(fields=["project", "number"], name="plan_version_once"),
            models.CheckConstraint(condition=~Q(question="") & ~Q(aim=""), name="plan_is_told"),
        ]


class Milestone(Thing):
    """A step on the technical or the social track, with a day. `card` is the instrument card it came from."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="milestones")
    track = models.CharField("spoor", max_length=10, choices=list(TRACKS.items()))
    name = models.CharField("mijlpaal", max_length=120)
    due_on = models.DateField("wanneer")
    state = models.CharField(max_length=8, choices=MILESTONE.choices, default=MILESTONE.start)
    told = models.TextField("hoe ging het", max_length=1000, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    card = models.CharField("wijzer", max_length=20, blank=True)

    class Meta:
        verbose_name = "mijlpaal"
        verbose_name_plural = "mijlpalen"
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="milestone_has_name")]
        indexes = [models.Index(fields=["project", "due_on"], name="milestone_day")]
