"""A finished election comes in from a file, and counts as its city counted it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from middenstip.domain.budgeting import method, services
from middenstip.domain.budgeting.lifecycle import COMPLETIONS, RULE_NAMES
from middenstip.domain.budgeting.models import Budget, Outcome, Plan
from middenstip.domain.budgeting.rules import mark_of
from middenstip.kernel.verdict import Invalid
from tests.cast import Cast
from tests.journeys.budgets import (
    TEXTS,
    codes,
    counted,
    drafted,
    recounted,
    voting,
)

FILE = (
    "META|key;value|description;Wijkgeld 2024|num_projects;2|num_votes;3|budget;1000|vote_type;approval"
    "|PROJECTS|project_id;cost;name|a;600;Bank|b;700;Boom|VOTES|voter_id;vote|x;a|y;a,b|z;a|"
)


def test_a_finished_election_is_imported(cast: Cast, tmp_path: Path, capsys: Any) -> None:
    about: dict[str, Any] = {
        "by": cast.yara,
        "area": drafted(cast).area,
        "choices": {"title": "", "rule": "greedy", "completion": "add1", "lot": TEXTS["lot"]},
        "held_on": cast.day(-300),
    }
    text = FILE.replace("|", "\n")
    budget = services.import_budget(text=text, key="een", at=cast.tick(), **about)
    assert services.import_budget(text=text, key="een", at=cast.tick(), **about).pk == budget.pk
    assert (budget.title, budget.state, budget.ballot_count) == ("Wijkgeld 2024", "counted", 3)
    ranks = Plan.objects.filter(budget=budget).values_list("title", "votes", "rank")
    assert list(ranks.order_by("number")) == [("Bank", 3, 1), ("Boom", 1, None)]
    assert recounted(Outcome.objects.get(), tmp_path, capsys)["winners"] == ["a"]
    for wrong in (text.replace("x;a", "x;q"), "niets", text.replace("budget;1000", "budget;0")):
        with pytest.raises(Invalid):
            services.import_budget(text=wrong, at=cast.tick(), **about)
    nameless = text.replace("description;Wijkgeld 2024\n", "")
    with pytest.raises(Invalid, match="naam"):
        services.import_budget(text=nameless, at=cast.tick(), **about)


def test_the_ceilings_of_a_finished_election_count_too(cast: Cast, tmp_path: Path, capsys: Any) -> None:
    """Green may cost € 700: the tree does not fit under that, and takes what is left in the end."""
    ceilings = "budget_per_category;700,2000|categories;groen,spel|leftover_budget;by score|PROJECTS"
    text = FILE.replace("PROJECTS", ceilings).replace("budget;1000", "budget;2000")
    text = (
        text.replace("cost;name", "cost;name;category")
        .replace("Bank", "Bank;groen")
        .replace("Boom", "Boom;groen")
    )
    services.import_budget(
        by=cast.yara,
        area=drafted(cast).area,
        text=text.replace("|", "\n"),
        choices={"title": "", "rule": "greedy", "completion": "none", "lot": TEXTS["lot"]},
        held_on=cast.day(-300),
        at=cast.tick(),
    )
    outcome = Outcome.objects.get()
    assert "--file-ceilings --joint-leftovers" in outcome.command
    assert recounted(outcome, tmp_path, capsys)["winners"] == ["a", "b"]
    wrong = text.replace("700,2000", "700").replace("|", "\n")
    with pytest.raises(Invalid, match="plafonds"):
        method.read_file(wrong)


def test_a_finished_election_counts_as_its_city_did(cast: Cast, tmp_path: Path, capsys: Any) -> None:
    """At most three plans in order of liking, a threshold of four points, and a plan that turned out to be
    impossible. The bank has 3 + 3 points, the tree 2 + 3, the swing 2 and then 1: the swing lacks a point."""
    head = "META|key;value|description;Wijkgeld|num_projects;4|num_votes;3|budget;1000|vote_type;ordinal"
    meta = "|rule;greedy-no-skip|max_length;3|min_project_score_threshold;4"
    plans = "|PROJECTS|project_id;cost;name|a;600;Bank|b;500;Boom|c;100;Schommel|d;999999999;Brug"
    text = f"{head}{meta}{plans}|VOTES|voter_id;vote|x;a,b,c|y;a,c|z;b".replace("|", "\n")
    about: dict[str, Any] = {
        "by": cast.yara,
        "area": drafted(cast).area,
        "choices": {"title": "", "rule": "no-skip", "completion": "add1", "lot": TEXTS["lot"]},
        "held_on": cast.day(-300),
    }
    budget = services.import_budget(text=text, at=cast.tick(), **about)
    assert (budget.min_votes, budget.completion) == (4, "none")
    bank, tree, swing, bridge = Plan.objects.filter(budget=budget).order_by("number")
    assert [bank.votes, tree.votes, swing.votes, bridge.votes] == [6, 5, 3, 0]
    assert [plan.rank for plan in (bank, tree, swing, bridge)] == [1, None, None, None]
    assert tree.why.endswith("toen dit plan aan de beurt was, was er nog € 400 over.")
    assert swing.why.endswith("er waren minstens 4 nodig.")
    assert bridge.why.endswith("het kost meer dan het hele budget van € 1.000.")
    outcome = Outcome.objects.get(budget=budget)
    assert "--rule greedy --stop-at-first --min-votes 4" in outcome.command
    assert recounted(outcome, tmp_path, capsys)["winners"] == ["a"]
    tried = {(row["rule"], row["completion"]): row["winners"] for row in method.try_rules(text, "x", 0)}
    assert tried[("no-skip", "none")] == 1
    assert len(tried) == len(RULE_NAMES) - 1 + len(COMPLETIONS)
    for said, wrong in (("max_length;3", "max_length;drie"), ("threshold;4", "threshold;x")):
        with pytest.raises(Invalid, match="geen heel getal"):
            services.import_budget(text=text.replace(said, wrong), at=cast.tick(), **about)


def test_the_page_and_the_command_give_the_same_winners(cast: Cast, tmp_path: Path, capsys: Any) -> None:
    """Of any election: each play is rolled back before the next."""
    made = voting(cast, costs=(1, 2, 3, 4, 5))
    plans = list(Plan.objects.filter(budget=made).order_by("number"))

    @settings(max_examples=12, deadline=None, database=None, phases=[Phase.generate])
    @given(st.data())
    def trial(data: st.DataObject) -> None:
        draw = data.draw
        kind = draw(st.sampled_from(["approval", "choose", "points"]))
        most = 1 if kind != "points" else 3
        ballot = st.dictionaries(st.integers(1, 5), st.integers(1, most), max_size=2)
        with transaction.atomic():
            budget = Budget.objects.select_related("area").get(pk=made.pk)
            budget.kind, budget.most = kind, 6
            budget.rule = draw(st.sampled_from(list(RULE_NAMES)))
            budget.completion = draw(st.sampled_from(list(COMPLETIONS)))
            budget.min_votes = draw(st.integers(0, 2))
            budget.rules_mark = mark_of(budget)
            budget.store("kind", "most", "rule", "completion", "min_votes", "rules_mark")
            for plan in plans:
                plan.cost = draw(st.integers(1, 1000)) * 100
            Plan.objects.bulk_update(plans, ["cost"])
            ballots = draw(st.lists(ballot, min_size=1, max_size=8))
            for code, chosen in zip(codes(cast, budget, len(ballots)), ballots, strict=True):
                services.cast_ballot(
                    budget=budget, code=code, choices=chosen, is_blank=not chosen, at=cast.tick()
                )
            counted(cast, budget)
            won = Plan.objects.filter(budget=budget, rank__isnull=False).order_by("rank")
            result = recounted(Outcome.objects.get(budget=budget), tmp_path, capsys)
            assert [int(one) for one in result["winners"]] == [plan.number for plan in won]
            transaction.set_rollback(True)

    trial()
