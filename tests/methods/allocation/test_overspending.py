"""Bounded overspending gives the winners of its definition, worked out voter by voter in fractions."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from middenstip.methods.allocation import Ceiling, Election, Rules, count, overspending, read, voter_receipt
from middenstip.methods.allocation.rules import Satisfaction

from .elections import elections, real_file, small

QUICK = settings(max_examples=150, deadline=None, derandomize=True)


def by_definition(election: Election, measure: Satisfaction) -> list[str]:
    """The rule as it is defined: every voter a purse, every plan tried at every purse that can run out."""
    ballots, budget = election.ballots, Fraction(election.budget)
    people: list[dict[int, Fraction]] = []
    for number in ballots.ballot_of.tolist():
        part = slice(int(ballots.start[number]), int(ballots.start[number + 1]))
        given = zip(ballots.project[part].tolist(), ballots.points[part].tolist(), strict=True)
        per_euro = measure == "cost"
        people.append({p: Fraction(election.costs[p] if per_euro else point) for p, point in given})
    purses = [budget / len(people)] * len(people)
    order = sorted(range(len(election.projects)), key=lambda plan: election.projects[plan].id)
    won: list[int] = []
    while True:
        deals = []
        for rank, plan in enumerate(order):
            cost = election.costs[plan]
            backers = [(purses[n], gain[plan]) for n, gain in enumerate(people) if gain.get(plan)]
            if plan in won or cost > budget or not any(money for money, _ in backers):
                continue
            levels = [money / gain for money, gain in backers if money]
            levels += [
                (cost - sum(m for m, g in backers if m / g <= low)) / rich
                for low in (Fraction(0), *levels)
                if (rich := sum(g for m, g in backers if m / g > low))
            ]
            for level in levels:
                brought = sum(min(money, level * gain) for money, gain in backers) if level > 0 else 0
                if 0 < brought <= cost:
                    part = brought / cost
                    deals.append((level / part**2, rank, -part, plan, level / part))
        if not deals:
            return [election.projects[plan].id for plan in won]
        _, _, _, plan, price = min(deals)
        won.append(plan)
        budget -= election.costs[plan]
        left = [m - price * gain.get(plan, 0) for m, gain in zip(purses, people, strict=True)]
        purses = [max(money, Fraction(0)) for money in left]


@QUICK
@given(elections("cumulative", most=14), st.sampled_from(["cost", "cardinality"]))
def test_generated_elections_give_the_winners_of_the_definition(
    election: Election, measure: Satisfaction
) -> None:
    rules = Rules("bos", satisfaction=measure, ties="lexico")
    assert list(count(election, rules).winners) == by_definition(election, measure)


def test_backers_who_lack_a_little_may_still_buy() -> None:
    """Two of three want the square at € 1.000, one the bench at € 100, and there is € 1.000. The two have
    € 666,67: two thirds. Their price is 1/3 at 2/3, so 3/4 with the shortage; the bench stands at 1."""
    square = small({"s": 1000, "b": 100}, 1000, ["s", "b", "s"])
    assert count(square, Rules("mes")).winners == ("b",)
    result = count(square, Rules("bos"))
    assert result.winners == ("s",)
    paid = result.rounds[0]
    assert (paid.payers, paid.gave_all, paid.paid) == (2, 2, 666_67)
    said = result.sentences
    assert said[-2].endswith(
        "2 van hen gaven alles wat ze nog hadden; samen kwamen ze € 333,33 tekort, en dat betaalt het hele "
        "budget. Daarna is er € 0 over."
    )
    assert said[-1].endswith("valt af: toen dit plan aan de beurt was, was er nog € 0 over.")
    assert [fate.support for fate in result.fates] == [None, None]
    assert voter_receipt(result, "0").paid == (("s", 333_33),)


def test_a_free_plan_with_votes_goes_first() -> None:
    result = count(small({"a": 10, "b": 0, "c": 0}, 10, ["ab"]), Rules("bos"))
    assert result.winners == ("b", "a")
    assert result.sentences[-2].endswith("wint: het kost niets. Daarna is er € 10 over.")


def test_a_loser_whose_backers_spent_all_reads_where_it_went() -> None:
    """Ann and Bo get all of a with everything they have; what is left of the budget has nobody's money."""
    election = small({"a": 50, "b": 50}, 100, ["ab", "ab", "", ""])
    result = count(election, Rules("bos", ties="lexico"))
    assert (result.winners, result.fates[1].reason) == (("a",), "money_spent")
    assert "€ 50 ging naar a" in result.sentences[-1]
    assert count(election, Rules("bos", completion="greedy", ties="lexico")).winners == ("a", "b")
    assert count(election, Rules("bos", completion="add1", ties="lexico")).winners == ("a",)


def test_plans_that_are_exactly_equal_are_decided_as_elsewhere() -> None:
    result = count(small({"a": 10, "b": 10}, 10, ["a", "b"]), Rules("bos", ties="lexico"))
    assert (result.winners, result.ties) == (("a",), {"lexico": 1})


def test_ceilings_hold() -> None:
    election = small({"a": 10, "b": 10}, 20, ["ab"])
    result = count(election, Rules("bos", ties="lexico", ceilings=(Ceiling("neighbourhood", "", 10_00),)))
    assert (len(result.winners), result.fates[1].reason) == (1, "ceiling")


def test_a_price_with_too_many_digits_is_rounded_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """With one digit in place of a hundred: 1/3 of a cent per vote is 4 tenths."""
    election = small({"a": 0.01}, 3, ["a"] * 3)
    exact = count(election, Rules("bos")).rounds[0].price
    monkeypatch.setattr(overspending, "FINEST", 10)
    assert (exact, count(election, Rules("bos")).rounds[0].price) == (Fraction(1, 3), Fraction(1, 3))
    monkeypatch.setattr(overspending, "FINEST", 2)
    assert count(election, Rules("bos")).rounds[0].price == Fraction(1, 2)


def test_a_real_election_spends_more_than_equal_shares_alone() -> None:
    election = read(real_file("Netherlands_Assen_2024"))
    result = count(election, Rules("bos", ties="lexico"))
    assert list(result.winners) == by_definition(election, "cost")
    assert result.cost > count(election, Rules("mes")).cost
