"""The rounds of a count: what was bought, what was left, and who paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

from .receipts import receipts
from .table import Table

Stage = Literal["rule", "completion", "leftover"]


class Bought(NamedTuple):
    """A plan that was bought, as its position in the list, and at which stage."""

    plan: int
    stage: Stage


@dataclass(frozen=True, slots=True)
class Round:
    """One purchase.

    Parameters
    ----------
    project : id of the plan bought.
    stage : by the rule itself, its completion, or from joint leftovers.
    cost, left : its price, and what is left of the budget after it, in cents.
    votes : its votes (people, points or Borda score).
    price : cents per vote that its backers paid (Equal Shares) or carry (Phragmén); None for greedy.
    payers : how many people paid for it, weighed.
    gave_all : how many of those had less than the price and gave all they had.
    paid : cents they paid together; less than the cost when overspending is allowed.
    """

    project: str
    stage: Stage
    cost: int
    left: int
    votes: Fraction
    price: Fraction | None = None
    payers: Fraction | None = None
    gave_all: Fraction | None = None
    paid: int | None = None


Paid = tuple[Fraction | None, Fraction | None, Fraction | None, int | None]
NOBODY: Paid = (None, None, None, None)


def rounds(table: Table, bought: Sequence[Bought], loads: Sequence[Fraction]) -> tuple[Round, ...]:
    """One round for each plan bought; those of the rule itself come first."""
    paid = payments(table, bought, loads)
    paid += [NOBODY] * (len(bought) - len(paid))
    left = table.election.budget
    found = []
    for (plan, stage), by in zip(bought, paid, strict=True):
        left -= table.costs[plan]
        name = table.election.projects[plan].id
        found.append(Round(name, stage, table.costs[plan], left, table.votes[plan], *by))
    return tuple(found)


def payments(table: Table, bought: Sequence[Bought], loads: Sequence[Fraction]) -> list[Paid]:
    """Price, payers and who gave all, for each purchase of Equal Shares or (with ``loads``) Phragmén."""
    support, unit = table.support, table.support.unit
    if table.trace is not None:
        return [
            (
                slip.price * unit,
                Fraction(slip.payers, unit),
                Fraction(slip.gave_all, unit),
                slip.total if table.rules.rule == "bos" else table.costs[slip.plan],
            )
            for slip in receipts(support, table.trace)
        ]
    return [
        (load * unit, Fraction(support.weights[plan], unit), None, None)
        for (plan, _), load in zip(bought, loads, strict=False)
    ]
