"""Why plans win and lose, in numbers and in plain Dutch."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pabutools.analysis.mesanalytics import calculate_effective_supports
from pabutools.rules import method_of_equal_shares

from middenstip.methods.allocation import (
    BadElection,
    Ballots,
    Ceiling,
    Contribution,
    Election,
    Needed,
    Project,
    Rules,
    Spread,
    Vote,
    Voters,
    count,
    effective_support,
    needed,
    needed_sentence,
    read,
    voter_receipt,
)

from .elections import elections, real_file, small
from .oracle import satisfaction, translate

# Ten people, € 100. Six want the bench, five of them a tree, four only the fountain; one also a swing.
VILLAGE = small({"a": 50, "b": 50, "c": 40, "d": 60, "e": 20}, 100, ["ab"] * 5 + ["a"] + ["c"] * 3 + ["cd"])


def reasons(rules: Rules) -> list[str]:
    return [fate.reason for fate in count(VILLAGE, rules).fates]


def test_every_plan_has_a_reason() -> None:
    assert reasons(Rules("mes")) == ["won", "money_spent", "won", "too_few_backers", "no_support"]
    assert reasons(Rules("mes", completion="greedy")) == ["won", "no_room", "won", "no_room", "no_room"]
    assert reasons(Rules("phragmen")) == ["won", "stopped", "won", "stopped", "no_support"]
    assert reasons(Rules("greedy")) == ["won", "won", "no_room", "no_room", "no_room"]


def test_money_spent_tells_where_it_went() -> None:
    fate = count(VILLAGE, Rules("mes")).fates[1]
    assert fate.money == round(5 * (10_00 - Fraction(50_00, 6)))
    assert fate.spent_on == (("a", round(5 * Fraction(50_00, 6))),)
    assert fate.support == 83


def test_the_outcome_reads_as_plain_dutch() -> None:
    assert count(VILLAGE, Rules("mes")).sentences == (
        "2 van de 5 plannen winnen, samen voor € 90 van € 100.",
        "0 van de 10 stemmers (0%) kozen geen enkel plan dat wint.",
        "Elke stemmer kon € 10 verdelen.",
        "a (€ 50, 6 stemmen) wint: 6 stemmers betalen samen, elk hoogstens € 8,33. Daarna is er € 50 over.",
        "b (€ 50, 5 stemmen) valt af: van het geld van de stemmers was nog € 8,33 over, "
        "want € 41,67 ging naar a. Zo haalde het 83% van wat nodig was.",
        "c (€ 40, 4 stemmen) wint: 4 stemmers betalen samen, elk hoogstens € 10. Daarna is er € 10 over.",
        "d (€ 60, 1 stem) valt af: de stemmers hadden samen € 10, te weinig voor dit plan. "
        "Zo haalde het 16% van wat nodig was.",
        "e (€ 20, 0 stemmen) valt af: niemand koos dit plan.",
    )


def test_every_way_to_win_or_lose_has_a_sentence() -> None:
    ceilings = (Ceiling("category", "groen", 50_00),)
    green = replace(VILLAGE, projects=tuple(replace(p, categories=("groen",)) for p in VILLAGE.projects))
    told = {
        rules: count(green, rules).sentences
        for rules in (
            Rules("greedy", ceilings=ceilings),
            Rules("greedy", ceilings=ceilings, joint_leftovers=True),
            Rules("phragmen"),
            Rules("greedy", min_votes=5),
            Rules("greedy", incompatible=(frozenset("ab"),)),
            Rules("mes", completion="add1", step=50),
        )
    }
    spoken = "\n".join(line for lines in told.values() for line in lines)
    for part in (
        "b (€ 50, 5 stemmen) valt af: het past niet meer onder het plafond van groen.",
        "b (€ 50, 5 stemmen) wint uit wat er onder de plafonds over was. Daarna is er € 0 over.",
        "b (€ 50, 5 stemmen) valt af: de telling stopte toen b niet meer in het budget paste.",
        "c (€ 40, 4 stemmen) valt af: er waren minstens 5 nodig.",
        "b (€ 50, 5 stemmen) valt af: het kan niet samen met a, en dat plan wint.",
        "stappen van € 0,50.",
    ):
        assert part in spoken
    rich = replace(VILLAGE, budget=45_00)
    assert count(rich, Rules("greedy")).sentences[2].endswith("het kost meer dan het hele budget van € 45.")


def test_points_ties_comparison_and_gave_all_are_told() -> None:
    points = small({"a": 10, "b": 10}, 10, ["a1", "b1"], "cumulative")
    said = count(points, Rules("greedy", lot="Dorp")).sentences
    assert "Eén keer stonden plannen precies gelijk; toen besliste het lot." in said
    assert any("(€ 10, 1 punt)" in line for line in said)
    twice = small({"a": 10, "b": 11, "c": 10, "d": 11}, 21, ["abcd"])
    assert "2 keer stonden plannen precies gelijk; toen besliste het nummer." in (
        count(twice, Rules("greedy", ties="lexico")).sentences
    )
    compared = count(VILLAGE, Rules("mes", must_beat="greedy")).sentences
    assert (
        "4 stemmers zijn beter af met gelijke delen en 5 met meeste stemmen: "
        "de uitslag van gelijke delen vervalt." in compared
    )
    stands = count(VILLAGE, Rules("greedy", must_beat="mes")).sentences
    assert any(line.endswith("de uitslag van meeste stemmen blijft staan.") for line in stands)
    short = small({"a": 16, "b": 13}, 36, ["a", "a", "a", "ab", "b", "b"])
    assert "1 van hen gaf alles wat die nog had" in " ".join(count(short, Rules("mes")).sentences)
    many = small({"a": 20, "b": 15}, 42, ["a", "a", "a", "ab", "ab", "b", "b"])
    assert "2 van hen gaven alles wat ze nog hadden" in " ".join(count(many, Rules("mes")).sentences)


def test_money_can_be_lost_to_many_and_a_backer_without_money_left() -> None:
    scattered = small({"a": 10, "b": 10, "c": 9}, 30, ["a", "b", "c", "", ""])
    lost = count(scattered, Rules("mes")).fates[2]
    assert (lost.reason, lost.support) == ("too_few_backers", 66)
    pairs = small({"a": 12, "b": 6, "z": 11}, 24, ["az", "bz", "a", "a"])
    assert "€ 6 ging naar b en € 4 ging naar a" in " ".join(count(pairs, Rules("mes")).sentences)


@pytest.mark.parametrize("measure", ["cost", "cardinality"])
def test_effective_support_of_100_is_the_line_between_winning_and_losing(measure: str) -> None:
    """pabutools measures after each payment and never above us; the winner is the same."""
    election = read(real_file("Netherlands_Assen_2024"))
    result = count(election, Rules("mes", satisfaction=measure, ties="lexico"))  # type: ignore[arg-type]
    asked = translate(election)
    instance, profile = asked.instance, asked.profile
    measured = satisfaction("approval", measure)
    outcome = method_of_equal_shares(instance, profile, sat_class=measured)
    expected = calculate_effective_supports(instance, profile, outcome, {"sat_class": measured})
    for project, fate in zip(election.projects, result.fates, strict=True):
        support = effective_support(result, project.id)
        assert support is not None
        assert support >= expected[project.id]
        assert fate.won == (support >= 100)
        assert fate.support is not None
        assert fate.won or fate.support == support


def test_rules_without_purses_have_no_effective_support() -> None:
    assert effective_support(count(VILLAGE, Rules("greedy")), "a") is None
    assert effective_support(count(VILLAGE, Rules("mes")), "e") is None
    exclusive = count(VILLAGE, Rules("mes", incompatible=(frozenset("ab"),)))
    assert effective_support(exclusive, "b") == 83


def test_what_a_plan_needed_is_found_by_counting_again() -> None:
    result = count(VILLAGE, Rules("greedy"))
    found = needed(result, "c")
    assert found == Needed("c", 1, None)
    assert "c" in count(VILLAGE.supported("c", 1), Rules("greedy")).winners
    assert needed_sentence(result, found) == "c had gewonnen met 1 stemmer meer voor alleen dit plan."
    assert needed(result, "d") == Needed("d", 6, None)
    shares = count(VILLAGE, Rules("mes", satisfaction="cardinality"))
    assert needed(shares, "b") == Needed("b", 1, 41_66)
    assert "b" in count(VILLAGE.priced("b", 41_66), shares.rules).winners
    assert "b" not in count(VILLAGE.priced("b", 41_67), shares.rules).winners
    assert needed_sentence(shares, Needed("b", 2, 41_66)) == (
        "b had gewonnen met 2 stemmers meer voor alleen dit plan of met een prijs van hoogstens € 41,66."
    )
    assert needed_sentence(shares, needed(shares, "a")) == "a wint al."
    hopeless = count(VILLAGE, Rules("greedy", min_votes=10**9))
    assert needed_sentence(hopeless, needed(hopeless, "b")) == (
        "b had ook met meer stemmen of een lagere prijs niet gewonnen."
    )


def test_a_voter_sees_what_their_share_paid() -> None:
    result = count(VILLAGE, Rules("mes"))
    assert voter_receipt(result, "0") == Contribution("0", 10_00, (("a", 8_33),), 1_67)
    assert voter_receipt(result, "9") == Contribution("9", 10_00, (("c", 10_00),), 0)
    with pytest.raises(BadElection, match="staat niet in de lijst"):
        voter_receipt(result, "x")
    with pytest.raises(BadElection, match="gelijke delen"):
        voter_receipt(count(VILLAGE, Rules("greedy")), "0")


def test_voters_with_nothing_and_neighbourhoods_are_counted() -> None:
    north = ("a", 60_00, "Noord"), ("b", 40_00, "Noord"), ("c", 70_00, "Zuid"), ("d", 1_00, "")
    projects = tuple(Project(name, cost, neighbourhood=part) for name, cost, part in north)
    cast = [("a", "b"), ("a",), (), ("c",), ("c",)]
    votes = [Vote(str(number), names) for number, names in enumerate(cast)]
    election = replace(VILLAGE, projects=projects, budget=100_00, ballots=Ballots.cast(votes, projects))
    result = count(election, Rules("greedy", min_votes=1))
    assert result.winners == ("a", "b")
    assert result.voters == Voters(5, 3, Fraction(3, 5))
    assert result.voters.share_with_nothing == Fraction(3, 5)
    assert result.spread == (Spread("Noord", 2, 2, 100_00), Spread("Zuid", 1, 0, 0))
    assert "Zuid: 0 van de 1 plannen winnen, voor € 0." in result.sentences


@pytest.mark.parametrize(
    ("rules", "step"),
    [
        (Rules("greedy"), "de laagste prijs"),
        (Rules("greedy", ties="lexico"), "het nummer"),
        (Rules("phragmen", ties="lexico"), "het nummer"),
        (Rules("mes", completion="greedy", ties="lexico"), "het nummer"),
        (Rules("mes", completion="add1", ties="lexico"), "het nummer"),
    ],
)
def test_whoever_loses_a_tie_reads_what_decided(rules: Rules, step: str) -> None:
    """Two plans, the same voters behind each, and money for one."""
    costs = {"a": 6, "b": 5} if rules.ties == "standard" else {"a": 6, "b": 6}
    result = count(small(costs, 10, ["ab"] * 3), rules)
    loser = next(fate for fate in result.fates if not fate.won)
    assert (loser.tied_with, result.ties[loser.tie]) == (result.winners[0], 1)
    said = next(line for line in result.sentences if line.startswith(f"{loser.project} ("))
    assert said.endswith(f"Het stond precies gelijk met {loser.tied_with}; toen besliste {step}.")
    assert "100%" not in said


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.sampled_from(["approval", "ordinal", "scoring", "cumulative"]).flatmap(elections))
def test_no_loser_reads_that_it_had_all_it_needed(election: Election) -> None:
    for measure in ("cost", "cardinality"):
        result = count(election, Rules("mes", satisfaction=measure))  # type: ignore[arg-type]
        for fate in result.fates:
            assert fate.won or fate.support is None or fate.support < 100 or fate.tie != ""
            nobody = not any(fate.project in vote for vote in chosen(election))
            assert (fate.reason == "no_support") == (
                nobody and fate.reason != "above_budget" and not fate.won
            )
            assert (fate.votes == 0) == nobody


def chosen(election: Election) -> list[set[str]]:
    ballots, ids = election.ballots, [project.id for project in election.projects]
    cuts = zip(ballots.start.tolist(), ballots.start[1:].tolist(), strict=False)
    return [{ids[place] for place in ballots.project[a:b].tolist()} for a, b in cuts]


def test_a_list_of_one_counts() -> None:
    """Ten people put only A on their list, two B and then C; each plan costs the whole budget."""
    election = small({"A": 10, "B": 10, "C": 10}, 10, ["A"] * 10 + ["BC"] * 2, "ordinal")
    for rules in (
        Rules("greedy"),
        Rules("mes", satisfaction="cardinality", completion="add1"),
        Rules("phragmen"),
    ):
        result = count(election, rules)
        assert [fate.votes for fate in result.fates] == [20, 4, 2]
        assert "niemand koos dit plan" not in " ".join(result.sentences)
    assert count(election, Rules("greedy")).winners == ("A",)


@pytest.mark.parametrize("rules", [Rules("greedy", min_votes=1), Rules("mes"), Rules("phragmen")])
def test_no_points_is_no_support(rules: Rules) -> None:
    result = count(small({"a": 60, "b": 50}, 100, ["a0 b2", "a0", "b1"], "scoring"), rules)
    assert (result.winners, result.fates[0].votes) == (("b",), 0)
    assert result.voters.with_nothing == 1


def test_nobody_saves_for_a_plan_that_nobody_chose() -> None:
    result = count(small({"a": 60, "b": 50, "c": 10}, 100, ["c"]), Rules("phragmen"))
    assert result.winners == ("c",)
    said = [sentence.partition("valt af: ")[2] for sentence in result.sentences[2:4]]
    assert said == ["niemand koos dit plan."] * 2


def test_a_plan_that_costs_nothing_is_not_paid_by_nobody() -> None:
    result = count(small({"a": 0, "b": 50}, 100, ["a", "b"]), Rules("mes"))
    assert "a (€ 0, 1 stem) wint: het kost niets. Daarna is er € 100 over." in result.sentences


def test_points_below_zero_are_refused() -> None:
    with pytest.raises(BadElection, match="Een plan kreeg -5 punten"):
        small({"1": 60, "2": 50}, 100, ["1-5", "2-1"], "scoring")
