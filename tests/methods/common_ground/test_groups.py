"""Groups are shown only when they would be there with other people in the room."""

import numpy as np
import pytest

from middenstip.methods.common_ground import InputError, Rules, analyse, collect
from middenstip.methods.common_ground.clustering import adjusted_rand, k_means, silhouette


def camps(number: int, people: int = 120, statements: int = 30, seed: int = 1):
    """Camps of equal size, each with its own firm view; everyone votes on two thirds of the statements."""
    rng = np.random.default_rng(seed)
    view = rng.choice([0.1, 0.9], (number, statements))
    rows = [
        (f"p{p}", f"s{s}", 1 if rng.random() < view[p % number, s] else -1)
        for p in range(people)
        for s in range(statements)
        if rng.random() < 2 / 3
    ]
    return collect(rows)


def scale(people: int, seed: int = 0):
    """One scale from left to right, with most people in the middle: no camps."""
    rng = np.random.default_rng(seed)
    at = rng.normal(0, 0.7, people)
    slope = rng.choice([-1, 1], 30) * rng.uniform(0.5, 2.5, 30)
    chance = 1 / (1 + np.exp(-2 * slope * (at[:, None] - rng.normal(0, 0.5, 30))))
    agreed = rng.random(chance.shape) < chance
    return collect(
        (f"p{p}", f"s{s}", 1 if agreed[p, s] else -1) for p in range(people) for s in range(30) if (p + s) % 3
    )


def test_three_camps_are_found_and_steady():
    votes = camps(3)
    result = analyse(votes, seed=4)
    camp = np.array([int(name[1:]) % 3 for name in votes.people])
    assert adjusted_rand(result.label, camp) == 1
    assert (result.stability.stable, result.stability.resamples) == (True, 50)
    assert [group.size for group in result.groups] == [40, 40, 40]
    assert result.stability.why == (
        "Er zijn 3 groepen die steeds terugkomen als we de mensen opnieuw loten (1,00 van 1)."
    )


def test_equal_seed_gives_equal_groups():
    one, other = analyse(camps(3), seed=9), analyse(camps(3), seed=9)
    assert np.array_equal(one.label, other.label)
    assert one.stability == other.stability


def test_crowd_without_camps_gets_no_groups():
    result = analyse(camps(1))
    assert (result.groups, result.stability.stable) == ((), False)
    assert set(result.label.tolist()) == {-1}
    assert result.stability.why.startswith("Er zijn geen duidelijke groepen: een verdeling in ")
    assert result.stability.resamples < 50, "stops when the rest can no longer lift the mean"


def test_one_scale_of_opinions_is_not_two_camps():
    result = analyse(scale(120))
    assert result.stability.mean_ari > 0.8, "it is cut in the same place every time"
    assert (result.groups, result.stability.stable) == ((), False)
    assert result.stability.why == (
        "Er zijn geen duidelijke groepen: een verdeling in 2 heeft geen lege plek ertussen. "
        "De meningen lopen in elkaar over."
    )
    assert analyse(scale(120), rules=Rules(valley_doubt=1.0)).stability.stable, "so it was before"


def test_three_people_are_no_group():
    crowd = camps(2, people=200)
    rows = [(one, f"s{s}", 1 if s % 2 else -1) for one in ("x", "y", "z") for s in range(30)]
    few = collect([(f"p{p}", f"s{s}", -1 if s % 2 else 1) for p in range(60) for s in range(30)] + rows)
    assert [len(analyse(votes).groups) for votes in (crowd, few)] == [2, 0]
    assert len(analyse(few, rules=Rules(least_group=3)).groups) == 2


def test_without_groups_everyone_is_one_group():
    (first, *_), stands = (result := analyse(camps(1))).statements, result.stands
    assert stands.counts.seen.shape == (1, 30)
    assert first.agree_consensus == (first.agree + 1) / (first.seen + 2)


@pytest.mark.parametrize(
    "rows",
    [
        [("ann", "s1", 1), ("ann", "s2", -1)],
        [(f"p{p}", f"s{s}", 1) for p in range(30) for s in range(9)],
        [(f"p{p}", f"s{s}", -1) for p in range(3) for s in range(90)],
    ],
    ids=["one person", "all the same vote", "three people, many statements"],
)
def test_nobody_differs_so_there_is_nothing_to_group(rows):
    result = analyse(collect(rows))
    assert result.groups == ()
    assert np.abs(result.space.people).max() == 0
    assert result.stability.why == "Er zijn te weinig mensen die verschillend stemden om groepen te zoeken."


def test_newcomer_with_two_votes_is_on_the_map_but_in_no_group():
    votes = camps(3)
    rows = [
        (votes.people[p], votes.statements[s], int(v))
        for p, s, v in zip(votes.person, votes.statement, votes.value, strict=True)
    ]
    result = analyse(collect([*rows, ("nieuw", "s1", 1), ("nieuw", "s2", 1)]))
    assert result.label[result.votes.people.index("nieuw")] == -1
    assert sum(group.size for group in result.groups) == 120


def test_two_opposite_people_on_one_statement_stand_on_either_side():
    result = analyse(collect([("ann", "s", 1), ("bob", "s", -1)]))
    assert result.space.people.tolist() == [[1, 0], [-1, 0]]


def test_given_groups_are_taken_as_they_are():
    votes = collect((f"p{p}", f"s{s}", 1 if (p < 6) == (s < 3) else -1) for p in range(12) for s in range(6))
    given = {f"p{p}": "ja" if p < 6 else "nee" for p in range(12)} | {"niet gestemd": "weg"}
    result = analyse(votes, groups=given)
    assert [(group.id, group.size) for group in result.groups] == [("ja", 6), ("nee", 6)]
    assert result.groups[0].typical == (
        ("s0", "agree"),
        ("s1", "agree"),
        ("s2", "agree"),
        ("s3", "disagree"),
        ("s4", "disagree"),
    )
    assert result.stability.why == "De 2 groepen zijn gegeven, niet gezocht."


def test_group_without_a_clear_mark_shows_what_stands_out_most():
    votes = collect([("ann", "s1", 1), ("bob", "s1", 1), ("ann", "s2", 1), ("bob", "s2", -1)])
    result = analyse(votes, groups={"ann": "a", "bob": "b"})
    assert [group.typical for group in result.groups] == [(("s2", "agree"),), (("s2", "disagree"),)]


def test_groups_among_many_people_are_sought_in_a_crowd_of_two_thousand():
    votes = camps(2, people=2_400, statements=24)
    result = analyse(votes, rules=Rules(resamples=5))
    camp = np.array([int(name[1:]) % 2 for name in votes.people])
    assert adjusted_rand(result.label, camp) > 0.99


def test_seeds_may_coincide_when_drawn_people_all_stand_on_one_spot():
    points = np.zeros((4, 2))
    centres = k_means(points, np.ones(4), 2, np.random.default_rng(0))
    assert centres.tolist() == [[0, 0], [0, 0]]
    assert silhouette(points, centres) == 0


def test_one_group_against_one_group_is_the_same():
    assert adjusted_rand(np.zeros(5, dtype=int), np.zeros(5, dtype=int)) == 1


def test_no_statements_is_refused():
    with pytest.raises(InputError) as refusal:
        analyse(collect([]))
    assert str(refusal.value) == "Er zijn geen stellingen om te meten."
