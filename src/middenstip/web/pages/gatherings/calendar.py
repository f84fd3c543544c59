"""Gatherings as iCalendar.

Each event keeps its UID and counts its changes in SEQUENCE, so that a calendar that read it before moves or
removes it. A closed gathering gives its day and the reason why it is closed, and nothing more.
"""

from __future__ import annotations

from collections.abc import Iterable

from middenstip.domain.gatherings.lifecycle import CANCELLED
from middenstip.domain.gatherings.models import Gathering
from middenstip.domain.rooms import path_to
from middenstip.kernel.contact import masked
from middenstip.web.shared.ical import as_feed, new_event


def as_calendar(rows: Iterable[Gathering], name: str) -> bytes:
    """The feed of these gatherings, each read with its area."""
    return as_feed(name, [_event(row) for row in rows])


def _event(row: Gathering) -> bytes:
    told = [masked(one) for one in (row.why_cancelled, row.what, row.access) if one]
    where = masked(row.place) or row.online
    return new_event(
        row.public_id,
        path_to("gathering", row.public_id),
        row.starts_at,
        row.ends_at,
        masked(row.title),
        is_off=row.state == CANCELLED,
        sequence=row.sequence,
        changed_at=row.changed_at,
        description="\n\n".join(told),
        location=f"{where}, {row.area.name}" if where else row.area.name,
    )
