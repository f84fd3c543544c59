"""A gathering as plain values for its page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.agreements.lifecycle import AGREEMENT
from middenstip.domain.gatherings.face import TEXT
from middenstip.domain.gatherings.lifecycle import ANNOUNCED, CAME, CANCELLED, HELD, KINDS, PAST, WAITING
from middenstip.domain.gatherings.models import Attendance, Came, Gathering, Lottery, NoteLine
from middenstip.domain.gatherings.rules import asks_now, may_ask, may_come
from middenstip.domain.parties.models import Seat
from middenstip.domain.rooms import path_to
from middenstip.kernel.actor import Doer
from middenstip.kernel.contact import masked
from middenstip.web.pages.gatherings.forms import (
    CameForm,
    CancelForm,
    CountForm,
    DraftForm,
    HoldForm,
    NoteForm,
    SignalForm,
    count_start,
)
from middenstip.web.shared import dates
from middenstip.web.shared.gatherings import (
    age_words,
    as_gatherings,
    counts,
    hours,
    mark,
    missing_words,
    places_words,
    where,
    young_counts,
)
from middenstip.web.shared.ways import with_next
from middenstip.web.shared.words import in_words, thousands

BECAME = {
    "action": _noop("is een actie"),
    "agreement": _noop("is een afspraak"),
    "signal": _noop("is een signaal"),
}


@dataclass(frozen=True)
class Read:
    """What was read for the page: the gathering, who reads it, and what that reader may read."""

    one: Gathering
    reader: Doer | None
    mine: Attendance | None
    lines: list[NoteLine]
    coming: list[Attendance]
    seats: list[Seat]
    young: Mapping[str, int]
    hosts: bool
    inside: bool
    lottery: Lottery | None
    now: datetime


def present(read: Read, today: date) -> dict[str, Any]:
    """Values for `gatherings/detail.html`."""
    one = read.one
    is_to_come = one.state == ANNOUNCED and one.starts_at > read.now
    title = masked(one.inside_title) if one.is_closed and read.inside else masked(one.title)
    why_not = in_words(may_come(one, read.inside or not one.is_closed or read.reader is not None).reason)
    return {
        "title": title,
        "gathering": one,
        "kind": _(KINDS[one.kind]).capitalize(),
        "what": masked(one.what),
        "day": dates.day_date(one.starts_at, today),
        "iso": dates.iso(one.starts_at),
        "hours": hours(one),
        "where": masked(one.inside_place) if one.is_closed and read.inside else where(one),
        "access": masked(one.access),
        "mark": mark(one),
        "is_off": one.state == CANCELLED,
        "is_to_come": is_to_come,
        "is_past": one.state in PAST,
        "can_hold": read.hosts and one.state == ANNOUNCED and one.starts_at <= read.now,
        "can_write": read.hosts and one.state == HELD,
        "can_count": read.hosts and one.state in (ANNOUNCED, HELD) and one.starts_at <= read.now,
        "asks_now": bool(may_ask(one, read.inside)) and bool(asks_now(one, read.now)),
        "hall_url": reverse("gatherings:hall", args=[one.public_id]),
        "screen_url": reverse("gatherings:screen", args=[one.public_id]),
        "is_host": read.hosts,
        "may_read": read.inside,
        "is_mine": read.mine is not None,
        "waits": read.mine is not None and read.mine.state == WAITING,
        "why_not": why_not,
        "login": with_next(reverse("account:join"), path_to("gathering", one.public_id)),
        "report": "" if one.is_hidden else reverse("moderation:report", args=[TEXT.key, one.public_id]),
        "host": {"name": one.person.shown_name, "seat": one.seat.label, "half": one.seat.half},
        "about": _about(one),
        "counts": counts(one),
        "missing": "" if one.is_closed or one.state == CANCELLED else missing_words(one),
        "places": places_words(one, sum(read.young.values()) + _held(read)) if is_to_come else "",
        **_lots(read, is_to_come),
        "waiting_count": one.waiting_count,
        "coming": [_person(row) for row in read.coming],
        "follow_up": dates.day_date(one.follow_up_on, today) if one.follow_up_on else "",
        "lines": [_line(read, line) for line in read.lines],
        "cancel_form": CancelForm(),
        "hold_form": HoldForm(),
        "note_form": NoteForm(),
        "count_form": CountForm(initial=count_start(one)),
        "feed_url": reverse("gatherings:single_feed", args=[one.public_id]),
        "photos_url": _photos(one),
        "ages": age_words(one),
        "young": young_counts(read.young),
        "young_url": reverse("gatherings:young", args=[one.public_id]) if one.age_to else "",
    }


def _held(read: Read) -> int:
    """The places that are kept for people who are drawn."""
    return read.lottery.held if read.lottery else 0


def _lots(read: Read, is_to_come: bool) -> dict[str, str]:
    """The way to its lottery, or for the host to make one; "" for none."""
    one, lottery = read.one, read.lottery
    if lottery:
        return {"lottery_url": "" if one.is_hidden else path_to("lottery", lottery.public_id)}
    can = read.hosts and is_to_come and not one.is_closed
    return {"seal_url": reverse("gatherings:seal", args=[one.public_id]) if can else ""}


def _photos(one: Gathering) -> str:
    """The photo report of an open gathering that was; "" for another."""
    if one.state not in PAST or one.is_closed or one.is_hidden:
        return ""
    return reverse("gatherings:photos", args=[one.public_id])


def by_day(rows: Iterable[Gathering], today: date) -> list[dict[str, Any]]:
    """The gatherings of a month, per day."""
    return [
        {"day": dates.day_date(day, today), "gatherings": as_gatherings(some, today)}
        for day, some in groupby(rows, key=lambda one: timezone.localdate(one.starts_at))
    ]


def host_words(figures: Mapping[str, int]) -> str:
    """*Bij 3 van de 4 bijeenkomsten van deze organisator …*; "" before the first was measured."""
    if not figures["measured"]:
        return ""
    return _(
        "Bij %(met)s van de %(measured)s bijeenkomsten van deze organisator was op de vervolgdag minstens één"
        " actie klaar."
    ) % {"met": thousands(figures["met"]), "measured": thousands(figures["measured"])}


def come_back(
    read: Read,
    back: Iterable[tuple[NoteLine, Came | None]],
    states: Mapping[str, str],
    refused: CameForm | None,
) -> list[dict[str, Any]]:
    """What a terugkomsessie asks again, with how each agreement stands and what was told."""
    can = read.hosts and read.one.state == HELD
    return [
        {
            "id": line.public_id,
            "text": masked(line.text),
            "url": path_to("agreement", line.code) if line.noun == "agreement" else "",
            "state": _(AGREEMENT.words[states[line.code]]) if line.code in states else "",
            "outcome": _(CAME[told.outcome]) if told else "",
            "told": masked(told.text) if told else "",
            "form": _came_form(line, told, refused) if can else None,
        }
        for line, told in back
    ]


def _came_form(line: NoteLine, told: Came | None, refused: CameForm | None) -> CameForm:
    if refused and refused.line == line:
        return refused
    return CameForm(line=line, initial={"outcome": told.outcome, "text": told.text} if told else None)


def _about(one: Gathering) -> dict[str, str]:
    if one.initiative:
        return {"title": one.initiative.title, "url": path_to("initiative", one.initiative.public_id)}
    if one.goal:
        return {"title": one.goal.title, "url": path_to("goal", one.goal.public_id)}
    if one.lab:
        return {"title": masked(one.lab.name), "url": path_to("lab", one.lab.public_id)}
    return {"title": one.area.name, "url": path_to("area", one.area.code)}


def _person(row: Attendance) -> dict[str, Any]:
    return {
        "name": row.person.shown_name,
        "half": row.half,
        "seat": row.seat.label if row.seat else "",
        "waits": row.state == WAITING,
    }


def _line(read: Read, line: NoteLine) -> dict[str, Any]:
    can = read.hosts and not line.noun and not read.one.is_hidden
    about = read.one.initiative or (read.one.goal.initiative if read.one.goal else None)
    seats = {seat.pk: seat for seat in read.seats}
    if about:
        seats[about.seat_id] = about.seat
    return {
        "id": line.public_id,
        "text": masked(line.text),
        "became": _(BECAME[line.noun]) if line.noun else "",
        "url": path_to(line.noun, line.code) if line.noun in ("agreement", "signal") else "",
        "can": can and about is not None,
        "draft_form": DraftForm(seats=seats.values(), line=line)
        if can and about and len(seats) > 1
        else None,
        "signal_form": SignalForm(line=line) if can else None,
    }
