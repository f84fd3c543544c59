"""The database tables of scenarios: ways that it could go, side by side, and what people find of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from django.db import models
from django.db.models import Q

from middenstip.domain.areas.models import Area
from middenstip.domain.deliberation.lifecycle import LIKES, MOST_SCENARIOS
from middenstip.domain.deliberation.models.ballots import CONDITION_LENGTH, QUESTION_LENGTH
from middenstip.domain.goals.models import Goal
from middenstip.domain.parties.models import Seat
from middenstip.kernel.half import HALF_CHOICES
from middenstip.kernel.hidden import Hideable
from middenstip.kernel.models import Row, Thing

SCENARIO_LENGTH, EFFECT_LENGTH = 600, 200


class Scenario(Hideable, Thing):
    """One way that it could go. `number` is its place beside the others; `changed_at` is empty at first."""

    public_texts = ("title", "text", "gains", "gives_in")
    belonging: ClassVar[Mapping[str, Sequence[str]]] = {"effects": ("brings", "costs")}

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="scenarios")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    title = models.CharField("de titel", max_length=QUESTION_LENGTH)
    text = models.TextField("wat er gebeurt", max_length=SCENARIO_LENGTH)
    gains = models.CharField("voor wie is dit goed", max_length=EFFECT_LENGTH)
    gives_in = models.CharField("wie levert in", max_length=EFFECT_LENGTH)
    written_by = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "scenario"
        verbose_name_plural = "scenario's"
        constraints = [
            models.UniqueConstraint(fields=["goal", "number"], name="scenario_numbered"),
            models.CheckConstraint(
                condition=Q(number__gte=1) & Q(number__lte=MOST_SCENARIOS), name="scenario_beside_others"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ScenarioEffect(Row):
    """What a scenario brings one half, and what it costs that half."""

    scenario = models.ForeignKey(Scenario, on_delete=models.CASCADE, related_name="effects")
    half = models.CharField(max_length=12, choices=HALF_CHOICES)
    brings = models.CharField("wat het brengt", max_length=EFFECT_LENGTH)
    costs = models.CharField("wat het kost", max_length=EFFECT_LENGTH)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scenario", "half"], name="one_effect_per_half")]


class ScenarioReaction(Hideable, Thing):
    """What one seat finds of a scenario, with a sentence. It may change."""

    public_texts = ("words",)

    scenario = models.ForeignKey(Scenario, on_delete=models.CASCADE, related_name="reactions")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    half = models.CharField(max_length=12, choices=HALF_CHOICES)
    choice = models.CharField(max_length=7, choices=list(LIKES.items()))
    words = models.CharField("in één zin", max_length=CONDITION_LENGTH, blank=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = "reactie op een scenario"
        constraints = [models.UniqueConstraint(fields=["scenario", "seat"], name="scenario_reacted_once")]
