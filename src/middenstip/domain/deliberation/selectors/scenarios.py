"""Queries about scenarios: those of a table, and what people find of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from django.db.models import Count

from middenstip.domain.deliberation.models import Scenario, ScenarioEffect, ScenarioReaction
from middenstip.domain.goals.models import Goal


def scenarios_of(goal: Goal) -> list[Scenario]:
    """The scenarios of this table with their effects, side by side. Two queries."""
    return list(Scenario.objects.filter(goal=goal).order_by("number").prefetch_related("effects"))


def scenario_by_id(public_id: str) -> Scenario | None:
    """One scenario with its table; None when there is none. One query."""
    around = ("goal__initiative", "goal__area__district", "goal__municipality", "area")
    return Scenario.objects.select_related(*around).filter(public_id=public_id).first()


def effects_of(scenario: Scenario) -> dict[str, ScenarioEffect]:
    """Half to what it brings and costs that half. One query."""
    return {one.half: one for one in ScenarioEffect.objects.filter(scenario=scenario)}


def likes_in(scenarios: Collection[Scenario]) -> Counter[tuple[int, str, str]]:
    """How often each answer was given: scenario (a key), half and choice to a number. One query."""
    rows = ScenarioReaction.objects.filter(scenario__in=scenarios).values_list("scenario", "half", "choice")
    counted = rows.annotate(number=Count("*")).order_by()
    return Counter({(scenario, half, choice): number for scenario, half, choice, number in counted})


def reactions_with_words(scenarios: Collection[Scenario], limit: int) -> list[ScenarioReaction]:
    """The newest reactions with a sentence, newest first. One query."""
    rows = ScenarioReaction.objects.filter(scenario__in=scenarios).exclude(words="")
    return list(rows.order_by("-at", "-pk")[:limit])


def reactions_from(scenarios: Collection[Scenario], seat: int) -> dict[int, ScenarioReaction]:
    """What this seat (a key) found, by scenario (a key). One query."""
    rows = ScenarioReaction.objects.filter(scenario__in=scenarios, seat=seat)
    return {one.scenario_id: one for one in rows}
