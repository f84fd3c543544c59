"""iCalendar (RFC 5545) in the time zone of the platform: the frame of a feed, its events, and its answer.

The lines are written here: a library that holds each value as an object takes four times the CPU that a feed
of 500 events may cost (`python -m bench.gatherings`). Only the rules of summer and winter time come from one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from icalendar import Timezone

EVERY = "PT4H"  # how often a calendar asks again
WIDEST = 75  # bytes of a line
_TEXT = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def as_feed(name: str, events: Iterable[bytes]) -> bytes:
    """A feed of these events (`new_event`)."""
    head = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Middenstip//Agenda//NL",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{EVERY}",
    )
    return b"".join([_lines(head), _zone(), *events, b"END:VCALENDAR\r\n"])


def new_event(
    code: str,
    path: str,
    starts: datetime,
    ends: datetime,
    summary: str,
    *,
    is_off: bool,
    sequence: int,
    changed_at: datetime,
    description: str = "",
    location: str = "",
) -> bytes:
    """An event that keeps its UID as long as its `code` is the same. `sequence` counts its changes."""
    more = {"DESCRIPTION": description, "LOCATION": location}
    return _lines(
        (
            "BEGIN:VEVENT",
            f"SUMMARY:{_text(summary)}",
            _local("DTSTART", starts),
            _local("DTEND", ends),
            f"DTSTAMP:{changed_at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
            f"UID:{_text(code)}@{urlsplit(settings.SITE_URL).hostname}",
            f"SEQUENCE:{sequence}",
            *(f"{name}:{_text(words)}" for name, words in more.items() if words),
            f"LAST-MODIFIED:{changed_at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
            f"STATUS:{'CANCELLED' if is_off else 'CONFIRMED'}",
            f"URL:{settings.SITE_URL}{path}",
            "END:VEVENT",
        )
    )


def sent_calendar(feed: bytes, name: str) -> HttpResponse:
    """The answer of a feed."""
    answer = HttpResponse(feed, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'inline; filename="{name}.ics"'
    return answer


def _local(name: str, moment: datetime) -> str:
    """A moment as the clock on the wall says it, with the name of the time zone."""
    here = moment.astimezone(timezone.get_default_timezone())
    return f"{name};TZID={settings.TIME_ZONE}:{here:%Y%m%dT%H%M%S}"


def _text(words: str) -> str:
    return words.translate(_TEXT)


def _lines(lines: Iterable[str]) -> bytes:
    return b"".join(piece for line in lines for piece in _folded(line.encode()))


def _folded(line: bytes) -> Iterator[bytes]:
    """A line in pieces of at most 75 bytes, each next one after a space, and never within a character."""
    start, room = 0, WIDEST
    while len(line) - start > room:
        end = start + room
        while line[end] & 0b1100_0000 == 0b1000_0000:  # the middle of a character
            end -= 1
        yield line[start:end] + b"\r\n "
        start, room = end, WIDEST - 1
    yield line[start:] + b"\r\n"


@cache
def _zone() -> bytes:
    """The rules of summer and winter time; the same for every feed, and slow to compute."""
    rules: bytes = Timezone.from_tzid(settings.TIME_ZONE).to_ical()
    return rules
