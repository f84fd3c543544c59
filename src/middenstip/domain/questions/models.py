"""The database tables of questions."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.questions.lifecycle import ANSWER, KINDS, OPEN, QUESTION, READABLE
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.ids import LENGTH
from middenstip.kernel.models import Thing

WITHDRAWN_TEXT = "Deze vraag is ingetrokken."
SHORT, MIDDLE, LONG = 200, 1000, 2000


class QuestionQuerySet(models.QuerySet["Question"]):
    """Questions, with a filter for those that everyone may read."""

    def public(self) -> Self:
        """Without withdrawn and hidden ones. The partial indexes have this same condition."""
        return self.filter(state__in=READABLE, hidden__isnull=True)


_PUBLIC = Q(state__in=READABLE, hidden__isnull=True)


class Question(Hideable, Thing):
    """A question from practice: *Vraag, Toelichting, Motivatie, Werkgebied*.

    `place` is the area in the asker's own words and may be vague; `area` is where the verbinder is sought.
    `told_at` is when the verbinder heard that it waits, `raised_at` since when everyone is asked.
    """

    public_texts = ("text", "explanation", "motivation", "place")

    text = models.CharField("vraag", max_length=SHORT)
    explanation = models.TextField("toelichting", max_length=LONG, blank=True)
    motivation = models.TextField("motivatie", max_length=MIDDLE, blank=True)
    place = models.CharField("werkgebied", max_length=120, blank=True)
    is_beginner = models.BooleanField("ik begin net", default=False)
    state = models.CharField(max_length=9, choices=QUESTION.choices, default=QUESTION.start)

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, null=True, blank=True, related_name="questions"
    )
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    district = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, related_name="+")

    answer_count = models.PositiveIntegerField(default=0)
    helped_count = models.PositiveIntegerField(default=0)
    asked_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    raised_at = models.DateTimeField(null=True, blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = "vraag"
        verbose_name_plural = "vragen"
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="question_has_text"),
            models.CheckConstraint(
                condition=~Q(state=OPEN, answer_count__gt=0), name="open_question_has_no_answer"
            ),
        ]
        indexes = [
            models.Index(fields=["-asked_at", "-id"], condition=_PUBLIC, name="question_newest"),
            models.Index(
                fields=["municipality", "-asked_at", "-id"], condition=_PUBLIC, name="question_gemeente"
            ),
            models.Index(fields=["district", "-asked_at", "-id"], condition=_PUBLIC, name="question_wijk"),
            models.Index(
                fields=["state", "-asked_at", "-id"], condition=_PUBLIC, name="question_state_newest"
            ),
            models.Index(fields=["asked_at"], condition=Q(state=OPEN), name="question_waits"),
        ]

    def __str__(self) -> str:
        return self.text


class Answer(Hideable, Thing):
    """An answer of one kind. `helped_at` is when the asker said that it helped."""

    public_texts = ("text",)

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    kind = models.CharField("soort", max_length=11, choices=list(KINDS.items()))
    text = models.TextField("antwoord", max_length=LONG, blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=10, choices=ANSWER.choices, default=ANSWER.start)
    helped_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = "antwoord"
        verbose_name_plural = "antwoorden"
        constraints = [
            models.CheckConstraint(condition=~Q(text="") | Q(state="taken_back"), name="answer_has_text")
        ]
        indexes = [models.Index(fields=["question", "at", "id"], name="answer_oldest")]


class Line(Thing):
    """One line of the asker's list to prepare with. Only the asker reads it.

    `action` is the public id of the action that it became, "" while it is none.
    """

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="lines")
    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    text = models.CharField("wat je gaat doen", max_length=SHORT)
    action = models.CharField(max_length=LENGTH, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="line_has_text"),
            models.UniqueConstraint(fields=["question", "answer"], name="answer_once_on_list"),
        ]
