"""Queries about labs, their hosts and places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from django.db.models import Q

from middenstip.domain.labs.lifecycle import (
    AGREED,
    ASKED,
    CHECK_HOLDS,
    CLOSED,
    JOINED,
    LAPSED,
    MOST_HOSTS,
    MOST_IDEAS,
    MOST_TASKS,
    NAME_HELD,
    OPEN,
    OPEN_VISITS,
    TASK_SHOWN,
    UNDONE,
    WISHED,
)
from middenstip.domain.labs.models import (
    HostDays,
    Lab,
    LabHost,
    LabIdea,
    LabPlace,
    LabTask,
    LabVisit,
    OtherDay,
    RoleCheck,
)
from middenstip.domain.parties.models import Seat

_SEAT = "seat__side__organisation"
TALKING = (ASKED, JOINED, LAPSED)
SOON = timedelta(days=60)


def lab_by_id(public_id: str) -> Lab | None:
    """One lab with its area and who planned it; None when there is none. One query."""
    around = ("area__municipality", "area__district", "person", _SEAT)
    return Lab.objects.select_related(*around).filter(public_id=public_id).first()


def labs_in(code: str, limit: int) -> list[Lab]:
    """The labs of an area with what lies in it ("" is everywhere): open ones first. One query."""
    rows = Lab.objects.public().select_related("area").filter(_lies_in(code))
    found = list(rows.order_by("-planned_at", "-pk")[:limit])
    return sorted(found, key=lambda lab: [OPEN, "plan", CLOSED].index(lab.state))


def lab_rows(code: str, before: int | None, limit: int) -> list[Lab]:
    """Labs for a program, the latest planned first; `before` is the last key shown. One query."""
    rows = Lab.objects.public().select_related("area").filter(_lies_in(code))
    if before:
        rows = rows.filter(pk__lt=before)
    return list(rows.order_by("-pk")[:limit])


def hosts_of(lab: Lab) -> list[LabHost]:
    """The hosts of a lab, also those who stopped, the first first. One query."""
    rows = LabHost.objects.filter(lab=lab).select_related(_SEAT, "person").order_by("pk")
    return list(rows[:MOST_HOSTS])


def host_by_id(public_id: str) -> LabHost | None:
    """One host with the lab. One query."""
    return LabHost.objects.select_related("lab__area", _SEAT).filter(public_id=public_id).first()


def place_of(lab: Lab) -> LabPlace | None:
    """Where the lab is now, without pop-ups. One query."""
    return LabPlace.objects.filter(lab=lab, until_on=None, is_popup=False).first()


def places_of(lab: Lab) -> list[LabPlace]:
    """Where the lab is and was, the newest first. One query."""
    return list(LabPlace.objects.filter(lab=lab).order_by("-from_on", "-pk")[:50])


def place_by_id(public_id: str) -> LabPlace | None:
    """One place with its lab. One query."""
    rows = LabPlace.objects.select_related("lab__area__municipality", "lab__area__district")
    return rows.filter(public_id=public_id, lab__hidden__isnull=True).first()


def open_places(limit: int) -> list[LabPlace]:
    """The places of labs that everyone may read, the newest first. One query."""
    rows = LabPlace.objects.filter(lab__hidden__isnull=True).exclude(lab__state=CLOSED)
    return list(rows.select_related("lab__area").order_by("-pk")[:limit])


def place_rows(code: str, before: int | None, limit: int) -> list[LabPlace]:
    """Places of labs that are not closed, for a program, the newest first. One query."""
    rows = LabPlace.objects.filter(_lies_in(code, "lab__"), lab__hidden__isnull=True)
    if before:
        rows = rows.filter(pk__lt=before)
    rows = rows.exclude(lab__state=CLOSED).select_related("lab__area")
    return list(rows.order_by("-pk")[:limit])


def other_days(places: Iterable[LabPlace], today: date, ahead: timedelta = SOON) -> list[OtherDay]:
    """The exceptions of the coming days, the first first. One query."""
    rows = OtherDay.objects.filter(place__in=list(places), on__gte=today, on__lt=today + ahead)
    return list(rows.order_by("on", "pk"))


def check_of(person: int | None) -> RoleCheck | None:
    """How the check of this person (a key) went. One query, none for a visitor."""
    return RoleCheck.objects.filter(person=person).first() if person else None


def seats_to_ask(lab: Lab) -> list[Seat]:
    """Seats around the lab that can be asked to host it. One query."""
    around = [one for one in (lab.area, lab.area.district, lab.area.municipality) if one]
    known = LabHost.objects.filter(lab=lab, state__in=TALKING).values("seat")
    rows = Seat.objects.filter(area__in=around, confirmed_at__isnull=False).exclude(pk__in=known)
    return list(rows.select_related("side__organisation").order_by("half", "title", "pk")[:200])


def seats_of_hosts(lab: Lab) -> list[Seat]:
    """The seats that host a lab now. One query."""
    rows = LabHost.objects.filter(lab=lab, state__in=(JOINED, LAPSED)).select_related(_SEAT)
    return [row.seat for row in rows.order_by("pk")]


def hosts_to_lapse(now: datetime, limit: int) -> list[LabHost]:
    """Hosts of whom the check is more than a year old. One query."""
    fresh = RoleCheck.objects.filter(passed_at__gt=now - CHECK_HOLDS).values("person")
    rows = LabHost.objects.filter(state=JOINED).exclude(person__in=fresh)
    return list(rows.order_by("pk")[:limit])


def labs_to_unname(today: date, limit: int) -> list[Lab]:
    """Open labs of which a half is missing for more than eight weeks. One query."""
    rows = Lab.objects.filter(state=OPEN, is_unnamed=False, missing_since__lte=today - NAME_HELD)
    return list(rows.order_by("pk")[:limit])


def hours_by_place(rows: Sequence[OtherDay]) -> dict[int, list[OtherDay]]:
    """The exceptions by the key of their place."""
    found: dict[int, list[OtherDay]] = {}
    for row in rows:
        found.setdefault(row.place_id, []).append(row)
    return found


def ideas_of(lab: Lab, *, waiting: bool = False) -> list[LabIdea]:
    """The ideas that everyone reads, or those that wait for a host; the newest first. One query."""
    rows = LabIdea.objects.filter(lab=lab, shown_at__isnull=waiting).select_related("initiative")
    return list(rows.order_by("-pk")[:MOST_IDEAS])


def idea_by_secret(secret: str) -> LabIdea | None:
    """An idea by the link of who wrote it. One query."""
    return LabIdea.objects.select_related("lab__area", "initiative").filter(secret=secret).first()


def idea_by_id(public_id: str) -> LabIdea | None:
    """An idea, for a host. One query."""
    return LabIdea.objects.select_related("lab__area").filter(public_id=public_id).first()


def task_by_id(public_id: str) -> LabTask | None:
    """A task with its lab, and who does it. One query."""
    rows = LabTask.objects.select_related("lab__area", "person")
    return rows.filter(public_id=public_id).first()


def tasks_of(lab: Lab, now: datetime) -> list[LabTask]:
    """The board: what is not done, the first day first, and after that what was done last. One query."""
    rows = LabTask.objects.filter(lab=lab).select_related("person", "idea", "initiative")
    shown = rows.filter(Q(state__in=UNDONE) | Q(moved_at__gt=now - TASK_SHOWN)).order_by("-moved_at", "-pk")
    found = list(shown[:MOST_TASKS])
    for one in found:
        one.lab = lab  # read once
    return sorted(found, key=lambda one: one.due_on or date.max)


def late_tasks(today: date, limit: int) -> list[LabTask]:
    """Tasks of which the last day passed, and that nobody was told of. One query."""
    rows = LabTask.objects.filter(state__in=UNDONE, told_late_on=None, due_on__lt=today)
    return list(rows.select_related("lab").order_by("due_on", "pk")[:limit])


def days_of_hosts(place: LabPlace) -> list[HostDays]:
    """Which hosts are at this place on which weekdays. One query."""
    rows = HostDays.objects.filter(place=place, host__state=JOINED).select_related(f"host__{_SEAT}")
    return list(rows.order_by("host")[:MOST_HOSTS])


def visit_by_id(public_id: str) -> LabVisit | None:
    """A visit with its place and lab, and who asked. One query."""
    rows = LabVisit.objects.select_related("place__lab__area", "person")
    return rows.filter(public_id=public_id).first()


def visits_to(lab: Lab, today: date) -> list[LabVisit]:
    """The visits that wait or are agreed, for the hosts, the first first. One query."""
    rows = LabVisit.objects.filter(place__lab=lab, state__in=OPEN_VISITS, on__gte=today)
    return list(rows.select_related("place", "person").order_by("on", "comes_at", "pk")[:100])


def open_visit(place: LabPlace, person: int | None) -> LabVisit | None:
    """The visit of this person (a key) to a place that waits or is agreed. One query, none for a visitor."""
    rows = LabVisit.objects.filter(place=place, person=person, state__in=OPEN_VISITS)
    return rows.first() if person else None


def visits_to_ring(today: date, limit: int) -> list[LabVisit]:
    """Visits of which the bell rings. One query."""
    rows = LabVisit.objects.filter(state=WISHED, bell_on__lte=today, on__gte=today)
    return list(rows.select_related("place__lab").order_by("bell_on", "pk")[:limit])


def visits_over(today: date, limit: int) -> list[LabVisit]:
    """Visits that wait or are agreed, of which the day passed. One query."""
    rows = LabVisit.objects.filter(state__in=(WISHED, AGREED), on__lt=today)
    return list(rows.select_related("place__lab").order_by("on", "pk")[:limit])


def _lies_in(code: str, to_lab: str = "") -> Q:
    """That the area of a lab is this one, or lies in it; "" is everywhere."""
    paths = ("area", "area__municipality", "area__municipality__parent", "area__district")
    return Q(*((f"{to_lab}{path}__code", code) for path in paths), _connector=Q.OR) if code else Q()
