"""The initiative itself, its themes and its news."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.lifecycle import DRAFT, STAGES
from middenstip.domain.initiatives.models.number import NUMBER_LENGTH
from middenstip.domain.initiatives.models.theme import THEME_CHOICES
from middenstip.domain.parties.models import Person, Seat
from middenstip.kernel.half import HALF_CHOICES
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.models import Row, Thing

OUTCOMES = [("gelukt", "gelukt"), ("deels", "deels gelukt"), ("mislukt", "mislukt")]


class InitiativeQuerySet(models.QuerySet["Initiative"]):
    """Initiatives, with a filter for those that everyone may read."""

    def public(self) -> Self:
        """Without drafts and hidden ones. The partial indexes have this same condition."""
        return self.filter(submitted_at__isnull=False, hidden__isnull=True)


class Initiative(Hideable, Thing):
    """A plan of one person, the initiator.

    Counters and the halves that take part are stored in the row, and the gemeente and wijk beside the
    area, so that a list of any length is one query on one index.
    """

    public_texts = ("title", "what", "why", "motto", "lesson")
    belonging = {"reins_cards": ("fixed", "negotiable", "open")}

    # Given when it becomes public, and kept when it moves to another area.
    number = models.CharField(max_length=NUMBER_LENGTH, unique=True, null=True, blank=True, editable=False)
    title = models.CharField("naam van je idee", max_length=100)
    what = models.TextField("wat", max_length=2000)
    why = models.TextField("waarom", max_length=2000, blank=True)
    motto = models.CharField("motto", max_length=80, blank=True)
    stage = models.CharField(max_length=12, choices=STAGES.choices, default=DRAFT)

    initiator = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="initiatives")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    connector = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    origin_half = models.CharField(max_length=12, choices=HALF_CHOICES)
    is_hybrid = models.BooleanField("heeft ook een commercieel doel", default=False)
    halves = models.PositiveSmallIntegerField(default=0)

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    district = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, related_name="+")
    has_place = models.BooleanField(default=False)
    lon = models.FloatField(null=True, blank=True)
    lat = models.FloatField(null=True, blank=True)

    outcome = models.CharField(max_length=8, choices=OUTCOMES, blank=True)
    lesson = models.TextField("wat we leerden", max_length=2000, blank=True)
    # Before the first partner: when the initiator ticked that working together costs some control.
    shares_reins_at = models.DateTimeField(null=True, blank=True, editable=False)
    follower_count = models.PositiveIntegerField(default=0)
    drafted_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        verbose_name = "initiatief"
        verbose_name_plural = "initiatieven"
        constraints = [
            models.CheckConstraint(condition=~Q(title="") & ~Q(what=""), name="initiative_is_told"),
            models.CheckConstraint(
                condition=Q(stage="draft", submitted_at=None)
                | (~Q(stage="draft") & Q(submitted_at__isnull=False)),
                name="initiative_submitted_or_draft",
            ),
            models.CheckConstraint(
                condition=Q(submitted_at=None) | Q(number__isnull=False), name="initiative_public_has_number"
            ),
            models.CheckConstraint(
                condition=Q(lon=None, lat=None) | Q(lon__range=(-180, 180), lat__range=(-90, 90)),
                name="initiative_point_on_earth",
            ),
            models.CheckConstraint(
                condition=~Q(stage="stopped") | ~Q(lesson=""), name="stopped_initiative_has_lesson"
            ),
            models.CheckConstraint(
                condition=~Q(stage="learning") | ~Q(outcome=""), name="finished_initiative_has_outcome"
            ),
        ]
        indexes = [
            models.Index(fields=["-submitted_at", "-id"], name="initiative_newest"),
            models.Index(fields=["municipality", "-submitted_at", "-id"], name="initiative_gemeente"),
            models.Index(fields=["district", "-submitted_at", "-id"], name="initiative_wijk"),
            models.Index(fields=["area", "-submitted_at", "-id"], name="initiative_area"),
            models.Index(fields=["stage", "-submitted_at", "-id"], name="initiative_stage"),
            models.Index(fields=["origin_half", "-submitted_at", "-id"], name="initiative_half"),
            models.Index(fields=["district", "stage", "-submitted_at", "-id"], name="initiative_wijk_stage"),
            # Counting per area reads only one of these indexes, no table rows: `selectors.numbers_inside`.
            models.Index(
                fields=["municipality", "district", "stage", "halves"],
                condition=Q(submitted_at__isnull=False, hidden__isnull=True),
                name="initiative_count_gemeente",
            ),
            models.Index(
                fields=["district", "area", "stage", "halves"],
                condition=Q(submitted_at__isnull=False, hidden__isnull=True),
                name="initiative_count_wijk",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class InitiativeTheme(Row):
    """One theme of an initiative. The date is repeated here, so that the list of a theme uses one index."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="themes")
    theme = models.CharField(max_length=40, choices=THEME_CHOICES)
    submitted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["initiative", "theme"], name="theme_once")]
        indexes = [models.Index(fields=["theme", "-submitted_at", "-initiative"], name="theme_newest")]


class Update(Hideable, Thing):
    """News from the initiator."""

    public_texts = ("text",)

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="updates")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    text = models.TextField("nieuws", max_length=2000)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="update_has_text")]
