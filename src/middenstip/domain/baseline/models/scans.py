"""A scan: a question, figures, what people saw, how they read the figures, and the copy that is frozen."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from middenstip.domain.areas.models import Area
from middenstip.domain.baseline.lifecycle import FIXED, KINDS, RUNNING, SCAN, VIEWS
from middenstip.domain.parties.models import Person, Seat
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.models import Row, Thing


class Scan(Hideable, Thing):
    """One scan of an area. With a `baseline` it repeats that scan, with the same indicators.

    `frozen` is the text of the figures as they were fixed, and `checksum` the SHA-256 of its bytes.
    """

    public_texts = ("question",)

    question = models.CharField("vraag", max_length=200)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    district = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    baseline = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="repeats"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=7, choices=SCAN.choices, default=SCAN.start)
    at = models.DateTimeField()
    fixed_at = models.DateTimeField(null=True, blank=True)
    frozen = models.TextField(blank=True)
    checksum = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = "scan"
        verbose_name_plural = "scans"
        constraints = [
            models.CheckConstraint(condition=~Q(question=""), name="scan_has_question"),
            models.CheckConstraint(
                condition=Q(state=FIXED, fixed_at__isnull=False, checksum__regex="^[0-9a-f]{64}$")
                & ~Q(frozen="")
                | ~Q(state=FIXED) & Q(fixed_at=None, checksum="", frozen=""),
                name="scan_is_frozen_when_fixed",
            ),
            models.UniqueConstraint(
                fields=["baseline"], condition=Q(state__in=RUNNING), name="one_running_repeat"
            ),
            models.CheckConstraint(
                condition=Q(baseline=None) | ~Q(baseline=F("id")), name="scan_repeats_other"
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "-at", "-id"], name="scan_gemeente"),
            models.Index(fields=["district", "-at", "-id"], name="scan_wijk"),
            models.Index(fields=["area", "-at", "-id"], name="scan_area"),
        ]

    def __str__(self) -> str:
        return self.question


class ScanLine(Row):
    """One indicator in a scan, with its value as it was when it was chosen.

    `is_own`: counted or observed by people themselves, who say in `source` how. `people` is how many people
    it is about, when that is known: fewer than ten are never shown.
    """

    scan = models.ForeignKey(Scan, on_delete=models.CASCADE, related_name="lines")
    key = models.SlugField(max_length=40, db_index=False)
    is_own = models.BooleanField(default=False)
    word = models.CharField("wat meet je?", max_length=120)
    style = models.CharField(max_length=16)
    unit = models.CharField("eenheid", max_length=30, blank=True)
    value = models.DecimalField("waarde", max_digits=14, decimal_places=4, null=True, blank=True)
    people = models.PositiveIntegerField("over hoeveel mensen", null=True, blank=True)
    year = models.PositiveSmallIntegerField()
    about = models.CharField(max_length=20)  # the code of the area that the value describes
    level = models.CharField(max_length=9)
    source = models.CharField("hoe is het gemeten?", max_length=200)
    table = models.CharField(max_length=60, blank=True)
    licence = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scan", "key"], name="indicator_once_a_scan"),
            models.CheckConstraint(condition=~Q(word="") & ~Q(source=""), name="line_has_source"),
        ]


class Observation(Hideable, Thing):
    """What somebody saw, and where; after the walk also what could be done about it (`kind`)."""

    public_texts = ("text", "place")

    scan = models.ForeignKey(Scan, on_delete=models.CASCADE, related_name="observations")
    kind = models.CharField(max_length=8, choices=list(KINDS.items()))
    place = models.CharField("waar?", max_length=120, blank=True)
    text = models.TextField("wat zag je?", max_length=1000, blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "waarneming"
        verbose_name_plural = "waarnemingen"
        constraints = [
            models.CheckConstraint(
                condition=~Q(text="") | Q(withdrawn_at__isnull=False), name="observation_has_text"
            )
        ]
        indexes = [models.Index(fields=["scan", "at", "id"], name="observation_oldest")]


class Reading(Hideable, Thing):
    """How one person of one half reads the figures: recognised, own experience, what stands out."""

    public_texts = ("experience", "stands_out")

    scan = models.ForeignKey(Scan, on_delete=models.CASCADE, related_name="readings")
    half = models.CharField(max_length=11)
    view = models.CharField("herken je de cijfers?", max_length=6, choices=list(VIEWS.items()))
    experience = models.TextField("wat zijn jouw ervaringen?", max_length=1000, blank=True)
    stands_out = models.TextField("wat valt op?", max_length=1000, blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = "herkenning"
        verbose_name_plural = "herkenningen"
        constraints = [models.UniqueConstraint(fields=["scan", "person"], name="reading_once_a_person")]
