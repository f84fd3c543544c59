"""Gatherings as iCalendar (RFC 5545), in the time zone of the platform.

Each event keeps its UID and counts its changes in SEQUENCE, so that a calendar that read it before moves or
removes it. A closed gathering gives its day and the reason why it is closed, and nothing more.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from functools import cache
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event, Timezone

from middenstip.domain.gatherings.lifecycle import CANCELLED
from middenstip.domain.gatherings.models import Gathering
from middenstip.domain.rooms import path_to
from middenstip.kernel.contact import masked

EVERY = timedelta(hours=4)  # how often a calendar asks again


def as_calendar(rows: Iterable[Gathering], name: str) -> bytes:
    """The feed of these gatherings, each read with its area."""
    calendar = Calendar()
    calendar.add("prodid", "-//Middenstip//Agenda//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    calendar.add_component(_zone())
    for row in rows:
        calendar.add_component(_event(row))
    ical: bytes = calendar.to_ical()
    return ical


def _event(row: Gathering) -> Event:
    zone = timezone.get_default_timezone()
    event = Event()
    event.add("uid", f"{row.public_id}@{urlsplit(settings.SITE_URL).hostname}")
    event.add("sequence", row.sequence)
    event.add("dtstamp", row.changed_at)
    event.add("last-modified", row.changed_at)
    event.add("dtstart", row.starts_at.astimezone(zone))
    event.add("dtend", row.ends_at.astimezone(zone))
    event.add("summary", masked(row.title))
    event.add("status", "CANCELLED" if row.state == CANCELLED else "CONFIRMED")
    event.add("url", f"{settings.SITE_URL}{path_to('gathering', row.public_id)}")
    told = [masked(one) for one in (row.why_cancelled, row.what, row.access) if one]
    if told:
        event.add("description", "\n\n".join(told))
    where = masked(row.place) or row.online
    event.add("location", f"{where}, {row.area.name}" if where else row.area.name)
    return event


@cache
def _zone() -> Timezone:
    """The rules of summer and winter time; the same for every feed, and slow to compute."""
    return Timezone.from_tzid(settings.TIME_ZONE)
