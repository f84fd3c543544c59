"""Whether the map is empty between two groups, or one scale of opinions that was cut in pieces."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import comb

import numpy as np

from .clustering import distances, nearest
from .rules import Floats, Integers

MIDDLE = 1 / 8  # of two pieces of a scale with equally many people everywhere lies in the middle strip


def chance_of_no_valley(places: Floats, label: Integers, centres: Floats) -> float:
    """The largest chance, over pairs of neighbours, that so few people stand between them by luck.

    People of two groups are laid on the line through the two centres. One scale, cut in two by k-means, has
    its centres at a quarter and three quarters when people are spread evenly, so the middle strip, half as
    wide as a quarter of the way on both sides of the border, holds one in eight of them; more when the scale
    is a bell. So few in that strip has a binomial chance: small when there is a valley. Groups are neighbours
    when the point between their centres is nearest to one of those two.

    >>> line = np.array([[float(at), 0.0] for at in range(80)])
    >>> centres = np.array([[19.5, 0.0], [59.5, 0.0]])
    >>> chance_of_no_valley(line, (line[:, 0] > 39.5).astype(int), centres) > 0.5
    True
    >>> apart = line + 100 * (line[:, :1] > 39.5) * [1, 0]
    >>> chance_of_no_valley(apart, (line[:, 0] > 39.5).astype(int), centres + [[0, 0], [100, 0]]) < 0.0001
    True
    """
    worst = 0.0
    for one, other in combinations(range(len(centres)), 2):
        between = (centres[one] + centres[other]) / 2
        if int(nearest(distances(between[None], centres))[0][0]) not in (one, other):
            continue
        way = centres[other] - centres[one]
        both = places[(label == one) | (label == other)]
        along = (both - centres[one]) @ way / (way @ way)
        inside = int((np.abs(along - 0.5) <= MIDDLE).sum())
        worst = max(worst, _at_most(inside, len(both)))
    return worst


def _at_most(few: int, people: int) -> float:
    """The chance of at most so `few` of these people in the middle strip of an even scale."""
    if people > 2_000:  # as near as makes no difference, and no huge numbers
        few, people = round(few * 2_000 / people), 2_000
    ways = sum(comb(people, number) * 7 ** (people - number) for number in range(few + 1))
    return float(Fraction(ways, 8**people))
