"""The table of Lettele puts scenarios side by side, and people say what they find of each."""

from __future__ import annotations

from typing import Any

import pytest

from middenstip.domain.deliberation import services
from middenstip.domain.deliberation.models import Scenario, ScenarioEffect, ScenarioReaction
from middenstip.domain.deliberation.selectors.scenarios import likes_in
from middenstip.domain.goals.models import Goal
from middenstip.journal.models import Entry
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.hidden import HIDDEN
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, stops, table

EFFECTS = {half.value: ("Schaduw.", "Een stuk grond.") for half in Half}


def told(**more: Any) -> dict[str, Any]:
    texts = {"title": "Een bos", "text": "Er komen bomen.", "gains": "Kinderen", "gives_in": "Wie parkeert"}
    return texts | {"effects": EFFECTS} | more


def added(cast: Cast, goal: Goal, by: Actor | None = None, **more: Any) -> Scenario:
    return services.add_scenario(by=by or cast.bas, goal=goal, **told(**more), at=cast.tick())


def reacts(cast: Cast, scenario: Scenario, by: Actor, choice: str, words: str = "") -> ScenarioReaction:
    return services.react_to_scenario(by=by, scenario=scenario, choice=choice, words=words, at=cast.tick())


def test_two_to_four_scenarios_stand_side_by_side(cast: Cast) -> None:
    goal = table(cast)
    for wrong, field in (
        ({"title": " "}, "title"),
        ({"text": ""}, "text"),
        ({"gains": ""}, "gains"),
        ({"gives_in": "\u200b"}, "gives_in"),
        ({"effects": EFFECTS | {"overheid": ("Rust.", "")}}, "overheid_costs"),
        ({"effects": {}}, "bewoners_brings"),
    ):
        with pytest.raises(Invalid) as refusal:
            added(cast, goal, **wrong)
        assert next(iter(refusal.value.errors)) == field
    with pytest.raises(Forbidden, match="aan tafel zit"):
        added(cast, goal, by=cast.gerrit)
    first = added(cast, goal)
    assert added(cast, goal) == first  # the same form twice
    with pytest.raises(Invalid, match="Zo heet al een scenario"):
        added(cast, goal, title="EEN  BOS", text="Iets anders.")
    for title in ("Een tuin", "Een veld", "Een plein"):
        added(cast, goal, by=cast.ilse, title=title)
    with pytest.raises(NotNow, match="al vier scenario's"):
        added(cast, goal, title="Een vijver")
    assert list(Scenario.objects.order_by("number").values_list("number", flat=True)) == [1, 2, 3, 4]
    assert ScenarioEffect.objects.count() == 12


def test_a_changed_scenario_says_so_and_keeps_its_reactions(cast: Cast) -> None:
    goal = table(cast)
    first, second = added(cast, goal), added(cast, goal, title="Een tuin")
    reacts(cast, first, cast.gerrit, "like")

    def change(by: Actor = cast.marijke, **more: Any) -> Scenario:
        return services.change_scenario(by=by, scenario=first, **told(**more), at=cast.tick())

    assert change().changed_at is None  # nothing changed
    with pytest.raises(Invalid, match="andere titel"):
        change(title=second.title)
    with pytest.raises(Forbidden):
        change(by=cast.tarik, text="Er komen struiken.")
    changed = change(effects=EFFECTS | {"overheid": ("Minder water.", "Geld.")})
    assert changed.changed_at is not None
    assert ScenarioEffect.objects.get(scenario=first, half="overheid").brings == "Minder water."
    assert ScenarioReaction.objects.count() == 1
    facts = Entry.objects.filter(kind="scenario.written").order_by("pk")
    assert [one.data["is_changed"] for one in facts] == [False, False, True]


def test_every_seat_reacts_once_and_may_change_it(cast: Cast) -> None:
    goal = table(cast)
    scenario = added(cast, goal)
    with pytest.raises(Invalid, match="Kies een van"):
        reacts(cast, scenario, cast.gerrit, "geweldig")
    with pytest.raises(Invalid, match="te lang"):
        reacts(cast, scenario, cast.gerrit, "like", "a" * 301)
    reacts(cast, scenario, cast.gerrit, "like")
    changed = reacts(cast, scenario, cast.gerrit, "doubt", "Wie ruimt het blad op?")
    assert reacts(cast, scenario, cast.gerrit, "doubt", "Wie ruimt het blad op?").at == changed.at
    reacts(cast, scenario, cast.ilse, "dislike")
    assert likes_in([scenario]) == {
        (scenario.pk, "bewoners", "doubt"): 1,
        (scenario.pk, "overheid", "dislike"): 1,
    }
    stops(cast, goal)
    with pytest.raises(NotNow, match="Deze tafel is klaar"):
        reacts(cast, scenario, cast.bas, "like")


def test_what_is_hidden_is_not_changed_and_comes_back(cast: Cast) -> None:
    scenario = added(cast, table(cast))
    reaction = reacts(cast, scenario, cast.gerrit, "dislike", "Onaardig.")
    act: dict[str, Any] = {"by": None, "at": cast.tick()}
    services.hide_scenario_reaction(code=reaction.public_id, words=HIDDEN, **act)
    with pytest.raises(NotNow, match="je woorden niet"):
        reacts(cast, scenario, cast.gerrit, "dislike", "Weer onaardig.")
    services.show_scenario_reaction(code=reaction.public_id, **act)
    services.hide_scenario(code=scenario.public_id, words=HIDDEN, **act)
    assert set(ScenarioEffect.objects.values_list("brings", "costs")) == {(HIDDEN, HIDDEN)}
    with pytest.raises(NotNow, match="verborgen"):
        reacts(cast, scenario, cast.bas, "like")
    with pytest.raises(NotNow, match="verborgen"):
        services.change_scenario(by=cast.bas, scenario=scenario, **told(), at=cast.tick())
    services.show_scenario(code=scenario.public_id, **act)
    assert (Scenario.objects.get().title, ScenarioReaction.objects.get().words) == ("Een bos", "Onaardig.")
