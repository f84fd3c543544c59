"""iCalendar (RFC 5545) in the time zone of the platform: the frame of a feed, and its answer."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from icalendar import Calendar, Event, Timezone

EVERY = timedelta(hours=4)  # how often a calendar asks again


def new_calendar(name: str) -> Calendar:
    """A feed without events yet."""
    calendar = Calendar()
    calendar.add("prodid", "-//Middenstip//Agenda//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    calendar.add_component(_zone())
    return calendar


def new_event(code: str, path: str, starts: datetime, ends: datetime, summary: str, *, is_off: bool) -> Event:
    """An event that keeps its UID as long as its `code` is the same."""
    zone = timezone.get_default_timezone()
    event = Event()
    event.add("uid", f"{code}@{urlsplit(settings.SITE_URL).hostname}")
    event.add("dtstart", starts.astimezone(zone))
    event.add("dtend", ends.astimezone(zone))
    event.add("summary", summary)
    event.add("status", "CANCELLED" if is_off else "CONFIRMED")
    event.add("url", f"{settings.SITE_URL}{path}")
    return event


def sent_calendar(calendar: Calendar, name: str) -> HttpResponse:
    """The answer of a feed."""
    answer = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'inline; filename="{name}.ics"'
    return answer


@cache
def _zone() -> Timezone:
    """The rules of summer and winter time; the same for every feed, and slow to compute."""
    return Timezone.from_tzid(settings.TIME_ZONE)
