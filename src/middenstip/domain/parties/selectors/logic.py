"""Queries about how an organisation works."""

from __future__ import annotations

from middenstip.domain.parties.models import LogicCard


def logic_of(organisation: int) -> LogicCard | None:
    """The version of this organisation (a key) that holds; None when there is none. One query."""
    rows = LogicCard.objects.filter(organisation=organisation, replaced_at=None)
    return rows.select_related("by__side__organisation").first()


def older_logic(organisation: int, limit: int) -> list[LogicCard]:
    """The versions of this organisation (a key) before the one that holds, newest first. One query."""
    rows = LogicCard.objects.filter(organisation=organisation, replaced_at__isnull=False)
    return list(rows.select_related("by__side__organisation").order_by("-number")[:limit])
