"""What people in the hall ask, by phone or on a card, and which phones say that it is their question too."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.gatherings.lifecycle import HALL, ON_TABLE, QUESTION_LENGTH
from middenstip.domain.gatherings.models.gathering import Gathering, NoteLine
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.models import Row, Thing


class HallQuestion(Hideable, Thing):
    """A question of somebody in the hall; who asked it, is not kept. `echoes`: how many share it.

    In a luisterronde it gets no answer: the host writes `summary`, and the speaker says whether it is
    right. `reply` is what the speaker missed in it. `line` is the line of the notes that it became.
    """

    public_texts = ("text", "summary", "reply")

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="hall_questions")
    text = models.CharField("vraag", max_length=QUESTION_LENGTH)
    half = models.CharField(max_length=11, blank=True)
    on_card = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=HALL.choices, default=HALL.start)
    echoes = models.PositiveIntegerField(default=0)
    summary = models.CharField("samenvatting", max_length=QUESTION_LENGTH, blank=True)
    reply = models.CharField("wat er nog mist", max_length=QUESTION_LENGTH, blank=True)
    why_hidden = models.CharField("waarom verborgen", max_length=QUESTION_LENGTH, blank=True)
    line = models.ForeignKey(NoteLine, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="hall_question_has_text"),
            models.UniqueConstraint(
                fields=["gathering"], condition=Q(state=ON_TABLE), name="hall_question_on_table"
            ),
        ]
        indexes = [models.Index(fields=["gathering", "-echoes", "id"], name="hall_question_most")]

    def __str__(self) -> str:
        return self.text


class HallPhone(Row):
    """A phone that asked this question (`is_own`) or says that it is theirs too.

    `phone` is a hash of a random code that only that phone has, another one for every gathering. The rows go
    a day after the gathering.
    """

    question = models.ForeignKey(HallQuestion, on_delete=models.CASCADE, related_name="phones")
    phone = models.CharField(max_length=64)
    is_own = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "phone"], name="hall_phone_once")]
