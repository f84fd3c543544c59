"""The winners are those of pabutools, in the same order, for every rule and completion it knows."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings

from middenstip.methods.allocation import Election, Rules, count, read
from middenstip.methods.allocation.count import shares_of
from middenstip.methods.allocation.more_money import EURO
from middenstip.methods.allocation.purses_array import ArrayPurses
from middenstip.methods.allocation.purses_list import ListPurses
from middenstip.methods.allocation.table import lay_out

from .elections import REAL, elections, real_file
from .oracle import AnyShare, Translated, answer, rules_known, same_order, translate

QUICK = settings(
    max_examples=130, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


def check(election: Election) -> None:
    translated = translate(election)
    for rules in rules_known(election.ballots.kind):
        ours = same_order(rules, count(election, rules).winners)
        assert ours == answer(election, rules, translated), rules


@QUICK
@given(elections())
def test_generated_approval_elections_give_the_same_winners(election: Election) -> None:
    check(election)


@QUICK
@given(elections("cumulative"))
def test_generated_cumulative_elections_give_the_same_winners(election: Election) -> None:
    check(election)


@QUICK
@given(elections("ordinal"))
def test_generated_ordinal_elections_give_the_same_winners(election: Election) -> None:
    check(election)


@QUICK
@given(elections("scoring"))
def test_generated_scoring_elections_give_the_same_winners(election: Election) -> None:
    check(election)


@settings(QUICK, max_examples=60)
@given(elections("cumulative", most=20))
def test_arrays_and_lists_count_the_same_down_to_the_fraction(election: Election) -> None:
    for measure in ("cost", "cardinality"):
        table = lay_out(election, Rules("mes", satisfaction=measure, ties="lexico"))
        shares = shares_of(table, table.plans)
        runs = []
        for kind in (ListPurses, ArrayPurses):
            shares.kind = kind
            trace = shares.run(2 * shares.first(election.budget))
            runs.append((trace.winners, trace.ties, trace.purses.prices()))
        assert runs[0] == runs[1]


@cache
def real(name: str) -> tuple[Election, Translated]:
    election = read(real_file(name))
    return election, translate(election)


@pytest.mark.parametrize("name", REAL)
def test_real_elections_give_the_same_winners(name: str) -> None:
    """Steps of one euro take pabutools minutes, so most are larger; the test below samples those of one."""
    election, translated = real(name)
    for rules in rules_known(election.ballots.kind):
        per_euro = rules.satisfaction == "cost"
        if rules.completion in ("add1", "add1e", "add1u") and not (election.voters < 100 and per_euro):
            if election.voters > 1000:
                continue
            rules = replace(rules, step=election.budget // election.voters // 3)
        ours = same_order(rules, count(election, rules).winners)
        assert ours == answer(election, rules, translated), rules


@pytest.mark.parametrize("measure", ["cost", "cardinality"])
@pytest.mark.parametrize("name", REAL)
def test_steps_of_one_euro_stop_where_those_of_pabutools_stop(name: str, measure: str) -> None:
    """Pabutools takes minutes for every step, so it counts the last one, one further (too expensive,
    unless the last was exhaustive and that ends it), and about ten on the way there (to go on)."""
    election, translated = real(name)
    theirs = AnyShare(translated, measure)

    @cache
    def at(step: int) -> tuple[list[str], bool, bool]:
        outcome = theirs.outcome(Fraction(election.budget, election.voters) + step * EURO)
        names = [plan.name for plan in outcome]
        return names, theirs.instance.is_feasible(outcome), theirs.exhaustive(outcome)

    for until_full in (False, True):
        completion = "add1e" if until_full else "add1"
        rules = Rules("mes", satisfaction=measure, completion=completion, ties="lexico", step=EURO)
        ours = count(election, rules)
        for step in range(0, ours.steps, max(1, ours.steps // 10)):
            _, fits, exhaustive = at(step)
            assert fits, step
            assert not (until_full and exhaustive), step
        names, fits, exhaustive = at(ours.steps)
        assert names == list(ours.winners)
        assert fits
        assert (until_full and exhaustive) or not at(ours.steps + 1)[1]
