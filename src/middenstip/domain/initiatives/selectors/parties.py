"""The parties around an initiative that the initiator wrote down."""

from __future__ import annotations

from middenstip.domain.initiatives.models import Initiative, PartyAround


def parties_of(initiative: Initiative) -> list[PartyAround]:
    """The parties of an initiative, the first one first. One query."""
    rows = PartyAround.objects.filter(initiative=initiative).select_related("organisation")
    return list(rows.order_by("added_at", "pk"))


def party_by_id(initiative: Initiative, public_id: str) -> PartyAround | None:
    """One party of this initiative; None when there is none. One query."""
    rows = PartyAround.objects.filter(initiative=initiative, public_id=public_id)
    return rows.select_related("organisation").first()
