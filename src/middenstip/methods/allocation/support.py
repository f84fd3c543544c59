"""Who supports what: the ballots turned around, plan by plan."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from .ballots import Ballots, Ints

Floats = npt.NDArray[np.float64]
SMALL = 1500  # backers of all plans together, below which lists are faster than arrays


@dataclass(frozen=True, eq=False)
class Support:
    """For each plan the distinct ballots behind it and the value each gives it.

    Parameters
    ----------
    backers : per plan, positions of distinct ballots, ascending.
    values : per plan, a whole value above zero for each backer (1 when every supporter counts the same).
    weight : per distinct ballot, how heavily it weighs (whole).
    unit : divide weights by this for a weight in people.
    """

    backers: tuple[Ints, ...]
    values: tuple[Ints, ...]
    weight: Ints
    unit: int

    @cached_property
    def value(self) -> tuple[int, ...]:
        """The total value behind each plan."""
        if self.size < SMALL:
            return tuple(sum([value * weight for _, value, weight in row]) for row in self.rows)
        return tuple(
            int(np.dot(values, self.weight[backers]))
            for backers, values in zip(self.backers, self.values, strict=True)
        )

    @cached_property
    def weights(self) -> tuple[int, ...]:
        """The total weight of the people behind each plan."""
        if self.size < SMALL:
            return tuple(sum([weight for _, _, weight in row]) for row in self.rows)
        return tuple(int(self.weight[backers].sum()) for backers in self.backers)

    @cached_property
    def columns(self) -> list[tuple[Floats, Floats, Floats]]:
        """Per plan the weight, the value and the product of both for each backer, as floats.

        The value is one number (an array of one) when all backers give the same.
        """
        pairs = [
            (self.weight[backers].astype(np.float64), narrowed(values.astype(np.float64)))
            for backers, values in zip(self.backers, self.values, strict=True)
        ]
        return [(weight, value, weight * value) for weight, value in pairs]

    @cached_property
    def weight_list(self) -> list[int]:
        """The weights as plain numbers."""
        plain: list[int] = self.weight.tolist()
        return plain

    @cached_property
    def stakes(self) -> list[dict[int, int]]:
        """Per plan the value each backer gives it, as plain numbers."""
        return [
            dict(zip(backers.tolist(), values.tolist(), strict=True))
            for backers, values in zip(self.backers, self.values, strict=True)
        ]

    @cached_property
    def rows(self) -> list[list[tuple[int, int, int]]]:
        """Per plan (ballot, value, weight) for each backer, as plain numbers."""
        weight = self.weight_list
        return [[(ballot, value, weight[ballot]) for ballot, value in s.items()] for s in self.stakes]

    @cached_property
    def size(self) -> int:
        """The number of backers of all plans together."""
        return sum(map(len, self.backers))

    @cached_property
    def total(self) -> int:
        """The weight of all ballots, empty ones included."""
        return int(self.weight.sum())


def narrowed(values: Floats) -> Floats:
    """Only the first of these when they are all equal."""
    return values[:1] if (values == values[:1]).all() else values


def by_plan(ballots: Ballots, plans: int, weight: Ints, unit: int, *, points: bool) -> Support:
    """Turn ballots around.

    With ``points`` a backer is worth the points given and those without points fall away; otherwise
    everyone who names the plan backs it equally.
    """
    narrow = np.int16 if plans < 2**15 else np.int64  # numpy sorts these by radix
    order = np.argsort(ballots.project.astype(narrow), kind="stable")
    owner = np.repeat(np.arange(len(ballots.count)), ballots.lengths)[order]
    value = ballots.points[order] if points else np.ones(len(order), dtype=np.int64)
    place = ballots.project[order]
    if points:
        given = value > 0
        owner, value, place = owner[given], value[given], place[given]
    cuts = list(pairwise(np.searchsorted(place, np.arange(plans + 1)).tolist()))
    backers, values = (tuple(column[a:b] for a, b in cuts) for column in (owner, value))
    return Support(backers, values, weight, unit)


def votes(ballots: Ballots, plans: int, weight: Ints, unit: int) -> tuple[Fraction, ...]:
    """The votes for each plan: people, or points (cumulative, scoring) or Borda score (ordinal)."""
    each = np.repeat(weight, ballots.lengths) * ballots.points
    total = np.zeros(plans, dtype=np.int64)
    np.add.at(total, ballots.project, each)
    return tuple(Fraction(int(number), unit * ballots.scale) for number in total)
