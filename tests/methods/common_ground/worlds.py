"""Made-up worlds in which we know what everybody thinks."""

from dataclasses import dataclass

import numpy as np

from middenstip.methods.common_ground.bridge import bridge
from middenstip.methods.common_ground.counts import Counts
from middenstip.methods.common_ground.routing import draw, weights
from middenstip.methods.common_ground.rules import Rules

HALVES = ("bewoners", "overheid", "ondernemers")
STATEMENTS, PLANTED, TRAPS = 120, 10, 25


@dataclass(frozen=True)
class World:
    """Chance that a member of each half agrees (3 × statements); the first ten are planted."""

    chance: np.ndarray

    @property
    def opposed(self) -> np.ndarray:
        """Statements to which some half really says no."""
        return self.chance.min(0) < 0.5


def planted(rng: np.random.Generator) -> World:
    """Ten statements with at least 70 % in every half; 25 popular ones that one small half refuses.

    On the other 85 each half stands somewhere between 10 and 80 %.
    """
    chance = rng.uniform(0.1, 0.8, (3, STATEMENTS))
    chance[:, :PLANTED] = rng.uniform(0.7, 0.95, (3, PLANTED))
    for trap in range(PLANTED, PLANTED + TRAPS):
        chance[:, trap] = rng.uniform(0.6, 0.95, 3)
        chance[rng.integers(1, 3), trap] = rng.uniform(0.1, 0.4)
    return World(chance)


def vote(world: World, sizes: tuple[int, int, int], each: int, routed: bool, rng: np.random.Generator):
    """Everybody comes by once, in a random order, for ``each`` votes; one in ten is a pass."""
    tally = np.zeros((3, 3, STATEMENTS), dtype=np.int64)
    members = np.array(sizes)
    for half in rng.permutation(np.repeat(np.arange(3), sizes)):
        counts = Counts(tally[2], tally[0], tally[1])
        weight = weights(counts, members, half, Rules()) if routed else np.ones(STATEMENTS)
        for _ in range(each):
            at = draw(weight, rng.random())
            weight[at] = 0
            opinion = 1 if rng.random() < world.chance[half, at] else -1
            tally[(0 if rng.random() < 0.1 else opinion) + 1, half, at] += 1
    return bridge(Counts(tally[2], tally[0], tally[1]), members, Rules())


def recall_and_false(
    seed: int, sizes=(600, 40, 60), each: int = 25, routed: bool = True
) -> tuple[float, float]:
    """Share of the planted that is certified, and share of the certified that some half refuses."""
    rng = np.random.default_rng(seed)
    world = planted(rng)
    certified = np.flatnonzero(vote(world, sizes, each, routed, rng).certified)
    found = np.count_nonzero(certified < PLANTED) / PLANTED
    return found, float(world.opposed[certified].sum() / max(1, len(certified)))
