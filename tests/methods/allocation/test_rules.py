"""Each rule on an election small enough to count by hand."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Literal

import pytest

from middenstip.methods.allocation import (
    BadElection,
    Ballots,
    Ceiling,
    Election,
    Project,
    Rules,
    Vote,
    ceilings_of,
    count,
    parse,
    read,
)
from middenstip.methods.allocation.count import shares_of
from middenstip.methods.allocation.purses_array import ArrayPurses
from middenstip.methods.allocation.rules import Places
from middenstip.methods.allocation.table import lay_out

from .elections import real_file, small

# Ten people, € 100: everyone has € 10. Six want a, five of them also want b, four want only c.
HALVES = small({"a": 50, "b": 50, "c": 40}, 100, ["ab"] * 5 + ["a"] + ["c"] * 4)


def test_greedy_gives_all_money_to_the_majority() -> None:
    assert count(HALVES, Rules("greedy")).winners == ("a", "b")


def test_equal_shares_leaves_the_minority_its_own_money() -> None:
    result = count(HALVES, Rules("mes"))
    assert result.winners == ("a", "c")
    assert [(paid.price, paid.payers) for paid in result.rounds] == [
        (Fraction(50_00, 6), 6),
        (Fraction(10_00), 4),
    ]


def test_phragmen_buys_when_the_backers_have_saved_enough() -> None:
    result = count(HALVES, Rules("phragmen"))
    assert result.winners == ("a", "c")
    assert [paid.price for paid in result.rounds] == [Fraction(50_00, 6), Fraction(10_00)]
    assert result.fates[1].reason == "stopped"


def test_add1_goes_on_where_add1e_stops() -> None:
    """With € 5 each b and a are bought and c no longer fits, so add1e stops there. Add1 goes on: with
    € 8 each the backers of c can pay it before a has its turn, and the whole budget is spent."""
    election = small({"a": 4, "b": 10, "c": 10}, 20, ["ac", "bc", "b", "b"])
    early = count(election, Rules("mes", completion="add1e"))
    late = count(election, Rules("mes", completion="add1"))
    assert (early.winners, early.steps, early.share) == (("b", "a"), 0, 5_00)
    assert (late.winners, late.steps, late.share) == (("b", "c"), 3, 8_00)


def test_when_everything_fits_nobody_runs_out_of_money() -> None:
    result = count(small({"a": 4, "b": 4}, 9, ["a", "b", "b"]), Rules("mes", completion="add1"))
    assert (result.winners, result.steps) == (("b", "a"), 9)


def test_assen_gives_its_official_outcome() -> None:
    election = read(real_file("Netherlands_Assen_2024"))
    result = count(election, Rules("mes", completion="add1", ties="lexico"))
    assert set(result.winners) == {project.id for project in election.projects if project.selected}
    assert result.cost == 76_700_00


def test_the_step_of_add1_grows_with_the_money_per_voter() -> None:
    rich = small({"a": 900_000}, 1_000_000, ["a", ""])
    result = count(rich, Rules("mes", completion="add1e"))
    assert (result.step, result.winners) == (100_00, ("a",))


def test_greedy_completion_uses_the_measure_of_the_rule() -> None:
    """Seven buy x together. Of the € 40 left either b (three backers) or c (two, but cheaper)
    is bought."""
    election = small({"x": 60, "b": 40, "c": 22}, 100, ["xb"] * 3 + ["xc"] * 2 + ["x"] * 2 + [""] * 3)
    for rules, winners in (
        (Rules("mes", completion="greedy"), ("x", "b")),
        (Rules("mes", satisfaction="cardinality", completion="greedy"), ("x", "c")),
        (Rules("mes", satisfaction="cardinality", completion="greedy", by="votes"), ("x", "b")),
    ):
        assert count(election, rules).winners == winners


def test_points_count_as_votes() -> None:
    election = small({"a": 10, "b": 10}, 10, ["a5 b1", "b3"], "cumulative")
    assert count(election, Rules("greedy")).winners == ("a",)
    assert count(election, Rules("mes", satisfaction="cost", completion="greedy")).winners == ("b",)


@pytest.mark.parametrize(
    ("places", "votes"), [("max-length", [4, 8, 3]), ("own-length", [4, 6, 3]), ("2-1-0", [2, 3, 1])]
)
def test_a_place_on_an_ordinal_ballot_is_worth_what_the_rules_say(places: Places, votes: list[int]) -> None:
    election = small({"a": 10, "b": 10, "c": 10}, 10, ["abc", "bca", "b"], "ordinal")
    assert [fate.votes for fate in count(election, Rules("greedy", places=places)).fates] == votes


@pytest.mark.parametrize(("stated", "votes"), [("4", [6, 11, 5]), ("1", [4, 8, 3]), ("", [4, 8, 3])])
def test_the_first_place_gets_what_the_file_says_a_ballot_may_name(stated: str, votes: list[int]) -> None:
    """A file that says one, while somebody names three, is read as three: nobody gets less than nothing."""
    election = small({"a": 10, "b": 10, "c": 10}, 10, ["abc", "bca", "b"], "ordinal")
    told = count(replace(election, meta=(("max_length", stated),)), Rules("greedy"))
    assert [fate.votes for fate in told.fates] == votes


def test_a_longest_ballot_that_is_no_number_is_told() -> None:
    election = replace(small({"a": 10}, 10, ["a"], "ordinal"), meta=(("max_length", "drie"),))
    with pytest.raises(BadElection, match="'max_length' in META is geen heel getal: 'drie'"):
        count(election, Rules("greedy"))


def test_greedy_can_stop_at_the_first_plan_that_does_not_fit() -> None:
    """A plan above the whole budget, or one whose rival won, does not stop it."""
    costs = {"z": 9_999_999.99, "a": 60, "r": 10, "b": 50, "c": 20, "d": 20}
    election = small(costs, 100, ["zarbcd"] * 2 + ["zarbc", "zarb", "zar", "za", "z"])
    rules = Rules("greedy", stop_at_first=True, incompatible=(frozenset("ar"),))
    result = count(election, rules)
    assert result.winners == ("a",)
    assert [fate.reason for fate in result.fates] == [
        "above_budget",
        "won",
        "excluded",
        "no_room",
        "stopped",
        "stopped",
    ]
    assert result.sentences[-1].endswith("de telling stopte toen b niet meer in het budget paste.")
    assert count(election, replace(rules, stop_at_first=False)).winners == ("a", "c", "d")


def test_a_tie_decides_who_is_the_first_that_does_not_fit() -> None:
    election = small({"a": 6, "b": 5, "c": 5}, 10, ["abc"])
    result = count(election, Rules("greedy", stop_at_first=True))
    assert (result.winners, result.ties["cost"]) == (("b", "c"), 1)
    assert result.fates[0].reason == "no_room"
    roomy = count(small({"a": 6, "b": 5}, 20, ["ab"]), Rules("greedy", stop_at_first=True))
    assert (roomy.winners, roomy.stopped_by) == (("b", "a"), None)


def test_add1u_fills_up_after_add1() -> None:
    """Everyone gets more until the fountain would be bought as well; then the tree fits in what is left."""
    election = small({"a": 60, "b": 30, "c": 50}, 100, ["a"] * 6 + ["b"] * 2 + ["c"] * 4)
    add1 = count(election, Rules("mes", completion="add1"))
    add1u = count(election, Rules("mes", completion="add1u"))
    assert (add1.winners, add1u.winners) == (("a",), ("a", "b"))
    assert [paid.stage for paid in add1u.rounds] == ["rule", "completion"]


def test_a_free_plan_with_votes_goes_first() -> None:
    election = small({"a": 10, "b": 0, "c": 0}, 10, ["ab"])
    assert count(election, Rules("mes")).winners == ("b", "a")
    assert count(election, Rules("greedy", by="votes-per-cost")).winners == ("b", "a", "c")
    assert count(election, Rules("mes")).fates[1].support == 100


def test_plans_without_enough_votes_do_not_take_part() -> None:
    result = count(HALVES, Rules("greedy", min_votes=5))
    assert result.winners == ("a", "b")
    assert result.fates[2].reason == "min_votes"


def test_of_plans_that_exclude_each_other_one_wins() -> None:
    for rule in ("greedy", "mes", "phragmen"):
        result = count(HALVES, Rules(rule, incompatible=(frozenset("ab"),)))
        assert result.winners == ("a", "c")
        assert result.fates[1].reason == "excluded"


def test_add1_under_ceilings_stops_when_nothing_is_open() -> None:
    election = replace(HALVES, projects=tuple(replace(p, categories=("x",)) for p in HALVES.projects))
    result = count(election, Rules("mes", completion="add1", ceilings=(Ceiling("category", "x", 60_00),)))
    assert (result.winners, result.steps) == (("a",), 0)
    assert result.fates[2].reason == "ceiling"


def test_ceilings_leave_money_that_is_spent_jointly() -> None:
    election = read(real_file("Netherlands_Amsterdam_285"))
    limits = ceilings_of(election)
    apart = count(election, Rules("greedy", ceilings=limits))
    jointly = count(election, Rules("greedy", ceilings=limits, joint_leftovers=True))
    assert [limit.amount for limit in limits] == [200_000_00, 100_000_00, 100_000_00]
    assert (len(apart.winners), apart.cost) == (18, 395_600_00)
    assert jointly.winners[:18] == apart.winners
    assert [paid.stage for paid in jointly.rounds[18:]] == ["leftover"]
    assert jointly.cost == 397_600_00


def test_ceilings_in_a_file_need_a_name_each() -> None:
    text = "META\nkey;value\nnum_projects;1\nnum_votes;1\nbudget;9\nvote_type;approval\n{}\n"
    text += "PROJECTS\nproject_id;cost\np;9\nVOTES\nvoter_id;vote\nann;p\n"
    with pytest.raises(BadElection, match="2 plafonds voor 1 namen"):
        ceilings_of(parse(text.format("budget_per_category;1,2\ncategories;x")))
    with pytest.raises(BadElection, match="Het plafond 'veel' van x in META is geen bedrag"):
        ceilings_of(parse(text.format("budget_per_neighborhood;veel\nneighborhoods;x")))


def by_channel(*votes: tuple[str, str]) -> Election:
    projects = (Project("a", 10_00), Project("b", 10_00))
    cast = [Vote(str(n), tuple(names), channel=channel) for n, (names, channel) in enumerate(votes)]
    return Election(projects, 10_00, Ballots.cast(cast, projects))


def test_paper_and_internet_weigh_what_was_agreed() -> None:
    election = by_channel(("a", "paper"), ("b", "internet"), ("b", "internet"), ("a", "internet"))
    half_each = Rules("greedy", channels=(("paper", 1), ("internet", 1)))
    result = count(election, half_each)
    assert [fate.votes for fate in result.fates] == [Fraction(8, 3), Fraction(4, 3)]
    assert result.winners == ("a",)
    assert count(election, Rules("mes", channels=half_each.channels)).share == Fraction(2_50)


@pytest.mark.parametrize(
    ("channels", "reason"),
    [
        ((("paper", 1),), "via 'internet', maar dat kanaal heeft geen gewicht"),
        ((("internet", 0), ("paper", 1)), "kanaal met gewicht nul"),
        ((("internet", 0),), "samen meer dan nul"),
    ],
)
def test_a_channel_without_weight_is_refused(channels: tuple[tuple[str, int], ...], reason: str) -> None:
    with pytest.raises(BadElection, match=reason):
        count(by_channel(("a", "internet")), Rules("greedy", channels=channels))


def test_the_comparison_step_lets_a_rule_stand_or_fall() -> None:
    stands = count(HALVES, Rules("greedy", must_beat="mes"))
    assert stands.comparison is not None
    assert (stands.comparison.prefer_rule, stands.comparison.prefer_rival) == (5, 4)
    assert stands.winners == ("a", "b")
    falls = count(HALVES, Rules("mes", must_beat="greedy"))
    assert falls.winners == ("a", "b")
    assert falls.rules.rule == "greedy"
    per_plan = count(HALVES, Rules("mes", satisfaction="cardinality", must_beat="phragmen"))
    assert per_plan.comparison is not None
    assert per_plan.comparison.stands


@pytest.mark.parametrize(
    "wrong", [{"rule": "x"}, {"by": "x"}, {"must_beat": "x"}, {"step": 0}, {"channels": (("paper", -1),)}]
)
def test_rules_that_make_no_sense_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(BadElection):
        Rules(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("costs", "budget", "ballots", "reason"),
    [
        ({"a": -1}, 10, ["a"], "minder dan nul"),
        ({"a": 1}, 0, ["a"], "budget is nul"),
        ({"a": 1}, 10, [], "geen stemmen"),
        ({"a": 1}, 10, ["b"], "plan b, maar dat plan bestaat niet"),
    ],
)
def test_an_election_that_cannot_be_counted_is_refused(
    costs: dict[str, float], budget: float, ballots: list[str], reason: str
) -> None:
    with pytest.raises(BadElection, match=reason):
        small(costs, budget, ballots)


def test_two_plans_or_voters_with_one_name_are_refused() -> None:
    twice = (Project("a", 1), Project("a", 1))
    with pytest.raises(BadElection, match="Twee plannen"):
        Election(twice, 1, Ballots.cast([Vote("x")], twice))
    with pytest.raises(BadElection, match="twee keer"):
        Ballots.cast([Vote("x"), Vote("x")], twice)
    with pytest.raises(BadElection, match="onbekend"):
        Ballots.cast([Vote("x")], twice, "loting")


def test_backers_who_lack_one_cent_of_twenty_million_do_not_get_the_plan() -> None:
    """Too close for floating point numbers, so decided in whole numbers, also for many ballots."""
    for cost, winners in ((20_000_000.01, ()), (20_000_000.00, ("a",))):
        village = small({"a": cost}, 40_000_000, ["a", "a", "", ""])
        assert count(village, Rules("mes")).winners == winners
        table = lay_out(village, Rules("mes"))
        shares = shares_of(table, table.plans)
        shares.kind = ArrayPurses
        trace = shares.run(shares.first(village.budget))
        assert tuple(village.projects[plan].id for plan in trace.winners) == winners


@pytest.mark.parametrize("satisfaction", ["cost", "cardinality"])
def test_a_free_plan_with_votes_wins_with_equal_shares_and_one_without_does_not(
    satisfaction: Literal["cost", "cardinality"],
) -> None:
    election = small({"a": 50, "b": 0, "c": 0}, 60, ["a", "a", "b"])
    assert count(election, Rules(satisfaction=satisfaction)).winners == ("b",)
    election = small({"a": 50, "b": 0, "c": 0}, 60, ["a", "a", "a", "a", "a", "b"])
    assert count(election, Rules(satisfaction=satisfaction)).winners == ("b", "a")
