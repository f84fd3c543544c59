"""The comparison step: a rule stands only if more voters prefer its outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from .ballots import Ints
from .rules import Rule
from .table import Table


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many people (weighed) prefer each outcome, and whether the rule stands."""

    rule: Rule
    rival: Rule
    prefer_rule: Fraction
    prefer_rival: Fraction
    indifferent: Fraction
    stands: bool


def compare(table: Table, won: Sequence[int], rival_won: Sequence[int], rival: Rule) -> Comparison:
    """Let every voter compare two outcomes by their own satisfaction.

    A voter is worth the cost of the winners on the ballot (``cost``) or their number or points
    (``cardinality``), in whole numbers. The rule stands if strictly more voters prefer it; the same
    winners stand as well.
    """
    ours, theirs = satisfaction(table, won), satisfaction(table, rival_won)
    weight, unit = table.support.weight, table.support.unit
    more = Fraction(int(weight[ours > theirs].sum()), unit)
    less = Fraction(int(weight[ours < theirs].sum()), unit)
    same = Fraction(int(weight[ours == theirs].sum()), unit)
    stands = more > less or set(won) == set(rival_won)
    return Comparison(table.rules.rule, rival, more, less, same, stands)


def satisfaction(table: Table, won: Sequence[int]) -> Ints:
    """What each distinct ballot gets out of these winners."""
    total = np.zeros(len(table.support.weight), dtype=np.int64)
    for plan in won:
        each = table.costs[plan] if table.rules.satisfaction == "cost" else 1
        total[table.support.backers[plan]] += each * table.support.values[plan]
    return total
