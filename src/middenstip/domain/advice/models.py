"""The database tables of advice."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q

from middenstip.domain.advice.lifecycle import ADVICE, GIVEN, READABLE, REQUEST, TAKEN_BACK
from middenstip.domain.areas.models import Area
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.models.theme import THEME_CHOICES
from middenstip.domain.parties.models import Person, Seat
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.models import Thing
from middenstip.kernel.termed import Termed

SHORT, MIDDLE, LONG = 200, 1000, 2000
_PUBLIC = Q(state__in=READABLE, hidden__isnull=True)


class RequestQuerySet(models.QuerySet["AdviceRequest"]):
    """Requests for advice, with a filter for those that everyone may read."""

    def public(self) -> Self:
        """Without withdrawn and hidden ones. The partial indexes have this same condition."""
        return self.filter(_PUBLIC)


class AdviceRequest(Hideable, Termed, Thing):
    """A seat of an organisation asks residents for advice (vraag om advies) until a day.

    Its term is that of the answers: it begins on the closing day. `given` and `waiting` are the number of
    advices that can be read, and of those without an answer.
    """

    public_texts = ("question", "context", "use")

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    question = models.CharField("wat willen jullie weten", max_length=SHORT)
    context = models.TextField("wat speelt er", max_length=LONG)
    use = models.TextField("wat doen jullie met het advies", max_length=MIDDLE)
    theme = models.CharField("thema", max_length=40, choices=THEME_CHOICES, blank=True)
    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, null=True, blank=True, related_name="advice_requests"
    )
    goal = models.ForeignKey(
        Goal, on_delete=models.PROTECT, null=True, blank=True, related_name="advice_requests"
    )
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    district = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, related_name="+")
    closes_on = models.DateField("tot en met")
    state = models.CharField(max_length=9, choices=REQUEST.choices, default=REQUEST.start)
    given = models.PositiveIntegerField(default=0)
    waiting = models.PositiveIntegerField(default=0)
    asked_at = models.DateTimeField()

    objects = RequestQuerySet.as_manager()

    class Meta:
        verbose_name = "vraag om advies"
        verbose_name_plural = "vragen om advies"
        constraints = [
            models.CheckConstraint(
                condition=~Q(question="") & ~Q(context="") & ~Q(use=""), name="advice_request_says_what"
            ),
            models.CheckConstraint(condition=Q(waiting__lte=F("given")), name="advice_waiting_was_given"),
        ]
        indexes = [
            models.Index(fields=["-asked_at", "-id"], condition=_PUBLIC, name="advice_newest"),
            models.Index(
                fields=["municipality", "-asked_at", "-id"], condition=_PUBLIC, name="advice_gemeente"
            ),
            models.Index(fields=["district", "-asked_at", "-id"], condition=_PUBLIC, name="advice_wijk"),
            models.Index(fields=["closes_on"], condition=Q(state="open"), name="advice_closes"),
            models.Index(fields=["bell_on"], condition=Q(bell_on__isnull=False), name="advice_bell"),
            models.Index(fields=["seat", "state"], name="advice_of_seat"),
        ]

    def __str__(self) -> str:
        return self.question


class Advice(Hideable, Thing):
    """What one resident advises, and the answer of the organisation to it.

    `because` is why this person knows something about it. `was_in_time` is whether the answer was.
    """

    public_texts = ("text", "because", "answer")

    request = models.ForeignKey(AdviceRequest, on_delete=models.PROTECT, related_name="advices")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    text = models.TextField("jouw advies", max_length=LONG, blank=True)
    because = models.CharField("waarom ik hier iets van weet", max_length=SHORT, blank=True)
    state = models.CharField(max_length=10, choices=ADVICE.choices, default=ADVICE.start)
    answer = models.TextField("antwoord", max_length=MIDDLE, blank=True)
    at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    was_in_time = models.BooleanField(null=True, editable=False)

    class Meta:
        verbose_name = "advies"
        verbose_name_plural = "adviezen"
        constraints = [
            models.CheckConstraint(condition=~Q(text="") | Q(state=TAKEN_BACK), name="advice_has_text"),
            models.CheckConstraint(
                condition=~Q(state__in=("partly", "not")) | ~Q(answer=""), name="advice_answer_says_why"
            ),
            models.UniqueConstraint(
                fields=["request", "person"], condition=~Q(state=TAKEN_BACK), name="one_advice_a_person"
            ),
        ]
        indexes = [
            models.Index(fields=["request", "at", "id"], name="advice_oldest"),
            models.Index(fields=["request"], condition=Q(state=GIVEN), name="advice_waits"),
        ]
