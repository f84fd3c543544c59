"""Group-informed consensus and representativeness, for groups that are given or found.

Both follow Polis (C. Small et al., "Polis: Scaling deliberation by mapping high dimensional opinion
spaces", RECERCA 26 (2021)): shares are smoothed by one vote either way, tests add one success.
"""

from dataclasses import dataclass

import numpy as np

from .counts import Counts
from .rules import Floats, Integers, Rules, Truths

SIGNIFICANT = 1.2815515655446004  # one-sided 90 %


@dataclass(frozen=True, eq=False)
class Side:
    """One direction (agree or disagree), shape (groups, statements).

    ``share`` is (votes + 1) / (seen + 2) and ``share_test`` its z-score against one half;
    ``ratio`` is that share over the share among all other groups and ``ratio_test`` the z-score of
    the difference.
    """

    votes: Integers
    share: Floats
    share_test: Floats
    ratio: Floats
    ratio_test: Floats


@dataclass(frozen=True, eq=False)
class Representativeness:
    """How each group stands out, with the group-informed consensus per statement.

    ``agree_consensus`` and ``disagree_consensus`` (shape (statements,)) are the products over the
    groups of the smoothed shares: high only when no group stays behind.
    """

    counts: Counts
    agree: Side
    disagree: Side
    agree_consensus: Floats
    disagree_consensus: Floats


def represent(counts: Counts) -> Representativeness:
    """Compare every group with all other groups together. O(groups × statements).

    >>> counts = Counts(*(np.array(c) for c in ([[8], [3]], [[1], [6]], [[1], [1]])))
    >>> stands = represent(counts)
    >>> [float(round(x, 3)) for x in (stands.agree_consensus[0], stands.agree.ratio[0, 0])]
    [0.25, 2.25]
    """
    seen = counts.seen
    agree = _side(counts.agree, seen)
    disagree = _side(counts.disagree, seen)
    return Representativeness(counts, agree, disagree, agree.share.prod(0), disagree.share.prod(0))


def _side(votes: Integers, seen: Integers) -> Side:
    others, others_seen = votes.sum(0) - votes, seen.sum(0) - seen
    share: Floats = (votes + 1) / (seen + 2)
    return Side(
        votes,
        share,
        share_test=2 * np.sqrt(seen + 1) * ((votes + 1) / (seen + 1) - 0.5),
        ratio=share / ((others + 1) / (others_seen + 2)),
        ratio_test=_difference(votes + 1, others + 1, seen + 1, others_seen + 1),
    )


def _difference(yes: Integers, other_yes: Integers, votes: Integers, other_votes: Integers) -> Floats:
    """Two-proportion z-score; 0 where everyone said the same."""
    pooled = (yes + other_yes) / (votes + other_votes)
    spread = np.sqrt(pooled * (1 - pooled) * (1 / votes + 1 / other_votes))
    apart: Floats = yes / votes - other_yes / other_votes
    return np.asarray(np.divide(apart, spread, out=np.zeros_like(apart), where=pooled < 1))


def typical(stands: Representativeness, group: int, rules: Rules) -> list[tuple[int, str]]:
    """What is typical of a group: at most ``rules.typical`` (statement, ``agree`` or ``disagree``).

    Statements whose share and difference both pass the one-sided 90 % test, strongest first (product
    of both shares and both tests), then agreement before disagreement; without any, the one that
    stands out most. O(statements log statements).
    """
    agree, disagree = stands.agree, stands.disagree
    towards = agree.ratio_test[group] > disagree.ratio_test[group]
    strength = np.where(towards, _strength(agree, group), _strength(disagree, group))
    passes = np.where(towards, _passes(agree, group), _passes(disagree, group))
    if passes.any():
        order = [place for place in np.argsort(-strength, kind="stable") if passes[place]]
    else:
        order = [int(np.argmax(np.maximum(agree.ratio_test[group], disagree.ratio_test[group])))]
    chosen = [(int(place), "agree" if towards[place] else "disagree") for place in order[: rules.typical]]
    return sorted(chosen, key=lambda each: each[1])


def _strength(side: Side, group: int) -> Floats:
    return np.asarray(side.ratio[group] * side.ratio_test[group] * side.share[group] * side.share_test[group])


def _passes(side: Side, group: int) -> Truths:
    return np.asarray((side.share_test[group] > SIGNIFICANT) & (side.ratio_test[group] > SIGNIFICANT))
