"""Lists below a size and arrays above it count the same."""

import numpy as np
import pytest

from middenstip.methods.allocation.support import SMALL, Support


@pytest.mark.parametrize("ballots", [3, SMALL])
def test_the_value_and_weight_behind_a_plan_are_plain_sums(ballots: int) -> None:
    """Two plans: one that every ballot backs with its own value, one that only every other ballot backs."""
    weight = np.arange(1, ballots + 1)
    everybody, half = np.arange(ballots), np.arange(0, ballots, 2)
    support = Support((everybody, half), (everybody % 5 + 1, np.ones(len(half), dtype=np.int64)), weight, 1)
    assert (support.size < SMALL) == (ballots < SMALL)
    assert support.value == (
        sum((n % 5 + 1) * (n + 1) for n in range(ballots)),
        sum(n + 1 for n in range(0, ballots, 2)),
    )
    assert support.weights == (sum(range(1, ballots + 1)), sum(n + 1 for n in range(0, ballots, 2)))
