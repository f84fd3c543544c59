"""One table: the goal and the chairs round it."""

from __future__ import annotations

from middenstip.domain.goals.models import Chair, Goal
from middenstip.kernel.half import Half, bits_of, halves_of


def goal_by_id(public_id: str) -> Goal | None:
    """One goal with its areas and initiative."""
    return (
        Goal.objects.select_related("area__district", "municipality", "raised_by", "initiative")
        .filter(public_id=public_id)
        .first()
    )


def chairs_at(goal: Goal) -> list[Chair]:
    """Who sits at the table now, in the order they sat down; one query."""
    return list(
        Chair.objects.filter(goal=goal, left_at=None)
        .select_related("seat__side__organisation")
        .order_by("pk")
    )


def halves_at(chairs: list[Chair]) -> int:
    """The halves that sit at the table, as bits."""
    return bits_of(chair.seat.half for chair in chairs)


def missing_halves(goal: Goal) -> tuple[Half, ...]:
    """The halves without a seat at the table."""
    return tuple(half for half in Half if half not in halves_of(goal.halves_present))
