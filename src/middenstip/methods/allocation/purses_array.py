"""Purses as numpy arrays, for elections with many ballots."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from .ballots import Ints
from .ledger import Price
from .purses import GUARD, Purses
from .support import Floats, Support

ALONE = 10_000  # the longest arrays that the linear algebra library handles without waking threads


def dot(one: Floats, other: Floats) -> float:
    """The sum of the products, in one pass, and never on more than one processor.

    Longer arrays are summed by numpy itself: there OpenBLAS starts threads (``interface/dot.c``), which
    cost far more than they save.
    """
    return float(one.dot(other) if len(one) <= ALONE else np.add.reduce(one * other))


class ArrayPurses(Purses[Ints]):
    """One price takes a few passes over the backers of the plan.

    What is chosen by a mask goes through ``compress`` or a product with the mask as floats: numpy's own
    indexing with a mask takes several times as long. ``held`` keeps the purses of the backers of each plan
    that was priced since the last purchase.
    """

    def __init__(self, support: Support, costs: Sequence[int], share: Fraction) -> None:
        super().__init__(support, costs, share)
        self.purse = np.full(len(support.weight), self.start)
        self.held: dict[int, Floats] = {}

    def raised(self, share: Fraction) -> ArrayPurses:
        more = ArrayPurses(self.support, self.costs, share)
        more.purse = self.purse + (more.start - self.start)
        more.bought = list(self.bought)
        return more

    def money(self, plan: int) -> Floats:
        """The purses of the backers of a plan."""
        if plan not in self.held:
            self.held[plan] = self.purse[self.support.backers[plan]]
        return self.held[plan]

    def overlap(self, group: Ints, plan: int) -> int:
        mask = np.zeros(len(self.purse), dtype=np.int64)
        mask[group] = self.support.weight[group]
        return int(np.dot(self.support.values[plan], mask[self.support.backers[plan]]))

    def weight_of(self, group: Ints) -> int:
        return int(self.support.weight[group].sum())

    def price(self, plan: int, floor: float, enough: float) -> Price | None:
        weight, value, power = self.support.columns[plan]
        purse, cost = self.money(plan), self.costs[plan]
        total = dot(purse, weight)
        if total < cost * (1 - GUARD):
            return None
        sure, price = total > cost * (1 + GUARD), floor
        money = purse * weight
        while True:
            rich = (purse >= price * value).astype(np.float64)
            rich_power = dot(power, rich)
            if rich_power == 0.0:
                ratio = purse / value
                price = float(ratio.max())
                rich_power, sure = float(power[ratio == price].sum()), False
                break
            better = (cost - total + dot(money, rich)) / rich_power
            if better <= price:
                break
            price = better
            if price - self.band(plan, rich_power) > enough:
                break
        return Price(price, self.band(plan, rich_power), sure)

    def sides(self, plan: int, price: Price) -> tuple[Ints, list[int], int]:
        backers, (_, value, power) = self.support.backers[plan], self.support.columns[plan]
        purse, total = self.money(plan), self.support.value[plan]
        low = purse <= (price.value + price.band) * value
        if not low.any():
            return backers[:0], [], total
        rich_value = total - round(dot(power, low.astype(np.float64)))
        low &= purse > 0
        close = low & (purse >= (price.value - price.band) * value)
        return backers.compress(low ^ close), backers.compress(close).tolist(), rich_value

    def rows(self, ballots: list[int]) -> list[tuple[int, ...]]:
        history = np.zeros((len(ballots), len(self.bought)), dtype=np.int64)
        lookup = np.zeros(len(self.purse), dtype=np.int64)
        for column, purchase in enumerate(self.bought):
            backers = self.support.backers[purchase.plan]
            lookup[backers] = self.support.values[purchase.plan]
            history[:, column] = lookup[ballots]
            lookup[backers] = 0
        return [tuple(row) for row in history.tolist()]

    def stake(self, plan: int, ballot: int) -> tuple[int, int]:
        place = int(np.searchsorted(self.support.backers[plan], ballot))
        return int(self.support.values[plan][place]), int(self.support.weight[ballot])

    def joined(self, group: Ints, ballots: list[int]) -> Ints:
        return np.append(group, np.asarray(ballots, dtype=np.int64))

    def charge(self, plan: int, price: float) -> None:
        after = self.money(plan) - price * self.support.columns[plan][1]
        self.purse[self.support.backers[plan]] = np.maximum(after, 0.0)
        self.held.clear()

    def put(self, ballot: int, money: float) -> None:
        self.purse[ballot] = money
        self.held.clear()
