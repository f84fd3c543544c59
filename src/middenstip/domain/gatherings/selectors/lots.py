"""Queries about lotteries: who may be drawn, and how a lottery stands."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Q

from middenstip.domain.gatherings.lifecycle import (
    ANNOUNCED,
    ASKED_BY_LOT,
    CANCELLED,
    COMES,
    DECLINES,
    GONE,
    ON_LIST,
    SILENT,
)
from middenstip.domain.gatherings.models import Attendance, Gathering, Lot, Lottery, Willing
from middenstip.domain.parties.models import Person
from middenstip.domain.parties.selectors import halves_spoken_for
from middenstip.kernel.half import place_of

_AROUND = ("gathering__area", "gathering__initiative", "gathering__goal__initiative", "gathering__person")


def willing_of(person: int) -> list[Willing]:
    """Where this person (a key) may be drawn, by area. One query."""
    rows = Willing.objects.filter(person=person).select_related("area")
    return list(rows.order_by("area__name", "pk"))


def pool_of(gathering: Gathering, on: date, limit: int) -> list[tuple[int, str]]:
    """Who can be drawn for a gathering: keys of people, each with their half, nobody twice.

    They may be drawn in its area or in one above it, still speak for that half on this day, and do not come
    already. Three queries.
    """
    keys = [gathering.area_id, gathering.district_id, gathering.municipality_id]
    near = {key: place for place, key in reversed(list(enumerate(keys))) if key}
    comes = Attendance.objects.filter(gathering=gathering).values("person")
    rows = Willing.objects.filter(area__in=near, person__is_active=True, person__erased_at=None)
    rows = rows.exclude(person__in=comes).exclude(person=gathering.person_id).order_by("at", "pk")
    found: dict[int, str] = {}
    for row in sorted(rows[:limit], key=lambda one: near[one.area_id]):
        found.setdefault(row.person_id, row.half)
    speak = halves_spoken_for(found, on)
    return [(person, half) for person, half in found.items() if (person, half) in speak]


def willing_numbers(gathering: Gathering, on: date, limit: int) -> dict[str, int]:
    """How many people of each half can be drawn. Three queries."""
    numbers: dict[str, int] = {}
    for _person, half in pool_of(gathering, on, limit):
        numbers[half] = numbers.get(half, 0) + 1
    return numbers


def lottery_by_id(public_id: str) -> Lottery | None:
    """One lottery with its gathering; None when there is none. One query."""
    return Lottery.objects.select_related(*_AROUND).filter(public_id=public_id).first()


def lottery_of(gathering: Gathering) -> Lottery | None:
    """The lottery of a gathering. One query."""
    return Lottery.objects.filter(gathering=gathering).first()


def lots_of(lottery: Lottery) -> list[Lot]:
    """Its lots: in the order in which they were drawn, else by number. One query."""
    return list(Lot.objects.filter(lottery=lottery).order_by("half", "place", "number"))


def lot_of(lottery: Lottery, person: int | None) -> Lot | None:
    """The lot of this person (a key). One query, none for a visitor."""
    return Lot.objects.filter(lottery=lottery, person=person).first() if person else None


def lot_figures(lottery: Lottery) -> dict[str, dict[str, int]]:
    """Per half: how many are on the list, were drawn, and said yes, no or nothing. One query."""
    states = {"yes": COMES, "no": DECLINES, "silent": SILENT, "waits": ASKED_BY_LOT, "gone": GONE}
    counted = {key: Count("id", filter=Q(state=state)) for key, state in states.items()}
    counted |= {"listed": Count("id"), "drawn": Count("id", filter=Q(until_on__isnull=False))}
    rows = Lot.objects.filter(lottery=lottery).order_by().values("half").annotate(**counted)
    return {
        half: dict(zip(counted, numbers, strict=True))
        for half, *numbers in rows.values_list("half", *counted)
    }


def held_for_lots(gathering: Gathering) -> int:
    """How many places are kept for people who were or will be drawn. One query."""
    kept = Lottery.objects.filter(gathering=gathering).values_list("held", flat=True).first()
    return kept or 0


def people_asked(gathering: Gathering) -> list[Person]:
    """The people who were drawn and did not answer yet. One query."""
    rows = Lot.objects.filter(lottery__gathering=gathering, state=ASKED_BY_LOT, person__isnull=False)
    return [row.person for row in rows.select_related("person").order_by("pk") if row.person]


def lots_to_lapse(today: date, limit: int) -> list[int]:
    """Gatherings (keys) with somebody who was drawn and did not answer in time. One query."""
    rows = Lot.objects.filter(state=ASKED_BY_LOT, until_on__lt=today)
    rows = rows.exclude(lottery__gathering__state=CANCELLED)
    found = rows.order_by("lottery__gathering").values_list("lottery__gathering", flat=True)
    return list(found.distinct()[:limit])


def lots_asked(lottery: Lottery, limit: int) -> list[Lot]:
    """Its lots that were asked, or passed over, in the order of the draw. One query."""
    rows = Lot.objects.filter(lottery=lottery, place__isnull=False).exclude(state=ON_LIST)
    return sorted(rows.order_by("place", "pk")[:limit], key=lambda lot: (place_of(lot.half), lot.place or 0))


def lots_of_person(person: int, limit: int) -> list[Lot]:
    """The lots of this person (a key), the newest first, without hidden gatherings. One query."""
    rows = Lot.objects.filter(person=person, lottery__gathering__hidden__isnull=True)
    return list(rows.select_related("lottery__gathering").order_by("-lottery__sealed_at", "-pk")[:limit])


def still_to_come(gathering: Gathering) -> bool:
    """Whether people can still be asked for it."""
    return gathering.state == ANNOUNCED and not gathering.is_hidden
