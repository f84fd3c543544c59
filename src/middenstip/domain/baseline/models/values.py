"""What the three halves want to reach in an area (gebiedswaarde), and who says that something must happen."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from middenstip.domain.baseline.lifecycle import AGES, NEEDS
from middenstip.domain.baseline.models.scans import Scan
from middenstip.domain.parties.models import Person, Seat
from middenstip.kernel.half import HALF_CHOICES
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.models import Row, Thing


class AreaValue(Hideable, Thing):
    """A target for one figure (`key`) of a first scan, and what it may cost elsewhere (`trade_off`).

    It counts from `chosen_at`: then all three halves said yes.
    """

    public_texts = ("word", "trade_off")

    scan = models.ForeignKey(Scan, on_delete=models.CASCADE, related_name="values")
    key = models.SlugField(max_length=40, db_index=False)
    word = models.CharField("wat willen jullie bereiken?", max_length=120)
    target = models.DecimalField("waar willen jullie heen?", max_digits=14, decimal_places=4)
    by_year = models.PositiveSmallIntegerField("in welk jaar?")
    trade_off = models.CharField("wat mag dit kosten, en wat niet?", max_length=400, blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    chosen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "gebiedswaarde"
        verbose_name_plural = "gebiedswaarden"
        constraints = [
            models.UniqueConstraint(fields=["scan", "key"], name="value_once_a_figure"),
            models.CheckConstraint(condition=~Q(word=""), name="value_has_word"),
        ]

    def __str__(self) -> str:
        return self.word


class ValueYes(Row):
    """The yes of one half to a value."""

    value = models.ForeignKey(AreaValue, on_delete=models.CASCADE, related_name="yeses")
    half = models.CharField(max_length=12, choices=HALF_CHOICES)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["value", "half"], name="half_says_yes_once"),
            models.UniqueConstraint(fields=["value", "person"], name="person_says_yes_for_one_half"),
        ]


class ValueAnswer(Row):
    """What a person says about a value in the survey; without a person: `number` answers given on paper."""

    value = models.ForeignKey(AreaValue, on_delete=models.CASCADE, related_name="answers")
    need = models.CharField(max_length=6, choices=list(NEEDS.items()))
    half = models.CharField(max_length=12, choices=HALF_CHOICES)
    age = models.CharField(max_length=5, choices=list(AGES.items()), blank=True)  # "": not told
    number = models.PositiveIntegerField(default=1)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["value", "person"], name="answer_once_a_person"),
            models.UniqueConstraint(
                fields=["value", "need", "half", "age"], condition=Q(person=None), name="paper_answers_once"
            ),
        ]
