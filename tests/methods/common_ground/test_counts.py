"""Counting, and the bound that decides, by hand and in whole numbers."""

from fractions import Fraction

import numpy as np
import pytest

from middenstip.methods.common_ground import InputError, Rules, collect
from middenstip.methods.common_ground.counts import count, surely_most, wilson


def test_votes_are_counted_per_group_and_in_total():
    votes = collect(
        [("ann", "s1", 1), ("ann", "s2", 0), ("bob", "s1", -1), ("cas", "s1", 1), ("dre", "s2", 1)]
    )
    counts = count(votes, np.array([0, 1, 0, -1]), 2)
    assert counts.agree.tolist() == [[2, 0], [0, 0]]
    assert counts.disagree.tolist() == [[0, 0], [1, 0]]
    assert counts.passed.tolist() == [[0, 1], [0, 0]]
    assert counts.total().seen.tolist() == [3, 1]


def test_last_vote_counts_whatever_the_order_of_the_rest():
    votes = collect([("bob", "10", 1), ("ann", "9", -1), ("bob", "10", -1)], statements=["2"])
    assert (votes.people, votes.statements) == (("ann", "bob"), ("2", "9", "10"))
    assert (votes.value.tolist(), votes.replaced) == ([-1, -1], 1)


def test_vote_outside_the_three_is_refused():
    with pytest.raises(InputError) as refusal:
        collect([("ann", "s1", 2)])
    assert str(refusal.value) == "de stem van ann over s1 is 2; een stem is 1, 0 of -1."


def test_whole_numbers_and_the_bound_agree_for_all_counts_up_to_300():
    yes, no = (each.ravel() for each in np.meshgrid(np.arange(301), np.arange(301)))
    lower, _ = wilson(yes, yes + no, Rules())
    assert np.array_equal(surely_most(yes, no, Rules()), lower > 0.5)


def test_bounds_are_those_of_wilson_solved_as_an_equation():
    """Both bounds p solve (share - p)² = z² p (1 - p) / n."""
    yes, votes = np.array([0, 3, 9, 10]), np.array([10, 10, 10, 10])
    for bound in wilson(yes, votes, Rules()):
        left = (yes / votes - bound) ** 2
        assert left == pytest.approx(float(Rules().z_squared) * bound * (1 - bound) / votes, abs=1e-15)


def test_nobody_asked_leaves_everything_open():
    lower, upper = wilson(np.array([0]), np.array([0]), Rules())
    assert (lower.tolist(), upper.tolist()) == ([0.0], [1.0])


def test_other_confidence_is_an_argument():
    strict = Rules(z_squared=Fraction(2_705_543_454, 10**9))
    assert surely_most(np.array([8, 9]), np.array([3, 3]), strict).tolist() == [False, True]
