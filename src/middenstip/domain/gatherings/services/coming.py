"""Services for who comes: with a place or on the waiting list, and walk-ins without a name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Count

from middenstip.domain.gatherings import facts, rules
from middenstip.domain.gatherings.lifecycle import ANNOUNCED, COMING, GATHERING, WAITING
from middenstip.domain.gatherings.models import Attendance, Gathering, YoungCount
from middenstip.domain.gatherings.selectors import seats_taking_part, young_of
from middenstip.domain.gatherings.selectors.lots import held_for_lots
from middenstip.domain.gatherings.services.record import fresh, record_about
from middenstip.domain.initiatives.rules import is_initiator
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
    return _join(by, gathering, WAITING if _is_full(gathering) else COMING, at)


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


def fill_places(gathering: Gathering, at: datetime) -> Gathering:
    """Give free places to who waits longest, and count anew. Inside a write that locked the gathering."""
    waiting = Attendance.objects.filter(gathering=gathering, state=WAITING).select_related("person")
    came = Attendance.objects.filter(gathering=gathering, state=COMING).count()
    taken = came + sum(young_of(gathering).values()) + held_for_lots(gathering)
    free = waiting.count() if gathering.places is None else max(0, gathering.places - taken)
    for row in waiting.order_by("at", "pk")[:free]:
        row.state = COMING
        row.store("state")
        record_about(facts.PlaceFreed, gathering, None, at, person=row.person.public_id)
    return _count(gathering)


def take_place(by: Actor, gathering: Gathering, at: datetime) -> None:
    """Come with a place that was kept: by lot. Inside a write that locked the gathering."""
    known = Attendance.objects.filter(gathering=gathering, person_id=by.person_id).first()
    if known is None:
        _join(by, gathering, COMING, at)
    elif known.state == WAITING:
        known.state = COMING
        known.store("state")
        _count(gathering)


def _join(by: Doer, gathering: Gathering, state: str, at: datetime) -> Attendance:
    seat = by.seat_id if isinstance(by, Actor) else None
    half = by.half if isinstance(by, Actor) else ""
    made = Attendance(
        gathering=gathering, person_id=by.person_id, seat_id=seat, half=half, state=state, at=at
    ).store()
    _count(gathering)
    record_about(facts.GatheringJoined, gathering, by, at, waits=state == WAITING)
    return made


def _is_full(gathering: Gathering) -> bool:
    if gathering.places is None:
        return False
    return gathering.is_full_with(sum(young_of(gathering).values()) + held_for_lots(gathering))


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
