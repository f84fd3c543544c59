"""Gatherings as iCalendar.

Each event keeps its UID and counts its changes in SEQUENCE, so that a calendar that read it before moves or
removes it. A closed gathering gives its day and the reason why it is closed, and nothing more.
"""

from __future__ import annotations

from collections.abc import Iterable

from icalendar import Calendar, Event

from middenstip.domain.gatherings.lifecycle import CANCELLED
from middenstip.domain.gatherings.models import Gathering
from middenstip.domain.rooms import path_to
from middenstip.kernel.contact import masked
from middenstip.web.shared.ical import new_calendar, new_event


def as_calendar(rows: Iterable[Gathering], name: str) -> Calendar:
    """The feed of these gatherings, each read with its area."""
    calendar = new_calendar(name)
    for row in rows:
        calendar.add_component(_event(row))
    return calendar


def _event(row: Gathering) -> Event:
    event = new_event(
        row.public_id,
        path_to("gathering", row.public_id),
        row.starts_at,
        row.ends_at,
        masked(row.title),
        is_off=row.state == CANCELLED,
    )
    event.add("sequence", row.sequence)
    event.add("dtstamp", row.changed_at)
    event.add("last-modified", row.changed_at)
    told = [masked(one) for one in (row.why_cancelled, row.what, row.access) if one]
    if told:
        event.add("description", "\n\n".join(told))
    where = masked(row.place) or row.online
    event.add("location", f"{where}, {row.area.name}" if where else row.area.name)
    return event
