"""A reader of iCalendar from the text of RFC 5545 alone: it knows no zone but what the feed itself says.

It shares nothing with what writes our feeds, and refuses what a strict calendar refuses.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

LONGEST = 75  # octets of a line


def read(data: bytes) -> list[dict[str, Any]]:
    """The events: each property by its name; `starts` and `ends` as moments."""
    lines = _lines(data)
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert "VERSION:2.0" in lines
    zones = {_values(block)["TZID"]: _changes(block) for block in _blocks(lines, "VTIMEZONE")}
    found = [_event(block, zones) for block in _blocks(lines, "VEVENT")]
    uids = [one["UID"] for one in found]
    assert len(uids) == len(set(uids))
    return found


def _lines(data: bytes) -> list[str]:
    assert data.endswith(b"\r\n")
    raw = data.split(b"\r\n")[:-1]
    assert all(len(line) <= LONGEST and b"\n" not in line and b"\r" not in line for line in raw)
    whole: list[bytes] = []
    for line in raw:
        if line[:1] in (b" ", b"\t"):
            whole[-1] += line[1:]
        else:
            whole.append(line)
    return [line.decode() for line in whole]


def _blocks(lines: list[str], name: str) -> list[list[str]]:
    starts = [number for number, line in enumerate(lines) if line == f"BEGIN:{name}"]
    return [lines[start + 1 : lines.index(f"END:{name}", start)] for start in starts]


def _values(block: list[str]) -> dict[str, str]:
    """The properties of a block, without those of blocks inside it."""
    told: dict[str, str] = {}
    depth = 0
    for line in block:
        depth += line.startswith("BEGIN:") - line.startswith("END:")
        if depth == 0 and not line.startswith("END:"):
            name, _, value = line.partition(":")
            told[name] = value
    return told


def _changes(block: list[str]) -> list[tuple[datetime, timedelta]]:
    """When the clock changes, as the wall says then, and the distance to UTC from that moment."""
    found = []
    for name in ("STANDARD", "DAYLIGHT"):
        for part in _blocks(block, name):
            told = _values(part)
            assert "RRULE" not in told
            after = _offset(told["TZOFFSETTO"])
            first = datetime.strptime(told["DTSTART"], "%Y%m%dT%H%M%S")  # noqa: DTZ007 the wall
            found.append((first, after))
            found += [
                (datetime.strptime(one, "%Y%m%dT%H%M%S"), after)  # noqa: DTZ007 the wall
                for key, value in told.items()
                if key.startswith("RDATE")
                for one in value.split(",")
            ]
    return sorted(found)


def _offset(text: str) -> timedelta:
    sign = -1 if text[0] == "-" else 1
    return sign * timedelta(hours=int(text[1:3]), minutes=int(text[3:5]))


def _event(block: list[str], zones: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for line in block:
        name, _, value = line.partition(":")
        key, _, parameter = name.partition(";")
        assert key not in told, f"{key} twice"
        told[key] = _plain(value)
        if key in ("DTSTART", "DTEND"):
            zone = parameter.removeprefix("TZID=")
            wall = datetime.strptime(value, "%Y%m%dT%H%M%S")  # noqa: DTZ007 the wall
            told[{"DTSTART": "starts", "DTEND": "ends"}[key]] = _moment(wall, zones[zone])
    assert {"UID", "DTSTAMP", "starts", "ends"} <= set(told)
    assert told["starts"] < told["ends"]
    return told


def _moment(wall: datetime, changes: list[tuple[datetime, timedelta]]) -> datetime:
    after = [offset for moment, offset in changes if moment <= wall][-1]
    return (wall - after).replace(tzinfo=UTC)


def _plain(text: str) -> str:
    return (text.replace("\\\\", "\0").replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")).replace(
        "\0", "\\"
    )
