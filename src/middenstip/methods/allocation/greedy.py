"""Greedy: the plan with the most votes first, and so on, while it fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from .room import Room
from .ties import Tie, Ties


@dataclass(frozen=True)
class Fill:
    """The plans bought in order, the ties decided, and for each plan passed over the money left then.

    ``stopped_by`` is the plan that ended it, when the first that does not fit ends it.
    """

    winners: tuple[int, ...]
    ties: tuple[Tie, ...]
    passed: tuple[tuple[int, int], ...]
    stopped_by: int | None = None


def fill(scores: Sequence[Fraction | float], plans: Sequence[int], room: Room, ties: Ties) -> Fill:
    """Buy plans from the highest score down, each if it fits in what is left. O(plans log plans).

    Ties between plans that still fit are broken by ``ties``. A plan that does not fit at its turn never
    fits later, because the room only shrinks.
    """
    winners: list[int] = []
    steps: list[Tie] = []
    passed: list[tuple[int, int]] = []
    order = sorted(plans, key=lambda plan: scores[plan], reverse=True)
    for _, group in groupby(order, key=lambda plan: scores[plan]):
        equal = list(group)
        while equal:
            passed.extend((plan, room.left) for plan in equal if not room.fits(plan))
            equal = [plan for plan in equal if room.fits(plan)]
            if len(equal) > 1:
                steps.append(ties.first(equal))
                plan = steps[-1].plan
            elif equal:
                plan = equal[0]
            else:
                break
            room.take(plan)
            winners.append(plan)
            equal.remove(plan)
    return Fill(tuple(winners), tuple(steps), tuple(passed))


def fill_until(scores: Sequence[Fraction | float], plans: Sequence[int], room: Room, ties: Ties) -> Fill:
    """Buy plans from the highest score down, and stop at the first that the budget does not hold any more.

    Pabulib calls it ``greedy-no-skip``. Plans at a ceiling, or excluded by a winner, are passed over: they
    say nothing about the budget.
    """
    winners: list[int] = []
    steps: list[Tie] = []
    order = sorted(plans, key=lambda plan: scores[plan], reverse=True)
    for _, group in groupby(order, key=lambda plan: scores[plan]):
        equal = list(group)
        while equal := [plan for plan in equal if room.open(plan)]:
            if len(equal) > 1:
                steps.append(ties.first(equal))
            plan = steps[-1].plan if len(equal) > 1 else equal[0]
            if not room.fits(plan):
                return Fill(tuple(winners), tuple(steps), ((plan, room.left),), plan)
            room.take(plan)
            winners.append(plan)
            equal.remove(plan)
    return Fill(tuple(winners), tuple(steps), ())


def per_cost(votes: Sequence[Fraction], costs: Sequence[int]) -> list[Fraction | float]:
    """Votes for each cent; a free plan with votes goes before everything else."""
    return [
        vote / cost if cost else float("inf") if vote else Fraction(0)
        for vote, cost in zip(votes, costs, strict=True)
    ]
