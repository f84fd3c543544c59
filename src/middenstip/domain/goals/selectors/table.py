"""One table: the goal and its chairs."""

from __future__ import annotations

from middenstip.domain.goals.models import Chair, Goal
from middenstip.kernel.half import Half, bits_of, halves_missing

# The columns that the turn of a shared goal needs.
_INITIATIVE = ("initiative__initiator", "initiative__municipality", "initiative__seat__side__organisation")


def goal_by_id(public_id: str) -> Goal | None:
    """The goal with this public id, with its areas and initiative; None when there is none."""
    return (
        Goal.objects.select_related("area__district", "municipality", "raised_by", *_INITIATIVE)
        .filter(public_id=public_id)
        .first()
    )


def chairs_at(goal: Goal) -> list[Chair]:
    """The seats at the table now, in the order of joining. One query."""
    return list(
        Chair.objects.filter(goal=goal, left_at=None)
        .select_related("seat__side__organisation")
        .order_by("pk")
    )


def halves_at(chairs: list[Chair]) -> int:
    """The halves of these chairs that count, as bits."""
    return bits_of(chair.seat.half for chair in chairs if chair.counts)


def missing_halves(goal: Goal) -> tuple[Half, ...]:
    """The halves without a seat at the table."""
    return halves_missing(goal.halves_present)
