"""Services for who comes: with a place or on the waiting list, and walk-ins without a name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Count

from middenstip.domain.gatherings import facts, rules
from middenstip.domain.gatherings.lifecycle import ANNOUNCED, ATTENDANCE_KEPT, COMING, GATHERING, WAITING
from middenstip.domain.gatherings.models import Attendance, CalendarAddress, Gathering, YoungCount
from middenstip.domain.gatherings.selectors import seats_taking_part, young_of
from middenstip.domain.gatherings.services.record import fresh, record_about
from middenstip.domain.initiatives.rules import is_initiator
from middenstip.domain.parties.models import Person
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.half import Half
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

BEGUN = "Deze bijeenkomst is al begonnen. Loop gerust binnen."
MOST_WALK_INS = 10_000


@write
def come_to_gathering(*, by: Doer, gathering: Gathering, at: datetime) -> Attendance:
    """Come, or wait for a place when it is full. Twice is once."""
    gathering = fresh(gathering)
    known = Attendance.objects.filter(gathering=gathering, person_id=by.person_id).first()
    if known:
        return known
    require(rules.may_come(gathering, _is_expected(by, gathering)))
    GATHERING.after(gathering.state, "come")
    if gathering.starts_at <= at:
        raise NotNow(BEGUN)
    state = WAITING if _is_full(gathering) else COMING
    seat = by.seat_id if isinstance(by, Actor) else None
    half = by.half if isinstance(by, Actor) else ""
    made = Attendance(
        gathering=gathering, person_id=by.person_id, seat_id=seat, half=half, state=state, at=at
    ).store()
    _count(gathering)
    record_about(facts.GatheringJoined, gathering, by, at, waits=state == WAITING)
    return made


@write
@once(lambda _public_id: None, besides=("gathering",))
def come_young(*, gathering: Gathering, band: str, key: str = "", public_id: str = "", at: datetime) -> None:
    """A young person says that they come: counted in their age band, and nothing else is kept."""
    gathering = fresh(gathering)
    require(rules.may_come_young(gathering, band))
    GATHERING.after(gathering.state, "come")
    if gathering.starts_at <= at:
        raise NotNow(BEGUN)
    if _is_full(gathering):
        raise NotNow("Het is vol. Kijk later of er weer plek is.")
    counted, _is_first = YoungCount.objects.get_or_create(gathering=gathering, band=band)
    counted.number += 1
    counted.store("number")
    record_about(facts.YoungCounted, gathering, None, at, band=band)


@write
def leave_gathering(*, by: Doer, gathering: Gathering, at: datetime) -> None:
    """Come no longer: the first on the waiting list gets the place. Twice is once."""
    gathering = fresh(gathering)
    if gathering.state != ANNOUNCED or gathering.starts_at <= at:
        raise NotNow("Deze bijeenkomst is al begonnen. Afmelden kan niet meer.")
    if Attendance.objects.filter(gathering=gathering, person_id=by.person_id).delete()[0]:
        record_about(facts.GatheringLeft, gathering, by, at)
        fill_places(gathering, at)


@write
def count_walk_ins(*, by: Doer, gathering: Gathering, numbers: Mapping[str, int], at: datetime) -> Gathering:
    """How many came without an account, per half; `numbers` may name "" for people of no half."""
    gathering = fresh(gathering)
    require(rules.may_manage(by, gathering))
    GATHERING.after(gathering.state, "count")
    if gathering.starts_at > at:
        raise NotNow("Deze bijeenkomst moet nog beginnen. Daarna tel je wie er is.")
    if any(not 0 <= number <= MOST_WALK_INS for number in numbers.values()):
        raise Invalid({"": "Geef voor iedere helft een aantal van 0 of meer."})
    kept = {half: numbers[half] for half in (*Half, "") if numbers.get(half)}
    if kept == gathering.walked_in:
        return gathering
    gathering.walked_in = kept
    gathering.store("walked_in")
    record_about(facts.WalkInsCounted, gathering, by, at)
    return gathering


@write
def remind_gathering(*, key: int, at: datetime) -> int:
    """Remind everyone who comes that it is tomorrow. Once, however many workers there are."""
    gathering = fresh(Gathering(pk=key))
    if gathering.reminded_at or gathering.state != ANNOUNCED:
        return 0
    gathering.reminded_at = at
    gathering.store("reminded_at")
    record_about(facts.GatheringReminded, gathering, None, at)
    return 1


@write
def drop_attendances_of(*, person: Person, at: datetime) -> None:
    """A person is erased: every place that they had becomes free, and their own calendar stops."""
    CalendarAddress.objects.filter(person=person).delete()
    rows = Attendance.objects.filter(person=person).select_related("gathering").order_by("gathering")
    for row in rows:
        gathering = fresh(row.gathering)
        row.delete()
        if gathering.state == ANNOUNCED and gathering.starts_at > at:
            fill_places(gathering, at)


@write
def forget_attendances(*, at: datetime) -> int:
    """Delete who came to open gatherings of long ago; the numbers per half stay."""
    past = at - ATTENDANCE_KEPT
    return Attendance.objects.filter(gathering__ends_at__lt=past, gathering__is_closed=False).delete()[0]


def fill_places(gathering: Gathering, at: datetime) -> Gathering:
    """Give free places to who waits longest, and count anew. Inside a write that locked the gathering."""
    waiting = Attendance.objects.filter(gathering=gathering, state=WAITING).select_related("person")
    came = Attendance.objects.filter(gathering=gathering, state=COMING).count()
    taken = came + sum(young_of(gathering).values())
    free = waiting.count() if gathering.places is None else max(0, gathering.places - taken)
    for row in waiting.order_by("at", "pk")[:free]:
        row.state = COMING
        row.store("state")
        record_about(facts.PlaceFreed, gathering, None, at, person=row.person.public_id)
    return _count(gathering)


def _is_full(gathering: Gathering) -> bool:
    return gathering.is_full_with(sum(young_of(gathering).values()))


def _count(gathering: Gathering) -> Gathering:
    rows = Attendance.objects.filter(gathering=gathering).order_by()
    found = {
        (row["state"], row["half"]): row["number"]
        for row in rows.values("state", "half").annotate(number=Count("id"))
    }
    gathering.coming = {half: found[COMING, half] for half in (*Half, "") if (COMING, half) in found}
    gathering.waiting_count = sum(number for (state, _half), number in found.items() if state == WAITING)
    return gathering.store("coming", "waiting_count")


def _is_expected(by: Doer, gathering: Gathering) -> bool:
    if not gathering.is_closed:
        return True
    if gathering.initiative and is_initiator(by.person_id, gathering.initiative):
        return True
    seats = seats_taking_part(gathering.initiative, gathering.goal)
    return isinstance(by, Actor) and by.seat_id in seats
