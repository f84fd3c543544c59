"""One table: the goal and its chairs."""

from __future__ import annotations

from typing import Any

from django.db.models import F, FilteredRelation, Q

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


CARD = ("decides", "takes", "budget_month")


def organisations_at(goal: Goal) -> list[dict[str, Any]]:
    """The seats at the table now, each with its organisation and how that works (`card__...`; None without a
    card that can be read). One query."""
    path = "seat__side__organisation"
    holds = Q(**{f"{path}__logic__replaced_at": None, f"{path}__logic__hidden__isnull": True})
    rows = Chair.objects.filter(goal=goal, left_at=None).annotate(
        card=FilteredRelation(f"{path}__logic", condition=holds),
        organisation=F(path),
        code=F(f"{path}__public_id"),
        name=F(f"{path}__name"),
    )
    columns = ("seat", "joined_at", "organisation", "code", "name", *(f"card__{one}" for one in CARD))
    return list(rows.order_by("pk").values(*columns))


def halves_at(chairs: list[Chair]) -> int:
    """The halves of these chairs that count, as bits."""
    return bits_of(chair.seat.half for chair in chairs if chair.counts)


def missing_halves(goal: Goal) -> tuple[Half, ...]:
    """The halves without a seat at the table."""
    return halves_missing(goal.halves_present)
