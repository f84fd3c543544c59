"""How often each group agreed, disagreed and passed on each statement."""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import comb

import numpy as np

from .rules import Floats, Integers, Rules, Truths
from .votes import Votes


@dataclass(frozen=True, eq=False)
class Counts:
    """Numbers of votes, shape (groups, statements) or (statements,)."""

    agree: Integers
    disagree: Integers
    passed: Integers

    @property
    def seen(self) -> Integers:
        """All votes on a statement, pass included."""
        return self.agree + self.disagree + self.passed

    @property
    def decisive(self) -> Integers:
        """Votes that agree or disagree."""
        return self.agree + self.disagree

    def total(self) -> "Counts":
        """All groups together."""
        return Counts(self.agree.sum(0), self.disagree.sum(0), self.passed.sum(0))


def count(votes: Votes, label: Integers, groups: int) -> Counts:
    """Count votes per group; ``label`` is the group of each person, or -1 for none. O(votes).

    >>> from middenstip.methods.common_ground.votes import collect
    >>> votes = collect([("ann", "s1", 1), ("bob", "s1", -1), ("cas", "s1", 0)])
    >>> count(votes, np.array([0, 0, -1]), 1).seen
    array([[2]])
    """
    width = len(votes.statements)
    group = label[votes.person]
    cells = (group * 3 + votes.value + 1) * width + votes.statement
    table = np.bincount(cells[group >= 0], minlength=groups * 3 * width).reshape(groups, 3, width)
    return Counts(agree=table[:, 2], disagree=table[:, 0], passed=table[:, 1])


def wilson(yes: Integers, votes: Integers, rules: Rules) -> tuple[Floats, Floats]:
    """Lower and upper bound of the share ``yes / votes``; 0 and 1 without votes.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of
    the American Statistical Association 22 (1927).

    >>> low, high = wilson(np.array([9]), np.array([10]), Rules())
    >>> float(round(low[0], 3)), float(round(high[0], 3))
    (0.718, 0.97)
    """
    z2 = float(rules.z_squared)
    n = np.maximum(votes, 1).astype(np.float64)
    share = yes / n
    centre = share + z2 / (2 * n)
    spread = np.sqrt(z2 * (share * (1 - share) + z2 / (4 * n)) / n)
    scale = 1 + z2 / n
    asked = votes > 0
    lower = np.where(asked, np.maximum((centre - spread) / scale, 0.0), 0.0)
    upper = np.where(asked, np.minimum((centre + spread) / scale, 1.0), 1.0)
    return lower, upper


def surely_most(yes: Integers, no: Integers, rules: Rules) -> Truths:
    """Whether the Wilson lower bound of yes / (yes + no) lies above one half, in whole numbers.

    The bound passes 1/2 exactly when yes - no > 0 and (yes - no)² > z² · (yes + no).

    >>> surely_most(np.array([8, 7]), np.array([2, 3]), Rules())
    array([ True, False])
    """
    lead = yes - no
    z2 = rules.z_squared
    needed: Integers = (yes + no) * z2.numerator // z2.denominator
    return (lead > 0) & (lead * lead > needed)


@lru_cache(maxsize=4096)
def needed_of(members: int, asked: int, doubt: Fraction) -> int:
    """How many of ``asked`` must agree to know that more than half of all ``members`` do.

    If at most half of the ``members`` agreed, so many or more in a lot of that size would be drawn with a
    chance of at most ``doubt``: the exact hypergeometric tail, in whole numbers. When all are asked it is the
    plain majority, so a census and a sample have one formula. A number above ``asked`` cannot be reached.

    >>> [needed_of(8, asked, Fraction(1, 10)) for asked in (3, 4, 5, 8)]
    [3, 4, 4, 5]
    """
    most, total, tail = members // 2, comb(members, asked), 0
    number = asked + 1
    while True:  # ends: all chances together are 1, and a doubt is less
        tail += comb(most, number - 1) * comb(members - most, asked - number + 1)
        if tail * doubt.denominator > doubt.numerator * total:
            return number
        number -= 1


def surely_most_of(agree: Integers, seen: Integers, members: int, rules: Rules) -> Truths:
    """Whether more than half of the ``members`` of one half surely agree; who passes does not agree.

    >>> surely_most_of(np.array([5, 4]), np.array([5, 8]), 8, Rules())
    array([ True, False])
    """
    if members > rules.exact_below:
        return np.asarray(2 * agree > members)
    asked = np.minimum(seen, members).tolist()
    return np.asarray(agree >= np.array([needed_of(members, one, rules.doubt) for one in asked]))
