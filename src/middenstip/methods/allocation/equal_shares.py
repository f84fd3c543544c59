"""The Method of Equal Shares.

Everyone gets an equal share of the budget. A plan is bought with the money of its own backers, each
paying the same price per unit of satisfaction or all they have. Each round buys the plan with the
lowest price; it ends when no plan can be paid by its backers.

Reference: Peters, Pierczyński and Skowron, *Proportional Participatory Budgeting with Additive
Utilities*, NeurIPS 2021; equalshares.net.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise, takewhile
from typing import Any, NamedTuple

from .ledger import Ledger, Price
from .purses import GUARD, Purses
from .purses_array import ArrayPurses
from .purses_list import ListPurses
from .room import Room
from .support import SMALL, Support
from .ties import Tie, Ties


class Offer(NamedTuple):
    """A plan that could be bought now: at ``rate`` per satisfaction, right within ``slack``."""

    plan: int
    price: Price
    rate: float
    slack: float


@dataclass(frozen=True, eq=False)
class Run:
    """One run: the plans in the order bought, the ties decided, and the purses for exact prices."""

    share: Fraction
    winners: tuple[int, ...]
    ties: tuple[Tie, ...]
    cost: int
    purses: Ledger[Any]


@dataclass(frozen=True, eq=False)
class Trace(Run):
    """A run of Equal Shares, with what another run can begin from.

    ``opening`` holds the purses after the first purchases, those that more money does not change.
    ``floors`` are, after each row of purchases, rates that no plan is below; plans that can never be paid
    any more are left out. They also hold with less money: after the same purchases more money leaves nobody
    with less (by induction: no price is higher, and who could not pay it has nothing left), so with less
    money no price is lower.
    """

    opening: Purses[Any]
    floors: dict[tuple[int, ...], dict[int, float]]


class Shares:
    """Equal Shares on one election; ``run`` may be called with any amount of money per voter.

    Parameters
    ----------
    support : the backers of each plan and the value each gives it.
    costs : price of each plan, in cents.
    per_euro : compare prices per euro of cost (cost satisfaction) in place of per vote.
    candidates : the plans that take part.
    """

    def __init__(
        self, support: Support, costs: Sequence[int], ties: Ties, candidates: Sequence[int], *, per_euro: bool
    ) -> None:
        self.support = support
        self.costs = costs
        self.ties = ties
        self.candidates = [plan for plan in candidates if len(support.backers[plan])]
        self.scale = [cost if per_euro and cost else 1 for cost in costs]
        self.starts = {plan: costs[plan] / support.value[plan] for plan in self.candidates}
        self.floors = [  # the share from which all backers together have the money, and the lowest rate
            (plan, costs[plan] / support.weights[plan], self.starts[plan] / self.scale[plan] * (1 - GUARD))
            for plan in self.candidates
        ]
        self.kind: type[Purses[Any]] = ListPurses if support.size < SMALL else ArrayPurses
        ranked = sorted((floor, plan) for plan, _, floor in self.floors)
        clear = takewhile(lambda two: two[1][0] > two[0][0] * (1 + 3 * GUARD), pairwise(ranked))
        self.easy = [plan for (_, plan), _ in clear]  # each surely before all others, if all can pay

    def first(self, budget: int) -> Fraction:
        """Cents for each unit of weight when everyone gets an equal share of the budget."""
        return Fraction(budget, self.support.total)

    def run(
        self,
        share: Fraction,
        room: Room | None = None,
        below: Trace | None = None,
        above: Trace | None = None,
    ) -> Trace:
        """Count once, with ``share`` cents for each unit of weight.

        ``room`` holds ceilings and plans that exclude each other; it is not used when None. ``below`` and
        ``above`` are runs with less and with more money: they save work and change nothing. Rounds times
        backers in the worst case, far less in practice: a price never falls, so plans whose old price is
        already too high are not looked at again.
        """
        opening = self._opening(share, room, below)
        purses, each = opening.raised(share), float(share) * (1 + GUARD)
        winners = [purchase.plan for purchase in purses.bought]
        floors = {plan: floor for plan, dear, floor in self.floors if dear <= each and plan not in winners}
        ties: list[Tie] = []
        seen: dict[tuple[int, ...], dict[int, float]] = {}
        while True:
            if above is not None and (known := above.floors.get(tuple(winners))) is not None:
                floors = {p: known[p] if known[p] > low else low for p, low in floors.items() if p in known}
            offer = self._round(purses, floors, room, ties)
            seen[tuple(winners)] = dict(floors)
            if offer is None:
                break
            purses.buy(offer.plan, offer.price)
            del floors[offer.plan]
            winners.append(offer.plan)
            if room is not None:
                room.take(offer.plan)
        cost = sum(self.costs[plan] for plan in winners)
        return Trace(share, tuple(winners), tuple(ties), cost, purses, opening, seen)

    def _opening(self, share: Fraction, room: Room | None, below: Trace | None) -> Purses[Any]:
        """The purses after the first purchases, as many as more money would not change.

        A plan is cheapest when all its backers pay the same. As long as the plan that comes first on that
        price can be paid so, it is bought, and it does not matter what anybody has.
        """
        purses = below.opening.raised(share) if below else self.kind(self.support, self.costs, share)
        if room is not None:
            for purchase in purses.bought:
                room.take(purchase.plan)
        for plan in self.easy[len(purses.bought) :]:
            total = self.support.value[plan]
            price = Price(self.starts[plan], purses.band(plan, total), True)
            if purses.sides(plan, price)[2] < total or (room is not None and not room.open(plan)):
                break
            purses.buy(plan, price)
            if room is not None:
                room.take(plan)
        return purses

    def _round(
        self,
        purses: Purses[Any],
        floors: dict[int, float],
        room: Room | None,
        ties: list[Tie],
    ) -> Offer | None:
        """The plan to buy now, if any; forgets plans that can never be bought any more."""
        while True:
            close = self._close(purses, floors, room)
            if len(close) == 1 and close[0].price.sure:
                return close[0]
            exact = [(purses.settle(offer.plan, offer.price), offer) for offer in close]
            for price, offer in exact:
                if price is None:
                    del floors[offer.plan]
            paid = [(price / self.scale[o.plan], o) for price, o in exact if price is not None]
            if len(paid) == len(exact):
                return self._first(paid, ties)

    def _close(self, purses: Purses[Any], floors: dict[int, float], room: Room | None) -> list[Offer]:
        """The offers that are the lowest, or too close to it for floats to tell.

        ``floors`` are rates that no plan is below.
        """
        limit = float("inf")
        offers: list[Offer] = []
        for plan in sorted(floors, key=floors.__getitem__):
            if floors[plan] > limit:
                break
            scale, shut = self.scale[plan], room is not None and not room.open(plan)
            price = None if shut else purses.price(plan, floors[plan] * scale, limit * scale * (1 + GUARD))
            if price is None:
                del floors[plan]
                continue
            offer = Offer(plan, price, price.value / scale, price.band / scale)
            floors[plan] = max(offer.rate - offer.slack, floors[plan])
            limit = min(limit, offer.rate + offer.slack)
            offers.append(offer)
        return [offer for offer in offers if offer.rate - offer.slack <= limit]

    def _first(self, paid: list[tuple[Fraction, Offer]], ties: list[Tie]) -> Offer | None:
        """The lowest exact rate; a tie is broken and noted."""
        if not paid:
            return None
        lowest = min(rate for rate, _ in paid)
        tied = {offer.plan: offer for rate, offer in paid if rate == lowest}
        if len(tied) == 1:
            return next(iter(tied.values()))
        ties.append(self.ties.first(list(tied)))
        return tied[ties[-1].plan]
