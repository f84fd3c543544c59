"""Queries about what waits since somebody left a seat."""

from __future__ import annotations

from datetime import date

from middenstip.domain.parties.models import (
    Handover,
    HandoverLine,
)


def open_handover_of(seat: int) -> Handover | None:
    """What waits since somebody left this seat (a key); None when nothing does. One query."""
    return Handover.objects.filter(seat=seat, closed_at=None).first()


def lines_of(handover: Handover) -> list[HandoverLine]:
    """Every line, as they were left. One query."""
    return list(handover.lines.order_by("pk"))


def line_by_id(public_id: str) -> HandoverLine | None:
    """One line with its handover and seat; None when there is none. One query."""
    return HandoverLine.objects.select_related("handover__seat").filter(public_id=public_id).first()


def handovers_to_ring(today: date, limit: int) -> list[Handover]:
    """Open handovers of which a bell is due. One query."""
    waiting = Handover.objects.filter(bell_on__lte=today).select_related("seat")
    return list(waiting.order_by("bell_on", "pk")[:limit])


def line_left(seat: str, noun: str, target: str) -> HandoverLine | None:
    """The last line about this thing (a noun and a public id) that was left in this seat. One query."""
    rows = HandoverLine.objects.filter(handover__seat__public_id=seat, noun=noun, target=target)
    return rows.order_by("-pk").first()
