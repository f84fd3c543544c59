"""The lines of a feed, read by the library of another: folded, escaped, and in the time zone."""

from __future__ import annotations

from datetime import UTC, datetime

from icalendar import Calendar

from middenstip.web.shared.ical import WIDEST, as_feed, new_event

START = datetime(2026, 7, 1, 18, 0, tzinfo=UTC)  # 20.00 in the summer of Deventer
WORDS = "Breng mee: een hark; een schop, een emmer\\ketel.\nTot zó! " + "ë🌳" * 60


def test_another_reads_what_we_wrote() -> None:
    told = {
        "is_off": True,
        "sequence": 3,
        "changed_at": START,
        "description": WORDS,
        "location": "Brink, Deventer",
    }
    written = as_feed("Agenda; alles, hier", [new_event("abc", "/x/", START, START, "Eén; twee", **told)])
    assert max(len(line) for line in written.split(b"\r\n")) <= WIDEST
    for line in written.split(b"\r\n"):
        line.decode()  # no character is cut in two
    feed = Calendar.from_ical(written)
    (event,) = feed.walk("VEVENT")
    assert b"X-WR-CALNAME:Agenda\\; alles\\, hier\r\n" in written
    assert event["SUMMARY"] == "Eén; twee"
    assert (event["DESCRIPTION"], event["LOCATION"]) == (WORDS, "Brink, Deventer")
    assert event["DTSTART"].dt == START
    assert event["DTSTART"].params["TZID"] == "Europe/Amsterdam"
    assert (event["STATUS"], event["SEQUENCE"], event["DTSTAMP"].dt) == ("CANCELLED", 3, START)


def test_an_event_without_words_has_no_line_for_them() -> None:
    told = {"is_off": False, "sequence": 0, "changed_at": START}
    written = new_event("abc", "/x/", START, START, "Eén", **told)
    assert b"DESCRIPTION" not in written
    assert b"LOCATION" not in written
    assert b"STATUS:CONFIRMED" in written
