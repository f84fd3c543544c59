"""Phragmén's sequential rule: everyone earns money at the same speed, and backers buy together.

As soon as the backers of a plan have enough it is bought with their money. The rule stops at the first
plan that would pass the budget, and never buys a plan without backers: nobody saves for it. Seen from the
other side: every purchase puts a load on its backers, and each round picks the plan whose backers end with
the lowest load.

Reference: Los, Christoff and Grossi, *Proportional Budget Allocations: Towards a Systematization*,
IJCAI 2022; Phragmén 1894.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from .purses import GUARD
from .room import Room
from .support import Support
from .ties import Tie, Ties


@dataclass(frozen=True)
class Loads:
    """Plans in the order bought, the load (cents per weight) each put on its backers, and what ended it."""

    winners: tuple[int, ...]
    loads: tuple[Fraction, ...]
    ties: tuple[Tie, ...]
    stopped_by: int | None


class Phragmen:
    """One count. Floats choose when they can; what is close is compared in exact fractions.

    After a purchase all its backers carry the same load, so a person's load is told by the last plan
    they bought: as many exact numbers as winners. O(winners x backers).
    """

    def __init__(self, support: Support, costs: Sequence[int], plans: Sequence[int]) -> None:
        self.support = support
        self.costs = costs
        self.open = list(plans)
        self.load = np.zeros(len(support.weight))
        self.last = np.zeros(len(support.weight), dtype=np.int64)
        self.exact_loads = [Fraction(0)]
        self.weights = support.weights
        self.floor = dict.fromkeys(plans, 0.0)  # loads never fall, so an old guess is a lower bound
        self.floats = [support.weight[backers].astype(np.float64) for backers in support.backers]

    def count(self, room: Room, ties: Ties) -> Loads:
        """Run to the end."""
        winners: list[int] = []
        steps: list[Tie] = []
        while True:
            self.open = [plan for plan in self.open if room.open(plan)]
            lowest = self._lowest()
            too_dear = [plan for plan in lowest if self.costs[plan] > room.left]
            if not lowest or too_dear:
                break
            plan = lowest[0]
            if len(lowest) > 1:
                steps.append(ties.first(lowest))
                plan = steps[-1].plan
            room.take(plan)
            self._buy(plan)
            winners.append(plan)
        return Loads(
            tuple(winners), tuple(self.exact_loads[1:]), tuple(steps), too_dear[0] if too_dear else None
        )

    def _lowest(self) -> list[int]:
        """The plans whose backers would end with the lowest load; none when no plan has backers."""
        backed = [plan for plan in self.open if self.weights[plan]]
        if not backed:
            return []
        limit = float("inf")
        for plan in sorted(backed, key=self.floor.__getitem__):
            if self.floor[plan] * (1 - GUARD) > limit:
                break
            self.floor[plan] = self._guess(plan)
            limit = min(limit, self.floor[plan] * (1 + GUARD))
        close = [plan for plan in backed if self.floor[plan] * (1 - GUARD) <= limit]
        if len(close) == 1:
            return close
        exact = {plan: self.exact(plan) for plan in close}
        best = min(exact.values())
        return [plan for plan in close if exact[plan] == best]

    def _guess(self, plan: int) -> float:
        carried = float((self.floats[plan] * self.load[self.support.backers[plan]]).sum())
        return (carried + self.costs[plan]) / self.weights[plan]

    def exact(self, plan: int) -> Fraction:
        """The load the backers of this plan would carry after buying it, exactly."""
        backers = self.support.backers[plan]
        carried = np.bincount(self.last[backers], weights=self.floats[plan]).astype(np.int64)
        loads = zip(self.exact_loads, carried.tolist(), strict=False)
        total = sum((load * weight for load, weight in loads if weight), Fraction(self.costs[plan]))
        return total / self.weights[plan]

    def _buy(self, plan: int) -> None:
        load = self.exact(plan)
        backers = self.support.backers[plan]
        self.exact_loads.append(load)
        self.last[backers] = len(self.exact_loads) - 1
        self.load[backers] = float(load)
        self.open.remove(plan)
