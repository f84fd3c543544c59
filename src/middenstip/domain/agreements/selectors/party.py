"""A party: an organisation and the half it chose in each area."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.domain.parties.models import Organisation


@dataclass(frozen=True)
class PartySide:
    """The half that an organisation chose in an area, and why."""

    area: str
    half: str
    reason: str


@dataclass(frozen=True)
class Party:
    public_id: str
    name: str
    sides: tuple[PartySide, ...]


def party_by_id(public_id: str) -> Party | None:
    """One organisation with its sides; None when there is none. One query."""
    columns = ("name", "sides__area__name", "sides__half", "sides__reason")
    rows = list(
        Organisation.objects.filter(public_id=public_id)
        .order_by("sides__area__name", "sides__pk")
        .values_list(*columns)
    )
    if not rows:
        return None
    sides = tuple(PartySide(area, half, reason) for _, area, half, reason in rows if area)
    return Party(public_id, rows[0][0], sides)
