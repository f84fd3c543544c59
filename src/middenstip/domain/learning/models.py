"""The database tables of learning."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.learning.lifecycle import LICENCES, OUTCOMES, PUBLISHED, SIZES, STUDY, VOICE
from middenstip.domain.parties.models import Person, Seat
from middenstip.kernel.half import HALF_CHOICES
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.ids import LENGTH
from middenstip.kernel.models import Row, Thing

LONG, MIDDLE, SHORT = 4000, 2000, 300
# The texts of a case study, in the order in which a reader needs them.
TEXTS = (
    "title",
    "what",
    "place",
    "how",
    "money",
    "rules_met",
    "agreements_used",
    "as_resident",
    "as_professional",
    "as_literature",
    "broke_where",
    "broke_cost",
    "broke_now",
    "visit",
    "organisation",
)


class StudyQuerySet(models.QuerySet["CaseStudy"]):
    """Case studies, with a filter for those that everyone may read."""

    def public(self) -> Self:
        """Published and not hidden. The partial indexes have this same condition."""
        return self.filter(state=PUBLISHED, hidden__isnull=True)


_PUBLIC = Q(state=PUBLISHED, hidden__isnull=True)


class CaseStudy(Hideable, Thing):
    """A story to learn from (casus). Worked, partly worked and failed are equal outcomes."""

    public_texts = TEXTS

    title = models.CharField("titel", max_length=100)
    what = models.TextField("wat", max_length=LONG, blank=True)
    place = models.CharField("waar", max_length=120, blank=True)
    size = models.CharField("hoe groot", max_length=5, choices=list(SIZES.items()), blank=True)
    origin_half = models.CharField("wie begon", max_length=12, choices=HALF_CHOICES, blank=True)
    halves = models.PositiveSmallIntegerField(default=0)
    how = models.TextField("hoe de samenwerking ontstond", max_length=MIDDLE, blank=True)
    money = models.TextField("geld", max_length=MIDDLE, blank=True)
    rules_met = models.TextField("regels", max_length=MIDDLE, blank=True)
    agreements_used = models.TextField("afspraken", max_length=MIDDLE, blank=True)
    as_resident = models.TextField("als bewoner", max_length=MIDDLE, blank=True)
    as_professional = models.TextField("als professional", max_length=MIDDLE, blank=True)
    as_literature = models.TextField("uit de literatuur", max_length=MIDDLE, blank=True)
    outcome = models.CharField("afloop", max_length=7, choices=list(OUTCOMES.items()))
    broke_where = models.TextField("waar het vastliep", max_length=MIDDLE, blank=True)
    broke_cost = models.TextField("wat het kostte", max_length=MIDDLE, blank=True)
    broke_now = models.TextField("wat we nu zouden doen", max_length=MIDDLE, blank=True)
    is_nameless = models.BooleanField("zonder namen", default=False)
    visit = models.CharField("neem gerust een kijkje", max_length=SHORT, blank=True)
    licence = models.CharField("licentie", max_length=5, choices=list(LICENCES.items()), default="by")
    organisation = models.CharField("organisatie", max_length=120, blank=True)

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    initiative = models.OneToOneField(
        Initiative, on_delete=models.PROTECT, null=True, blank=True, related_name="case_study"
    )
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=9, choices=STUDY.choices, default=STUDY.start)
    drafted_at = models.DateTimeField()
    review_until = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField()

    objects = StudyQuerySet.as_manager()

    class Meta:
        verbose_name = "voorbeeld"
        verbose_name_plural = "voorbeelden"
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="study_has_title"),
            models.CheckConstraint(
                condition=~Q(state="published") | Q(published_at__isnull=False),
                name="published_study_has_day",
            ),
            models.CheckConstraint(
                condition=~Q(state="published") | ~Q(how=""), name="published_study_tells_how"
            ),
        ]
        indexes = [
            models.Index(fields=["-published_at", "-id"], condition=_PUBLIC, name="study_newest"),
            models.Index(fields=["outcome", "-published_at", "-id"], condition=_PUBLIC, name="study_outcome"),
            models.Index(fields=["person", "-drafted_at"], name="study_of_person"),
        ]

    def __str__(self) -> str:
        return self.title


class Voice(Thing):
    """What somebody who was part of it says about the text: agreed, asks for a correction, or left."""

    study = models.ForeignKey(CaseStudy, on_delete=models.CASCADE, related_name="voices")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=9, choices=VOICE.choices, default=VOICE.start)
    remark = models.TextField("wat er niet klopt", max_length=MIDDLE, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["study", "person"], name="one_voice_per_person"),
            models.CheckConstraint(
                condition=~Q(state="corrected") | ~Q(remark=""), name="correction_has_words"
            ),
        ]


class TextUse(Row):
    """An agreement (by its public id) that began with one of our texts (see `content`)."""

    text = models.CharField(max_length=20)
    agreement = models.CharField(max_length=LENGTH)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["text", "agreement"], name="text_used_once")]
        indexes = [models.Index(fields=["text", "-at"], name="text_newest_use")]
