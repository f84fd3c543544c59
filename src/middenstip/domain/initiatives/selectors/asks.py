"""Concrete questions for help: of one initiative, and the open ones of an area."""

from __future__ import annotations

from datetime import date

from middenstip.domain.areas.models import column_of
from middenstip.domain.initiatives.lifecycle import ASK, LEARNING, STOPPED
from middenstip.domain.initiatives.models import Ask, Initiative

SMALLEST_FIRST = ("size", "until_on", "pk")


def open_asks(initiative: Initiative) -> list[Ask]:
    """Its open questions, also when their last day has passed; smallest first. One query."""
    return list(Ask.objects.filter(initiative=initiative, state=ASK.start).order_by(*SMALLEST_FIRST))


def ask_by_id(initiative: Initiative, public_id: str) -> Ask | None:
    """One question of this initiative; None when there is none."""
    return Ask.objects.filter(initiative=initiative, public_id=public_id).first()


def asks_in(area: int, kind: str, on: date, limit: int) -> list[Ask]:
    """The open questions of running initiatives in the area with this key, smallest first. One query."""
    inside = {f"initiative__{column_of(kind)}": area}
    rows = Ask.objects.filter(state=ASK.start, until_on__gte=on, **inside)
    rows = rows.exclude(initiative__stage__in=(LEARNING, STOPPED)).select_related("initiative__area")
    return list(rows.order_by(*SMALLEST_FIRST)[:limit])
