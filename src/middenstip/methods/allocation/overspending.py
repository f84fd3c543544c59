"""The Method of Equal Shares with bounded overspending (BOS).

Equal Shares passes by a plan when its backers lack a few euros. Here they may buy it together with less
than its price, and the less they bring the later they come.

Definition. Voter i has a purse b_i, at the start an equal share of the budget, and gets u_i(c) out of plan c.
A plan c is affordable at part a (above 0, at most 1) and price r when the backers can pay that part of its
cost at that price: the sum of min(b_i, a·r·u_i(c)) is a·cost(c). Each round takes, of the plans that still
fit in the budget, the one with the lowest r / a. Its backers then pay r·u_i(c), or all they have. It ends
when no plan that fits has a backer with money. The price of it: a group can get more than its share of the
budget, at the expense of those who come last.

For one plan r / a is l·cost² / S(l)², with l = a·r and S(l) the sum of min(b_i, l·u_i). Between two
neighbouring values of b_i / u_i, S is A + B·l, so r / a first rises and then falls with l: the lowest stands
at one of those values, or where S is the whole cost.

All of it is exact, but for one thing: the digits of a price can double each round. A price that needs more
than a hundred digits behind the point is rounded up there.

Reference: Papasotiropoulos, Pishbin, Skibski, Skowron and Wąs, *Method of Equal Shares with Bounded
Overspending*, arXiv 2409.15005.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil
from typing import NamedTuple

import numpy as np

from .ballots import Ints
from .equal_shares import Run
from .ledger import Ledger, Purchase
from .purses import GUARD
from .room import Room
from .support import Floats, Support
from .ties import Tie, Ties

FINEST = 10**100


class Deal(NamedTuple):
    """A plan at its best part and price: ``worse`` is r / a (the lowest is bought), ``price`` is r."""

    worse: Fraction
    plan: int
    price: Fraction


class Bills(Ledger[Ints]):
    """What was bought, with prices that are known already."""

    def __init__(self, costs: Sequence[int], share: Fraction) -> None:
        super().__init__(costs, share)
        self.paid: list[Fraction] = []

    def prices(self) -> list[Fraction]:
        return self.paid


class Overspending:
    """One count. Floats choose where they can; what is close is compared in exact fractions.

    People with the same purse are one class: what the class has is told exactly once. O(rounds x backers).
    Class 0 has nothing.
    """

    def __init__(
        self,
        support: Support,
        costs: Sequence[int],
        ties: Ties,
        candidates: Sequence[int],
        share: Fraction,
        *,
        per_euro: bool,
    ) -> None:
        self.support = support
        self.costs = costs
        self.ties = ties
        self.share = share
        self.open = [plan for plan in candidates if len(support.backers[plan])]
        self.scale = [cost if per_euro and cost else 1 for cost in costs]
        self.left = [Fraction(0), share]
        self.member = np.ones(len(support.weight), dtype=np.int64)

    def run(self, room: Room) -> Run:
        """Buy until no plan that fits has a backer with money."""
        bills, steps = Bills(self.costs, self.share), list[Tie]()
        while deals := self._best(room):
            deal = deals[0]
            if len(deals) > 1:
                steps.append(self.ties.first([deal.plan for deal in deals]))
                deal = next(deal for deal in deals if deal.plan == steps[-1].plan)
            room.take(deal.plan)
            self.open.remove(deal.plan)
            poor = self._charge(deal)
            bills.paid.append(deal.price)
            bills.bought.append(Purchase(deal.plan, float(deal.price), poor, 0))
        winners = tuple(purchase.plan for purchase in bills.bought)
        cost = sum(self.costs[plan] for plan in winners)
        return Run(self.share, winners, tuple(steps), cost, bills)

    def _best(self, room: Room) -> list[Deal]:
        """The best deals, more than one when plans are exactly equal; forgets plans that no longer can."""
        purse = np.array([float(money) for money in self.left])[self.member]
        backers = self.support.backers
        self.open = [plan for plan in self.open if room.fits(plan) and purse[backers[plan]].any()]
        guesses = {plan: self._guess(plan, purse) for plan in self.open}
        limit = min(guesses.values(), default=0.0) * (1 + GUARD)
        exact = [self._deal(plan) for plan in self.open if guesses[plan] <= limit]
        lowest = min((deal.worse for deal in exact), default=Fraction(0))
        return [deal for deal in exact if deal.worse == lowest]

    def _guess(self, plan: int, purse: Floats) -> float:
        """The lowest r / a of one plan, right within the guard."""
        cost, (weight, value, power) = self.costs[plan], self.support.columns[plan]
        if not cost:
            return 0.0
        money = purse[self.support.backers[plan]]
        order = np.argsort(money / value, kind="stable")
        ratio = (money / value)[order]
        poor = np.cumsum((money * weight)[order])
        rich = power.sum() - np.cumsum(np.broadcast_to(power, money.shape)[order])
        brought = poor + ratio * rich
        able = brought > 0
        worse = ratio[able] * (cost / np.minimum(brought[able], cost)) ** 2
        lowest = float(worse.min())
        enough = int(np.searchsorted(brought, cost))
        if enough < len(brought):
            before = enough - 1
            rest = cost - (float(poor[before]) if enough else 0.0)
            lowest = min(lowest, rest / float(rich[before] if enough else power.sum()))
        return lowest / self.scale[plan]

    def _deal(self, plan: int) -> Deal:
        """The best part and price of one plan, exactly; of equal ones the largest part."""
        cost = self.costs[plan]
        if not cost:
            return Deal(Fraction(0), plan, Fraction(0))
        groups: dict[tuple[int, int], int] = {}
        for ballot, value in self.support.stakes[plan].items():
            key = (int(self.member[ballot]), value)
            groups[key] = groups.get(key, 0) + self.support.weight_list[ballot]
        rows = sorted((self.left[of] / value, value * weight) for (of, value), weight in groups.items() if of)
        poor, rich = Fraction(0), sum(power for _, power in rows)
        best: tuple[Fraction, Fraction, Fraction] | None = None
        for ratio, power in rows:
            level = min(ratio, (cost - poor) / rich)
            part = (poor + level * rich) / cost
            deal = (level / part**2, -part, level / part)
            best = deal if best is None else min(best, deal)
            if part == 1:
                break
            poor += ratio * power
            rich -= power
        assert best is not None  # somebody has money
        price = best[2]
        if price.denominator > FINEST:
            price = Fraction(ceil(price * FINEST), FINEST)
        return Deal(best[0] / self.scale[plan], plan, price)

    def _charge(self, deal: Deal) -> Ints:
        """Let the backers pay; those who gave all they had without reaching the price are returned."""
        after: dict[tuple[int, int], int] = {}
        poor = []
        for ballot, value in self.support.stakes[deal.plan].items():
            key = (int(self.member[ballot]), value)
            left = self.left[key[0]] - deal.price * value if key not in after else None
            if left is not None:
                after[key] = len(self.left) if left > 0 else 0
                self.left += [left] if left > 0 else []
            if key[0] and self.left[key[0]] < deal.price * value:
                poor.append(ballot)
            self.member[ballot] = after[key]
        return np.asarray(poor, dtype=np.int64)
