"""A lab and a place as plain values for their pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from middenstip.domain.labs import rules
from middenstip.domain.labs.lifecycle import (
    AGREED,
    ASKED,
    BEEN,
    CLOSED,
    HOST,
    JOINED,
    LAB,
    LAPSED,
    LEFT,
    OPEN,
    PLAN,
    VISIT,
    WISHED,
)
from middenstip.domain.labs.models import HostDays, Lab, LabHost, LabPlace, LabVisit, OtherDay
from middenstip.domain.rooms import path_to
from middenstip.kernel.actor import Actor
from middenstip.kernel.contact import masked
from middenstip.kernel.half import Half
from middenstip.kernel.turn import listed
from middenstip.web.shared import dates
from middenstip.web.shared.words import in_words

LISTED = (ASKED, JOINED, LAPSED, LEFT)


def kind_of(lab: Lab) -> str:
    """*Stadslab*, or *lab* while it is a plan, closed, or without one of the halves for too long."""
    return _("Stadslab") if rules.is_stadslab(lab) else _("Lab")


def card(lab: Lab) -> dict[str, Any]:
    """A lab as a line of the list."""
    return {
        "url": path_to("lab", lab.public_id),
        "name": masked(lab.name),
        "kind": kind_of(lab),
        "area": lab.area.name,
        "stand": _(LAB.words[lab.state]),
        "missing": missing_words(lab),
    }


def missing_words(lab: Lab) -> str:
    """*Nu zonder: overheid.* "" when every half hosts it, or it is closed."""
    if not lab.missing or lab.state == CLOSED:
        return ""
    return _("Nu zonder: %(halves)s.") % {"halves": ", ".join(_(half.value) for half in lab.missing)}


def name_words(lab: Lab, today: date) -> str:
    """What a missing half means for the name; "" when none is missing."""
    last = rules.loses_name_on(lab)
    if lab.is_unnamed:
        return _("Dit duurt langer dan acht weken. Daarom heet het nu geen stadslab.")
    if last is None:
        return ""
    return _("Komt deze helft niet terug vóór %(day)s, dan heet dit geen stadslab meer.") % {
        "day": dates.day_date(last, today)
    }


def halves_of(lab: Lab, hosts: Iterable[LabHost], actor: Actor | None) -> list[dict[str, Any]]:
    """The three halves with who hosts for each, and what the reader can do in an own seat."""
    rows: dict[str, list[dict[str, Any]]] = {half: [] for half in Half}
    for host in hosts:
        if host.state in LISTED:
            rows[host.half].append(_host(lab, host, actor))
    return [
        {"half": half, "hosts": rows[half], "is_missing": lab.state != CLOSED and half in lab.missing}
        for half in Half
    ]


def here(lab: Lab, hosts: Iterable[LabHost]) -> list[str]:
    """The seats that host the lab now, by half."""
    rows = halves_of(lab, hosts, None)
    return [one["seat"] for row in rows for one in row["hosts"] if one["is_here"]]


def hosts_here(lab: Lab, hosts: Iterable[LabHost], present: Iterable[HostDays]) -> list[dict[str, str]]:
    """The seats that host the lab now, with the weekdays on which each is at this place."""
    days = {row.host.seat.label: [str(WEEKDAYS[day]) for day in row.days] for row in present}
    return [{"name": name, "days": listed(days[name]) if days.get(name) else ""} for name in here(lab, hosts)]


def visit_card(visit: LabVisit, today: date) -> dict[str, Any]:
    """A visit as plain values, for who asked and for the hosts."""
    waits = visit.state == WISHED
    when = dates.moment(visit.comes_at) if visit.comes_at else dates.day_date(visit.on, today)
    return {
        "url": path_to("lab_visit", visit.public_id),
        "who": visit.person.shown_name if visit.person else visit.name,
        "when": when,
        "people": ngettext("%(count)s mens", "%(count)s mensen", visit.people) % {"count": visit.people},
        "stand": _(VISIT.words[visit.state]),
        "kind": {AGREED: "gedaan", BEEN: "gedaan", WISHED: "bezig"}.get(visit.state, "nee"),
        "answer": masked(visit.answer),
        "needs": visit.needs,
        "place_name": masked(visit.place.name),
        "due": dates.days_left(visit.due_on, today) if waits and visit.due_on else "",
        "is_late": bool(waits and visit.due_on and visit.due_on < today),
    }


def _host(lab: Lab, host: LabHost, actor: Actor | None) -> dict[str, Any]:
    is_own = bool(actor and actor.seat_id == host.seat_id) and lab.state != CLOSED
    return {
        "id": host.public_id,
        "seat": host.seat.label,
        "stand": _(HOST.words[host.state]),
        "is_here": host.state == JOINED,
        "can_join": is_own and HOST.allows(host.state, "join"),
        "can_refuse": is_own and HOST.allows(host.state, "refuse"),
        "can_leave": is_own and HOST.allows(host.state, "leave"),
        "is_again": host.state == LEFT,
    }


def plan_of(lab: Lab, place: LabPlace | None) -> list[dict[str, Any]]:
    """The start criteria, for a plan; nothing when it is open or closed."""
    if lab.state != PLAN:
        return []
    return [{"words": in_words(one.words), "is_met": one.is_met} for one in rules.criteria(lab, place)]


def open_words(place: LabPlace, others: Sequence[OtherDay], now: datetime) -> str:
    """*Nu open tot 17.00 uur*, or that it is closed."""
    today = rules.hours_on(place, others, now.date())
    if rules.is_open_at(place, others, now):
        return _("Nu open: %(hours)s uur") % {"hours": today.hours}
    if today.why:
        return _("Nu dicht: %(why)s") % {"why": _(today.why)}
    return _("Nu dicht")


def week(
    place: LabPlace, others: Sequence[OtherDay], today: date, present: Sequence[HostDays] = ()
) -> list[dict[str, Any]]:
    """The next seven days with their hours, and the hosts that are there on each."""
    return [
        {
            "day": dates.day_date(one.on, today),
            "hours": one.hours or _("dicht"),
            "why": _(one.why) if one.why else "",
            "who": [row.host.seat.label for row in present if one.on.weekday() in row.days]
            if one.hours
            else [],
        }
        for one in rules.week_of(place, others, today)
    ]


def place_line(place: LabPlace, today: date) -> dict[str, str]:
    """A place as a line: where, and from when until when."""
    values = {"start": dates.day_date(place.from_on, today)}
    if place.until_on:
        when = _("%(start)s tot %(end)s") % {**values, "end": dates.day_date(place.until_on, today)}
    else:
        when = _("sinds %(start)s") % values
    return {
        "url": path_to("lab_place", place.public_id),
        "name": masked(place.name),
        "when": when,
        "kind": _("pop-up") if place.is_popup else "",
    }


def acts(lab: Lab, can_manage: bool) -> dict[str, Any]:
    """What the hosts can do with the lab."""
    if not can_manage:
        return {}
    return {
        "can_manage": lab.state != CLOSED,
        "can_open": lab.state == PLAN,
        "is_open": lab.state == OPEN,
        "change_url": reverse("labs:change", args=[lab.public_id]),
        "move_url": reverse("labs:move", args=[lab.public_id]),
    }
