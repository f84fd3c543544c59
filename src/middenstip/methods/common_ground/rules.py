"""The thresholds of common ground, stored with every result."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]
Truths = NDArray[np.bool_]


@dataclass(frozen=True)
class Rules:
    """Every number the method knows; the defaults are the method as published.

    Parameters
    ----------
    z_squared:
        Square of the normal quantile of the bounds. The default makes each bound hold with 90 %
        confidence (z = 1.28155, one-sided, the confidence opinion maps use); Fraction(2705543454, 10**9)
        would make the interval of both 90 %. A fraction, because it decides.
    least_votes:
        A half is certified from at least so many votes that agree or disagree.
    census_below:
        A half with fewer members is never a sample: all its members are asked.
    exact_below, doubt:
        A half with at most so many members on its roll is also measured against that roll: its yes is sure
        when a lot this good would be drawn with at most this chance from a half of which no majority agrees.
    halves_needed:
        So many halves must be there; a yes is a yes of all three.
    map_votes:
        People with fewer votes (or fewer than all statements) are on the map but in no group.
    max_groups, resamples, stable_from:
        Groups: at most so many; shown only when the mean adjusted Rand index over so many bootstrap
        resamples reaches ``stable_from``.
    least_group, valley_doubt:
        Groups: each has at least so many people; between two neighbours the map must be emptier than one
        scale without camps would leave it, with at most this chance of being wrong.
    typical:
        Statements named per group.
    """

    z_squared: Fraction = Fraction(1_642_374_415, 10**9)
    least_votes: int = 10
    census_below: int = 10
    exact_below: int = 200
    doubt: Fraction = Fraction(1, 20)
    halves_needed: int = 3
    map_votes: int = 7
    max_groups: int = 5
    resamples: int = 50
    stable_from: float = 0.8
    least_group: int = 5
    valley_doubt: float = 0.01
    typical: int = 5
