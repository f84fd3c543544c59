"""Purses: what everyone still has in Equal Shares, and what a plan would cost its backers."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Generic, Self

from .ledger import Group, Ledger, Price, Purchase
from .support import Support

GUARD = 1e-9  # floats that differ less than this share of their size are compared exactly


class Purses(Ledger[Group], Generic[Group]):
    """Prices and payments; how the purses are stored is up to the two kinds of purses.

    Parameters
    ----------
    support : the backers of each plan and the value each gives it.
    costs, share : as in the ledger.
    """

    def __init__(self, support: Support, costs: Sequence[int], share: Fraction) -> None:
        super().__init__(costs, share)
        self.support = support

    def raised(self, share: Fraction) -> Self:
        """A copy in which everyone began with ``share``, and paid what they paid here."""
        raise NotImplementedError

    def price(self, plan: int, floor: float, enough: float) -> Price | None:
        """The price per vote, at least ``floor``; None when the backers surely lack the money.

        Above ``enough`` the answer is only a lower bound: such a plan is not bought now.
        """
        raise NotImplementedError

    def band(self, plan: int, value: float) -> float:
        """How far a price may be off, when those who can pay it give this value to the plan."""
        return GUARD * (self.costs[plan] / value + self.start)

    def sides(self, plan: int, price: Price) -> tuple[Group, list[int], int]:
        """The backers who surely cannot pay, those in doubt, and the value of those who surely can."""
        raise NotImplementedError

    def rows(self, ballots: list[int]) -> list[tuple[int, ...]]:
        """For each ballot the value it gives to each of the plans bought."""
        raise NotImplementedError

    def stake(self, plan: int, ballot: int) -> tuple[int, int]:
        """The value a ballot gives to a plan, and its weight."""
        raise NotImplementedError

    def joined(self, group: Group, ballots: list[int]) -> Group:
        """This group and these ballots."""
        raise NotImplementedError

    def charge(self, plan: int, price: float) -> None:
        """Let every backer pay the price, or all they have."""
        raise NotImplementedError

    def put(self, ballot: int, money: float) -> None:
        """Set one purse."""
        raise NotImplementedError

    def settle(self, plan: int, price: Price) -> Fraction | None:
        """The exact price per vote, or None when the backers lack the money."""
        poor, doubt, rich_value = self.sides(plan, price)
        ratios = self._ratios(plan, doubt)
        rich_value += sum(power for _, power, _ in ratios)
        short: list[int] = []
        while rich_value:
            exact = self.exact(plan, self.joined(poor, short), rich_value)
            if len(short) == len(ratios) or ratios[len(short)][0] >= exact:
                return exact
            _, power, ballot = ratios[len(short)]
            short.append(ballot)
            rich_value -= power
        return None

    def buy(self, plan: int, price: Price) -> None:
        """Let the backers pay for a plan they can afford."""
        poor, doubt, rich_value = self.sides(plan, price)
        left: dict[int, Fraction] = {}
        if doubt:
            exact = self.settle(plan, price)
            assert exact is not None
            ratios = self._ratios(plan, doubt)
            rich_value += sum(power for ratio, power, _ in ratios if ratio >= exact)
            poor = self.joined(poor, [ballot for ratio, _, ballot in ratios if ratio < exact])
            left = {ballot: max(ratio - exact, Fraction(0)) for ratio, _, ballot in ratios}
        self.charge(plan, price.value)
        for ballot, ratio in left.items():
            self.put(ballot, float(ratio * self.stake(plan, ballot)[0]))
        self.bought.append(Purchase(plan, price.value, poor, rich_value))

    def _ratios(self, plan: int, ballots: list[int]) -> list[tuple[Fraction, int, int]]:
        """Exact money per value, value times weight, and the ballot itself; least money first."""
        purses: dict[tuple[int, ...], Fraction] = {}
        ratios = []
        for ballot, row in zip(ballots, self.rows(ballots), strict=True):
            if row not in purses:
                purses[row] = self.left_after(row)
            value, weight = self.stake(plan, ballot)
            ratios.append((purses[row] / value, value * weight, ballot))
        return sorted(ratios)
