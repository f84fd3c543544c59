"""The exact side of Equal Shares: what was paid, in whole numbers over one denominator.

Purses are kept as floating point numbers, because almost every choice is clear. When one is not, this
ledger tells the exact price. It needs no exact purse of anybody: a person who still has money paid the
full price per vote for every plan bought that they back, so the money of a group follows from how many
of them back each plan bought. That takes O(backers) and as many whole numbers as plans bought.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import gcd
from typing import Generic, NamedTuple, TypeVar

Group = TypeVar("Group")


class Price(NamedTuple):
    """A price per vote in cents, right within ``band``; ``sure`` if the backers surely have the money."""

    value: float
    band: float
    sure: bool


class Purchase(NamedTuple, Generic[Group]):
    """A plan that was bought: these backers gave all they had, the others (``rich_value``) the price."""

    plan: int
    price: float
    poor: Group
    rich_value: int


class Ledger(Generic[Group]):
    """Purchases so far, and exact prices on request.

    Parameters
    ----------
    costs : price of each plan, in cents.
    share : money of one unit of weight at the start, in cents.
    """

    def __init__(self, costs: Sequence[int], share: Fraction) -> None:
        self.costs = costs
        self.share = share
        self.start = float(share)
        self.bought: list[Purchase[Group]] = []
        self._tops: list[int] = []
        self._bottom = share.denominator

    def overlap(self, group: Group, plan: int) -> int:
        """The value this group gives to this plan, weighed."""
        raise NotImplementedError

    def weight_of(self, group: Group) -> int:
        """The weight of this group together."""
        raise NotImplementedError

    def prices(self) -> list[Fraction]:
        """The exact price per vote of every purchase, in cents."""
        self._catch_up()
        return [Fraction(top, self._bottom) for top in self._tops]

    def exact(self, plan: int, poor: Group, rich_value: int) -> Fraction:
        """The exact price per vote when exactly these backers give all they have."""
        if not self.weight_of(poor):
            return Fraction(self.costs[plan], rich_value)
        self._catch_up()
        return Fraction(self._open_cost(plan, poor), self._bottom * rich_value)

    def left_after(self, values: Iterable[int]) -> Fraction:
        """What someone has left who gave these values to the plans bought, and never ran out."""
        self._catch_up()
        paid = sum(top * value for top, value in zip(self._tops, values, strict=True))
        return self.share - Fraction(paid, self._bottom)

    def _open_cost(self, plan: int, poor: Group) -> int:
        """What the other backers must pay together, over the common denominator."""
        if not self.weight_of(poor):
            return self.costs[plan] * self._bottom
        money = self.share.numerator * (self._bottom // self.share.denominator) * self.weight_of(poor)
        for top, purchase in zip(self._tops, self.bought, strict=False):
            money -= top * self.overlap(poor, purchase.plan)
        return self.costs[plan] * self._bottom - money

    def _catch_up(self) -> None:
        """Work out the prices of the purchases that nobody asked for until now."""
        for purchase in self.bought[len(self._tops) :]:
            top = self._open_cost(purchase.plan, purchase.poor)
            shared = gcd(top, purchase.rich_value)
            factor = purchase.rich_value // shared
            self._tops = [number * factor for number in self._tops]
            self._bottom *= factor
            self._tops.append(top // shared)
