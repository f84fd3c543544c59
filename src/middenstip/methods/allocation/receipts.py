"""Who paid what in Equal Shares: the last run played back from its decisions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from .equal_shares import Run
from .support import Floats, Support


@dataclass(frozen=True, eq=False)
class Receipt:
    """One purchase: the exact price per vote, and the money of every ballot before and after it.

    ``purse`` and ``paid`` hold cents per unit of weight for each distinct ballot. ``payers`` and
    ``gave_all`` count weight, ``total`` is what they paid together.
    """

    plan: int
    price: Fraction
    purse: Floats
    paid: Floats
    payers: int
    gave_all: int
    total: int


def receipts(support: Support, trace: Run) -> Iterator[Receipt]:
    """Play back a run. What is paid follows exactly who was noted as unable to pay the price."""
    purse = np.full(len(support.weight), float(trace.share))
    crumb = 1e-9 * float(trace.share)
    for purchase, price in zip(trace.purses.bought, trace.purses.prices(), strict=True):
        backers = support.backers[purchase.plan]
        poor = np.asarray(purchase.poor, dtype=np.int64)
        paid = np.zeros(len(purse))
        paid[backers] = np.minimum(float(price) * support.values[purchase.plan], purse[backers])
        paid[poor] = purse[poor]
        payers = int(support.weight[paid > 0].sum())
        total = round(float((paid * support.weight).sum()))
        yield Receipt(purchase.plan, price, purse, paid, payers, int(support.weight[poor].sum()), total)
        purse = purse - paid
        purse[purse < crumb] = 0.0
