"""Beside red-dwarf, the reference in Python for the mathematics of Polis."""

import numpy as np
import pandas as pd
import pytest
from reddwarf.utils.reducer.base import run_reducer
from reddwarf.utils.stats import calculate_comment_statistics

from middenstip.methods.common_ground import analyse, collect

EXACT = 1e-12


def conversation(seed: int, people: int = 60, statements: int = 25, groups: int = 3, density: float = 0.4):
    """Votes as rows, the group of each person, and the same votes as the table red-dwarf wants."""
    rng = np.random.default_rng(seed)
    chance = rng.uniform(0, 1, (groups, statements))
    group = np.concatenate([np.arange(groups), rng.integers(groups, size=people - groups)])
    table = np.full((people, statements), np.nan)
    for person, statement in zip(*np.nonzero(rng.random(table.shape) < density), strict=True):
        opinion = 1.0 if rng.random() < chance[group[person], statement] else -1.0
        table[person, statement] = 0.0 if rng.random() < 0.2 else opinion
    table[0, table.shape[1] - 1] = 1.0
    rows = [(str(p), str(s), int(table[p, s])) for p, s in zip(*np.nonzero(~np.isnan(table)), strict=True)]
    return rows, group, table


@pytest.mark.parametrize(("seed", "groups"), [(1, 3), (2, 2), (3, 5), (4, 1)])
def test_counts_consensus_and_representativeness_equal_red_dwarf(seed, groups):
    rows, group, table = conversation(seed, groups=groups)
    votes = collect(rows, [str(s) for s in range(table.shape[1])])
    given = {str(person): str(number) for person, number in enumerate(group)}
    seen, count, share, ratio, share_test, ratio_test, consensus = calculate_comment_statistics(
        pd.DataFrame(table[[int(name) for name in votes.people]]),
        group[[int(name) for name in votes.people]],
    )
    result = analyse(votes, groups=given)
    ours = result.stands
    assert np.array_equal(ours.counts.seen, seen)
    for at, side in enumerate((ours.agree, ours.disagree)):
        assert np.array_equal(side.votes, count[at])
        for mine, theirs in (
            (side.share, share),
            (side.share_test, share_test),
            (side.ratio, ratio),
            (side.ratio_test, ratio_test),
        ):
            assert np.abs(mine - theirs[at]).max() <= EXACT
    assert np.abs(ours.agree_consensus - consensus[0]).max() <= EXACT
    assert np.abs(ours.disagree_consensus - consensus[1]).max() <= EXACT
    assert [each.agree_consensus for each in result.statements] == ours.agree_consensus.tolist()


@pytest.mark.parametrize(("people", "statements"), [(60, 25), (40, 120), (260, 150)])
def test_map_equals_red_dwarf_up_to_the_direction_of_its_axes(people, statements):
    rows, _, table = conversation(7, people, statements, density=0.5)
    votes = collect(rows, [str(s) for s in range(statements)])
    theirs, _, _ = run_reducer(table[[int(name) for name in votes.people]], random_state=0)
    mine = analyse(votes, groups={}).space.people
    theirs = theirs * np.sign((mine * theirs).sum(0))
    assert np.abs(mine - theirs).max() <= 1e-6
