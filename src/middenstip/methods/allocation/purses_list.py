"""Purses as plain lists, for small elections: there numpy's overhead costs more than it saves."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from .ledger import Price
from .purses import GUARD, Purses
from .support import Support


class ListPurses(Purses[list[int]]):
    """One price takes a few passes over the backers of the plan."""

    def __init__(self, support: Support, costs: Sequence[int], share: Fraction) -> None:
        super().__init__(support, costs, share)
        self.stakes, self.weights = support.stakes, support.weight_list
        self.columns = support.rows
        self.purse = [self.start] * len(self.weights)

    def raised(self, share: Fraction) -> ListPurses:
        more = ListPurses(self.support, self.costs, share)
        extra = more.start - self.start
        more.purse = [money + extra for money in self.purse]
        more.bought = list(self.bought)
        return more

    def overlap(self, group: list[int], plan: int) -> int:
        stakes, weights = self.stakes[plan], self.weights
        return sum(stakes[ballot] * weights[ballot] for ballot in group if ballot in stakes)

    def weight_of(self, group: list[int]) -> int:
        return sum(self.weights[ballot] for ballot in group)

    def price(self, plan: int, floor: float, enough: float) -> Price | None:
        purse, cost = self.purse, self.costs[plan]
        able = [(purse[ballot], value, weight) for ballot, value, weight in self.columns[plan]]
        total = sum(money * weight for money, _, weight in able)
        if total < cost * (1 - GUARD):
            return None
        sure, price = total > cost * (1 + GUARD), floor
        while True:
            poor_money, rich_power = 0.0, 0
            for money, value, weight in able:
                if money < price * value:
                    poor_money += money * weight
                else:
                    rich_power += value * weight
            if rich_power == 0:
                price = max(money / value for money, value, _ in able)
                rich_power = sum(value * weight for money, value, weight in able if money / value == price)
                sure = False
                break
            better = (cost - poor_money) / rich_power
            if better <= price:
                break
            price = better
            if price - self.band(plan, rich_power) > enough:
                break
        return Price(price, self.band(plan, rich_power), sure)

    def sides(self, plan: int, price: Price) -> tuple[list[int], list[int], int]:
        poor: list[int] = []
        doubt: list[int] = []
        rich_value = 0
        for ballot, value, weight in self.columns[plan]:
            money = self.purse[ballot]
            gap = money - price.value * value
            if abs(gap) <= price.band * value and money:
                doubt.append(ballot)
            elif gap > 0:
                rich_value += value * weight
            elif money:
                poor.append(ballot)
        return poor, doubt, rich_value

    def rows(self, ballots: list[int]) -> list[tuple[int, ...]]:
        stakes = [self.stakes[purchase.plan] for purchase in self.bought]
        return [tuple([known.get(ballot, 0) for known in stakes]) for ballot in ballots]

    def stake(self, plan: int, ballot: int) -> tuple[int, int]:
        return self.stakes[plan][ballot], self.weights[ballot]

    def joined(self, group: list[int], ballots: list[int]) -> list[int]:
        return group + ballots

    def charge(self, plan: int, price: float) -> None:
        purse = self.purse
        for ballot, value, _ in self.columns[plan]:
            left = purse[ballot] - price * value
            purse[ballot] = left if left > 0.0 else 0.0

    def put(self, ballot: int, money: float) -> None:
        self.purse[ballot] = money
