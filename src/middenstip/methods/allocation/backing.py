"""Effective support in Equal Shares: how far the backers of a plan came with their money.

At each purchase the backers of another plan could have paid at most the same price per unit of
satisfaction, or all they had. The largest part of the cost reached that way is the effective support:
100 % is enough to win. A loser never touches the count, so one replay tells it for all losers; a winner
needs a count without it.

Reference: effective support as published by Wieliczka and Świecie. pabutools
(``calculate_effective_support``) looks at the purses just after each payment, so its figures can be
lower: then 100 % is no longer exactly the line between winning and losing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .counted import Counted
from .equal_shares import Run
from .receipts import receipts
from .support import Floats
from .table import Table


@dataclass
class Backing:
    """The backers of one plan: their money at the ``start`` and ``left`` at the end (cents), the
    effective support in whole ``percent``, and the money they ``spent_on`` each winner."""

    start: int
    left: int = 0
    percent: int = 0
    spent_on: dict[int, int] = field(default_factory=dict)


def backing(result: Counted) -> dict[int, Backing]:
    """For every plan with backers; empty for rules without purses. O(plans x winners x backers)."""
    table = result.table
    if table.trace is None:
        return {}
    return replay(table, table.trace, [plan for plan in table.plans if len(table.support.backers[plan])])


def replay(table: Table, trace: Run, plans: list[int]) -> dict[int, Backing]:
    """Follow the money of the backers of these plans through a run."""
    share = float(trace.share)
    found = {plan: Backing(round(share * table.support.weights[plan])) for plan in plans}
    best = dict.fromkeys(plans, 0.0)
    purse: Floats = np.full(len(table.support.weight), share)
    bought: set[int] = set()
    for slip in receipts(table.support, trace):
        rate = float(slip.price) / scale(table, slip.plan)
        purse = slip.purse - slip.paid
        bought.add(slip.plan)
        for plan in plans:
            backers = table.support.backers[plan]
            weight, value, _ = table.support.columns[plan]
            if plan not in bought:
                could = np.minimum(slip.purse[backers], rate * scale(table, plan) * value)
                best[plan] = max(best[plan], float((could * weight).sum()))
            spent = float((slip.paid[backers] * weight).sum())
            if spent:
                found[plan].spent_on[slip.plan] = round(spent)
    for plan in plans:
        backers = table.support.backers[plan]
        left = float((purse[backers] * table.support.columns[plan][0]).sum())
        reached = max(best[plan], left if plan not in bought else 0.0)
        found[plan].left = round(left)
        found[plan].percent = int(reached / table.costs[plan] * 100 + 1e-9) if table.costs[plan] else 100
    return found


def scale(table: Table, plan: int) -> int:
    """What turns a price per vote into a price per satisfaction."""
    return table.costs[plan] or 1 if table.rules.satisfaction == "cost" else 1
