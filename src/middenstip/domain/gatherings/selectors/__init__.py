"""Queries about gatherings and invitations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from middenstip.domain.areas.models import Area, column_of, level_of
from middenstip.domain.files.lifecycle import READY
from middenstip.domain.files.models import File
from middenstip.domain.gatherings.lifecycle import (
    ANNOUNCED,
    ASKED,
    COMING,
    HELD,
    LONGEST,
    MOST_PHOTOS,
    NO,
    PAST,
    REPORT_PHOTO,
    WITHDRAWN,
    YES,
    YES_IF,
)
from middenstip.domain.gatherings.models import (
    Attendance,
    CalendarAddress,
    Came,
    Gathering,
    NoteLine,
    Portrait,
    ProcessInvite,
    ReportPhoto,
    YoungCount,
)
from middenstip.domain.goals.models import Chair, Goal
from middenstip.domain.goals.selectors import goal_by_id
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.labs.models import Lab
from middenstip.domain.labs.selectors import seats_of_hosts
from middenstip.domain.parties.models import Person, Seat
from middenstip.kernel.verdict import NotNow

_AROUND = (
    "area",
    "district",
    "municipality",
    "person",
    "seat__side__organisation",
    "initiative__seat__side__organisation",
    "goal__initiative__seat__side__organisation",
    "lab",
    "reviews",
)
# What a line of a list shows: to ask all columns costs a page much more (`python -m bench.gatherings`).
_LINE = (
    *("public_id", "kind", "title", "place", "online", "starts_at", "ends_at", "state", "is_closed"),
    *("places", "coming", "walked_in", "area__code", "area__name"),
    *("follow_up_on", "follow_up_done"),
)
_EVENT = (  # the same for a calendar
    *("public_id", "title", "what", "access", "why_cancelled", "place", "online", "starts_at", "ends_at"),
    *("state", "sequence", "changed_at", "area__name"),
)
MOST_COMING = 500  # on the host's list
FEED_BACK = timedelta(days=92)  # how far back a calendar feed looks
MOST_IN_FEED = 500
YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Asked:
    """What a list shows: an area (code and kind), a kind, a theme, an initiative or lab (public id)."""

    area: tuple[str, str] | None = None
    kind: str = ""
    theme: str = ""
    initiative: str = ""
    lab: str = ""


ALONE = "Deze bijeenkomst hoort bij een gebied. Kies eerst bij welk initiatief dit hoort."


def gathering_by_id(public_id: str) -> Gathering | None:
    """One gathering with its area, host and what it belongs to; None when there is none. One query."""
    return Gathering.objects.select_related(*_AROUND).filter(public_id=public_id).first()


def gatherings_from(
    asked: Asked, start: datetime, *, after: tuple[datetime, int] | None = None, limit: int
) -> list[Gathering]:
    """Gatherings that end after `start`, the first one first, from a place in the list. One query.

    None lasts longer than `LONGEST`, so what began before that is not looked at.
    """
    rows = _fitting(asked).filter(ends_at__gt=start, starts_at__gt=start - LONGEST)
    if after:
        at, pk = after
        rows = rows.filter(Q(starts_at__gt=at) | Q(starts_at=at, pk__gt=pk))
    return list(rows.select_related("area").only(*_LINE).order_by("starts_at", "pk")[:limit])


def gatherings_named(public_ids: Sequence[str]) -> list[Gathering]:
    """These gatherings, as far as everyone may read them. One query, none without ids."""
    return list(Gathering.objects.public().filter(public_id__in=public_ids)) if public_ids else []


def gatherings_between(asked: Asked, start: datetime, end: datetime, limit: int) -> list[Gathering]:
    """Gatherings that begin in this time, for a month. One query."""
    rows = _fitting(asked).filter(starts_at__gte=start, starts_at__lt=end)
    return list(rows.select_related("area").only(*_LINE).order_by("starts_at", "pk")[:limit])


def gatherings_before(asked: Asked, start: datetime, limit: int) -> list[Gathering]:
    """What was, the latest first. One query."""
    rows = _fitting(asked).filter(starts_at__lt=start).exclude(state=ANNOUNCED)
    return list(rows.select_related("area").only(*_LINE).order_by("-starts_at", "-pk")[:limit])


def gathering_rows(asked: Asked, before: int | None, limit: int) -> list[Gathering]:
    """Gatherings for the API, the latest announced first; `before` is the last key shown. One query."""
    rows = _fitting(asked)
    if before:
        rows = rows.filter(pk__lt=before)
    return list(rows.select_related("area").order_by("-pk")[:limit])


def feed_of(asked: Asked, now: datetime) -> list[Gathering]:
    """What a calendar shows: also what was cancelled, so that it disappears there. One query."""
    since = now - FEED_BACK
    rows = _fitting(asked).filter(ends_at__gt=since, starts_at__gt=since - LONGEST).select_related("area")
    rows = rows.only(*_EVENT)
    return list(rows.order_by("starts_at", "pk")[:MOST_IN_FEED])


def next_about(
    *, initiative: Initiative | None = None, goal: Goal | None = None, now: datetime
) -> Gathering | None:
    """The first gathering to come of an initiative or a goal. One query."""
    rows = Gathering.objects.public().filter(state=ANNOUNCED, ends_at__gt=now)
    rows = rows.filter(initiative=initiative) if initiative else rows.filter(goal=goal)
    return rows.select_related("area").order_by("starts_at", "pk").first()


def coming_in(kind: str, codes: Sequence[str], now: datetime, limit: int) -> list[Gathering]:
    """The first gatherings to come in areas of this kind. One query."""
    rows = Gathering.objects.public().filter(state=ANNOUNCED, ends_at__gt=now)
    rows = rows.filter(**{f"{level_of(kind)}__code__in": codes}).select_related("area")
    return list(rows.order_by("starts_at", "pk")[:limit])


def attendance_of(gathering: Gathering, person: int | None) -> Attendance | None:
    """Whether a person (a key) comes or waits. One query, none for a visitor."""
    return Attendance.objects.filter(gathering=gathering, person=person).first() if person else None


def attendances_of(gathering: Gathering) -> list[Attendance]:
    """Who comes and who waits, the first first. One query."""
    rows = Attendance.objects.filter(gathering=gathering).select_related("person", "seat__side__organisation")
    return list(rows.order_by("state", "at", "pk")[:MOST_COMING])


def young_of(gathering: Gathering) -> dict[str, int]:
    """How many young people come per age band. One query, none when it is for everyone."""
    if gathering.age_to is None:
        return {}
    return dict(YoungCount.objects.filter(gathering=gathering).values_list("band", "number"))


def people_of(gathering: Gathering) -> list[Person]:
    """The people who come or wait. One query."""
    rows = Attendance.objects.filter(gathering=gathering).select_related("person").order_by("pk")
    return [row.person for row in rows]


def lines_of(gathering: Gathering) -> list[NoteLine]:
    """The lines of the notes, oldest first. One query."""
    return list(NoteLine.objects.filter(gathering=gathering).order_by("at", "pk"))


def line_by_id(public_id: str) -> NoteLine | None:
    """One line of the notes with its gathering. One query."""
    around = [f"gathering__{path}" for path in _AROUND]
    return NoteLine.objects.select_related(*around).filter(public_id=public_id).first()


def seats_taking_part(initiative: Initiative | None, goal: Goal | None, lab: Lab | None = None) -> set[int]:
    """The seats (keys) that work on it: of the initiative with its partners, at the table, or of the hosts of
    the lab. One query."""
    if lab:
        return {seat.pk for seat in seats_of_hosts(lab)}
    if goal:
        return set(Chair.objects.filter(goal=goal, left_at=None).values_list("seat", flat=True))
    if initiative:
        helping = Partner.objects.filter(initiative=initiative, state="accepted")
        return {initiative.seat_id, *helping.values_list("seat", flat=True)}
    return set()


def seats_present(gathering: Gathering) -> list[Seat]:
    """The seats of those who came and of the host, to promise something. One query."""
    came = Attendance.objects.filter(gathering=gathering, state=COMING).values("seat")
    rows = Seat.objects.filter(Q(pk__in=came) | Q(pk=gathering.seat_id))
    return list(rows.select_related("side__organisation").order_by("pk")[:MOST_COMING])


def to_remind(now: datetime, limit: int) -> list[int]:
    """Gatherings (keys) that begin within a day and of which nobody was reminded. One query."""
    rows = Gathering.objects.filter(
        state=ANNOUNCED, reminded_at=None, starts_at__gt=now, starts_at__lte=now + timedelta(hours=36)
    )
    return list(rows.order_by("starts_at").values_list("pk", flat=True)[:limit])


def to_measure(today: date, limit: int) -> list[Gathering]:
    """Gatherings of which the follow-up day has come. One query."""
    rows = Gathering.objects.filter(state=HELD, follow_up_on__lte=today).select_related(*_AROUND)
    return list(rows.order_by("follow_up_on", "pk")[:limit])


def invite_by_id(public_id: str) -> ProcessInvite | None:
    """One invitation with its initiative and seat. One query."""
    around = ("initiative__area__district", "initiative__municipality", "initiative__district", "by")
    rows = ProcessInvite.objects.select_related(*around, "seat__side__organisation")
    return rows.filter(public_id=public_id).first()


def invites_of(initiative: Initiative) -> list[ProcessInvite]:
    """The invitations of an initiative, newest first. One query."""
    rows = ProcessInvite.objects.filter(initiative=initiative).exclude(state=WITHDRAWN)
    return list(rows.select_related("seat__side__organisation").order_by("-asked_at", "-pk")[:100])


def invites_to_ring(today: date, limit: int) -> list[ProcessInvite]:
    """Invitations of which a bell rings today or rang before. One query."""
    rows = ProcessInvite.objects.filter(state=ASKED, bell_on__lte=today)
    return list(rows.order_by("bell_on", "pk")[:limit])


def seats_to_invite(initiative: Initiative) -> list[Seat]:
    """Seats of organisations around the initiative that can be invited. One query."""
    rows = Seat.objects.filter(side__isnull=False, side__area__in=_around(initiative)).exclude(
        half="bewoners"
    )
    return list(rows.select_related("side__organisation").order_by("side__organisation__name", "pk")[:200])


def figures_of(organisation: str, today: date) -> dict[str, int]:
    """How an organisation (a public id) answers what initiatives ask: numbers. One query."""
    rows = ProcessInvite.objects.filter(seat__side__organisation__public_id=organisation)
    return rows.exclude(state=WITHDRAWN).aggregate(
        invited=Count("id"),
        in_time=Count("id", filter=Q(was_in_time=True)),
        joined=Count("id", filter=Q(state__in=(YES, YES_IF))),
        refused=Count("id", filter=Q(state=NO)),
        late=Count("id", filter=Q(state=ASKED, due_on__lt=today) | Q(was_in_time=False)),
    )


def measured_in(asked: Asked, now: datetime) -> dict[str, int]:
    """Of how many gatherings of the past year the follow-up day has come, and how many had an action done."""
    rows = _fitting(asked).filter(follow_up_done__isnull=False, starts_at__range=(now - YEAR, now))
    return rows.aggregate(measured=Count("id"), met=Count("id", filter=Q(follow_up_done__gt=0)))


def figures_of_host(person: int) -> dict[str, int]:
    """Of the gatherings of this host (a key): how many were held, measured, and had an action done.
    One query."""
    rows = Gathering.objects.public().filter(person=person, state__in=PAST)
    return rows.aggregate(
        held=Count("id"),
        measured=Count("id", filter=Q(follow_up_done__isnull=False)),
        met=Count("id", filter=Q(follow_up_done__gt=0)),
    )


def reviews_of(gathering: Gathering) -> list[Gathering]:
    """The terugkomsessies of a gathering, the first first. One query."""
    return list(Gathering.objects.public().filter(reviews=gathering).order_by("starts_at", "pk")[:20])


def came_of(review: Gathering) -> list[tuple[NoteLine, Came | None]]:
    """What a terugkomsessie asks again: each line that became something, and what came of it. Two queries."""
    told = {one.line_id: one for one in Came.objects.filter(review=review)}
    lines = NoteLine.objects.filter(gathering=review.reviews_id).exclude(noun="").order_by("at", "pk")
    return [(line, told.get(line.pk)) for line in lines]


def feed_of_person(person: int, now: datetime) -> list[Gathering]:
    """What the own calendar of this person (a key) shows: where they come or wait, and host. One query."""
    mine = Attendance.objects.filter(person=person).values("gathering")
    rows = Gathering.objects.public().filter(Q(pk__in=mine) | Q(person=person))
    rows = rows.filter(ends_at__gt=now - FEED_BACK).select_related("area").only(*_EVENT)
    return list(rows.order_by("starts_at", "pk")[:MOST_IN_FEED])


def calendar_of(person: int) -> CalendarAddress | None:
    """The secret address of this person (a key). One query."""
    return CalendarAddress.objects.filter(person=person).first()


def person_of_calendar(secret: str) -> int | None:
    """Whose calendar (a key) stands at this secret address. One query."""
    rows = CalendarAddress.objects.filter(secret=secret, person__is_active=True)
    return rows.values_list("person", flat=True).first()


def photo_by_id(public_id: str) -> ReportPhoto | None:
    """One place for a photo, with its gathering and who is on it. Two queries."""
    around = [f"gathering__{path}" for path in _AROUND]
    rows = ReportPhoto.objects.select_related(*around).prefetch_related("portraits")
    return rows.filter(public_id=public_id).first()


def photos_of_report(gathering: Gathering) -> list[ReportPhoto]:
    """The places for photos of a gathering with who is on them, the first first. Two queries."""
    rows = ReportPhoto.objects.filter(gathering=gathering).prefetch_related("portraits").order_by("pk")
    return list(rows[:MOST_PHOTOS])


def shown_photos(gathering: Gathering) -> list[str]:
    """The photos (ids) that everyone may see: all who are on them said yes. One query."""
    if gathering.is_closed or gathering.is_hidden:
        return []
    asked = Portrait.objects.filter(photo=OuterRef("pk"), given_at=None)
    rows = ReportPhoto.objects.filter(~Exists(asked), gathering=gathering).order_by("pk")
    return list(rows.values_list("public_id", flat=True)[:MOST_PHOTOS])


def portrait_by_secret(secret: str) -> Portrait | None:
    """Somebody on a photo, by the secret of their link. One query."""
    return Portrait.objects.select_related("photo__gathering__area").filter(secret=secret).first()


def portrait_by_id(public_id: str) -> Portrait | None:
    """Somebody on a photo, for the host. One query."""
    around = [f"photo__gathering__{path}" for path in _AROUND]
    return Portrait.objects.select_related(*around).filter(public_id=public_id).first()


def photos_waiting_since(before: datetime, limit: int) -> list[ReportPhoto]:
    """Places for a photo of before then without a photo, or on which somebody did not say yes. One query."""
    asked = Portrait.objects.filter(photo=OuterRef("pk"), given_at=None)
    chosen = File.objects.filter(noun=REPORT_PHOTO, subject=OuterRef("public_id"), state=READY)
    rows = ReportPhoto.objects.filter(Exists(asked) | ~Exists(chosen), at__lt=before)
    rows = rows.select_related("gathering")
    return list(rows.order_by("pk")[:limit])


def goal_or_none(public_id: str) -> Goal | None:
    """The goal with this public id. One query, none for an empty id."""
    return goal_by_id(public_id) if public_id else None


def _around(initiative: Initiative) -> list[Area]:
    return [one for one in (initiative.area, initiative.district, initiative.municipality) if one]


def _fitting(asked: Asked) -> QuerySet[Gathering]:
    rows: QuerySet[Gathering] = Gathering.objects.public()
    if asked.area:
        code, kind = asked.area
        rows = rows.filter(**{f"{column_of(kind)}__code": code})
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.theme:
        rows = rows.filter(theme=asked.theme)
    if asked.initiative:
        rows = rows.filter(initiative__public_id=asked.initiative)
    if asked.lab:
        rows = rows.filter(lab__public_id=asked.lab)
    return rows


def as_row(one: Gathering) -> dict[str, Any]:
    """The columns that everyone may read, for a program."""
    names = ("public_id", "kind", "title", "what", "place", "online", "access", "theme", "state", "is_closed")
    return {name: getattr(one, name) for name in names}


def initiative_of(gathering: Gathering) -> Initiative:
    """The initiative to which it belongs, by itself or by its goal. Raises `NotNow` without one."""
    found = gathering.initiative or (gathering.goal.initiative if gathering.goal else None)
    if found is None:
        raise NotNow(ALONE)
    return found
