"""Writing scenarios side by side, and saying what you find of one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone

from middenstip.domain.deliberation import facts, rules
from middenstip.domain.deliberation.models import Scenario, ScenarioEffect, ScenarioReaction
from middenstip.domain.deliberation.selectors.scenarios import effects_of
from middenstip.domain.deliberation.services.ballots import hold_table, require_seat
from middenstip.domain.deliberation.services.record import record_about
from middenstip.domain.goals.models import Goal
from middenstip.domain.parties.selectors import hold_person, hold_seat
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.write import write

Effects = Mapping[str, tuple[str, str]]  # half to what it brings and what it costs


@write
def add_scenario(
    *, by: Actor, goal: Goal, title: str, text: str, gains: str, gives_in: str, effects: Effects, at: datetime
) -> Scenario:
    """A seat at the table puts a scenario beside the others. Twice the same is once."""
    goal = hold_table(goal)
    require_seat(by, goal)
    told, parts = _told(title, text, gains, gives_in, effects)
    beside = list(Scenario.objects.filter(goal=goal).order_by("number"))
    same = next((one for one in beside if typed.folded(one.title) == typed.folded(told["title"])), None)
    if same and _is_same(same, told, parts):
        return same  # the same form twice
    rules.check_scenario(told, parts, is_known=bool(same))
    rules.check_room_beside(beside)
    scenario = Scenario(goal=goal, area=goal.area, number=len(beside) + 1, written_by_id=by.seat_id, at=at)
    return _written(scenario, told, parts, by, at)


@write
def change_scenario(
    *,
    by: Actor,
    scenario: Scenario,
    title: str,
    text: str,
    gains: str,
    gives_in: str,
    effects: Effects,
    at: datetime,
) -> Scenario:
    """A seat at the table changes it; the page says so. The reactions stay: everybody may change theirs."""
    goal = hold_table(scenario.goal)
    require_seat(by, goal)
    scenario = Scenario.objects.select_for_update(of=("self",)).get(pk=scenario.pk)
    scenario.goal = goal
    rules.check_readable(scenario)
    told, parts = _told(title, text, gains, gives_in, effects)
    if _is_same(scenario, told, parts):
        return scenario
    others = Scenario.objects.filter(goal=goal).exclude(pk=scenario.pk).values_list("title", flat=True)
    is_known = typed.folded(told["title"]) in {typed.folded(one) for one in others}
    rules.check_scenario(told, parts, is_known=is_known)
    scenario.changed_at = at
    return _written(scenario, told, parts, by, at)


@write
def react_to_scenario(
    *, by: Actor, scenario: Scenario, choice: str, words: str = "", at: datetime
) -> ScenarioReaction:
    """Say what you find of it, or change that. One reaction for every seat."""
    words = typed.line(words)
    hold_person(by.person_id)
    hold_seat(by.person_id, by.seat_id, timezone.localdate(at))
    goal = hold_table(scenario.goal)
    scenario = Scenario.objects.select_for_update(of=("self",)).get(pk=scenario.pk)
    scenario.goal = goal
    rules.check_readable(scenario)
    rules.check_like(choice, words)
    known = ScenarioReaction.objects.filter(scenario=scenario, seat=by.seat_id).first()
    reaction = known or ScenarioReaction(scenario=scenario, seat_id=by.seat_id, half=by.half.value)
    rules.check_written_anew(reaction, words)
    if known and (known.choice, known.words) == (choice, words):
        return known
    reaction.choice, reaction.words, reaction.at = choice, words, at
    return reaction.store()


def _told(
    title: str, text: str, gains: str, gives_in: str, effects: Effects
) -> tuple[dict[str, str], Effects]:
    told = {
        "title": typed.name("title", title),
        "text": typed.text(text),
        "gains": typed.line(gains),
        "gives_in": typed.line(gives_in),
    }
    empty = ("", "")
    lines = {half.value: effects.get(half.value, empty) for half in Half}
    return told, {half: (typed.line(brings), typed.line(costs)) for half, (brings, costs) in lines.items()}


def _is_same(scenario: Scenario, told: Mapping[str, str], parts: Effects) -> bool:
    kept = {half: (one.brings, one.costs) for half, one in effects_of(scenario).items()}
    return kept == parts and all(getattr(scenario, name) == value for name, value in told.items())


def _written(
    scenario: Scenario, told: Mapping[str, str], parts: Effects, by: Actor, at: datetime
) -> Scenario:
    for name, value in told.items():
        setattr(scenario, name, value)
    scenario.store()
    known = effects_of(scenario)
    for half, (brings, costs) in parts.items():
        effect = known.get(half) or ScenarioEffect(scenario=scenario, half=half)
        effect.brings, effect.costs = brings, costs
        effect.store()
    record_about(facts.ScenarioWritten, scenario, by, at, is_changed=bool(scenario.changed_at))
    return scenario
