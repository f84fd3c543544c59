"""Add1: give everyone a little more until the next step would pass the budget.

With its own money Equal Shares often leaves some of the budget. ``add1`` counts again with one step more
money per voter, and keeps the last outcome that still fits. ``add1e`` also stops once no other plan
fits. The two can differ: Wieliczka 2023 is 30 plans with the first and 31 with the second.

Reference: equalshares.net on completions; pabutools ``exhaustion_by_budget_increase`` (``add1``) and
``voter_budget_increment`` (``add1e``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from .equal_shares import Shares, Trace
from .room import Room

EURO = 100
FINEST = 5000  # steps in the first share of a voter before a step grows beyond one euro
AHEAD = 6  # steps from one run that looks ahead to the next


@dataclass(frozen=True)
class Raised:
    """The last run that fits, and how many steps (of ``step`` cents per voter) were added."""

    trace: Trace
    steps: int


def step_for(budget: int, voters: int) -> int:
    """Cents per voter for each step: one euro, and whole euros more when a share is very large.

    >>> step_for(100_000_00, 84), step_for(1_000_000_000_00, 400)
    (100, 50000)
    """
    return EURO * max(1, budget // (voters * EURO * FINEST))


def raise_shares(
    shares: Shares,
    budget: int,
    step: Fraction,
    room: Callable[[], Room | None],
    *,
    until_full: bool,
    most: int,
) -> Raised:
    """Run with more and more money per voter.

    Parameters
    ----------
    shares : the election.
    budget : cents; an outcome above it does not stand.
    step : cents for each unit of weight.
    room : gives fresh room for a run (ceilings, exclusions), or None when only the budget counts.
    until_full : also stop once no other plan fits (add1e).
    most : never more steps than this; by then every backer could pay for everything alone.
    """
    first = shares.first(budget)
    last = Raised(shares.run(first, room()), 0)
    if not until_full and sum(shares.costs[plan] for plan in shares.candidates) <= budget:
        return Raised(shares.run(first + most * step, room()), most)
    ahead = last
    while last.steps < most:
        if full(shares, last.trace, budget if until_full else None, room()):
            break
        steps = last.steps + 1
        if steps > ahead.steps:
            top = min(last.steps + AHEAD, most)
            ahead = Raised(shares.run(first + top * step, room(), below=last.trace), top)
        if steps == ahead.steps:
            trace = ahead.trace
        else:
            trace = shares.run(first + steps * step, room(), below=last.trace, above=ahead.trace)
        if trace.cost > budget:
            break
        last = Raised(trace, steps)
    return last


def full(shares: Shares, trace: Trace, budget: int | None, room: Room | None) -> bool:
    """Whether no other plan with support fits any more: in the budget (if given) and in the room."""
    won = set(trace.winners)
    others = [plan for plan in shares.candidates if plan not in won]
    if budget is not None:
        others = [plan for plan in others if shares.costs[plan] <= budget - trace.cost]
    if room is not None:
        for plan in trace.winners:
            room.take(plan)
        others = [plan for plan in others if room.open(plan)]
    return not others
