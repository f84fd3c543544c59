"""Made-up worlds in which we know what everybody thinks, many at a time."""

import numpy as np

from middenstip.methods.common_ground.bridge import bridge
from middenstip.methods.common_ground.counts import Counts
from middenstip.methods.common_ground.routing import weights
from middenstip.methods.common_ground.rules import Rules

STATEMENTS, PLANTED, TRAPS = 120, 10, 25
PASSED = 0.1


def planted(rng: np.random.Generator, worlds: int) -> np.ndarray:
    """Chance that a member of each half agrees, shape (3, worlds, 120).

    Ten statements with at least 70 % in every half; 25 popular ones that one small half refuses. On
    the other 85 each half stands somewhere between 10 and 80 %.
    """
    chance = rng.uniform(0.1, 0.8, (3, worlds, STATEMENTS))
    chance[:, :, :PLANTED] = rng.uniform(0.7, 0.95, (3, worlds, PLANTED))
    traps = chance[:, :, PLANTED : PLANTED + TRAPS]
    refusing = np.arange(3)[:, None, None] == rng.integers(1, 3, traps.shape[1:])
    traps[:] = np.where(refusing, rng.uniform(0.1, 0.4, traps.shape), rng.uniform(0.6, 0.95, traps.shape))
    return chance


def vote(
    chance: np.ndarray, sizes: tuple[int, int, int], each: int, routed: bool, rng: np.random.Generator
) -> np.ndarray:
    """What is certified, shape (worlds, 120), when all came by once, in a random order, for ``each`` votes.

    The worlds lie side by side, as statements of one conversation. The statements whose lot, an
    exponential one over the weight, falls first are the same as drawn by weight one by one.
    """
    worlds = chance.shape[1]
    chance = chance.reshape(3, -1)
    counts = Counts(*np.zeros((3, *chance.shape), dtype=np.int64))
    starts = STATEMENTS * np.arange(worlds)[:, None]
    for half in rng.permutation(np.repeat(np.arange(3), sizes)):
        weight = weights(counts, half, np.array(sizes)) if routed else np.ones(worlds * STATEMENTS)
        lots = (rng.exponential(size=weight.shape) / weight).reshape(worlds, STATEMENTS)
        asked = (starts + np.argpartition(lots, each, axis=1)[:, :each]).ravel()
        passed = rng.random(asked.shape) < PASSED
        agreed = rng.random(asked.shape) < chance[half, asked]
        counts.passed[half, asked] += passed
        counts.agree[half, asked] += agreed & ~passed
        counts.disagree[half, asked] += ~agreed & ~passed
    return bridge(counts, np.array(sizes), Rules()).certified.reshape(worlds, STATEMENTS)


def recall_and_false(
    seed: int, worlds: int, sizes=(600, 40, 60), each: int = 25, routed: bool = True
) -> tuple[float, float]:
    """Means over worlds: share of the planted that is certified, of the certified that a half refuses."""
    rng = np.random.default_rng(seed)
    chance = planted(rng, worlds)
    certified = vote(chance, sizes, each, routed, rng)
    refused = certified & (chance.min(0) < 0.5)
    return certified[:, :PLANTED].mean(), (refused.sum(1) / np.maximum(1, certified.sum(1))).mean()
