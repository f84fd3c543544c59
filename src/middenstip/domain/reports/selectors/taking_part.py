"""The seats that take part in an initiative, and their halves, collected from the rooms."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import QuerySet, Value

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import working
from middenstip.domain.rooms import ROOMS
from middenstip.kernel.face import TakesPart
from middenstip.kernel.half import bits_of

TAKES_PART: tuple[TakesPart, ...] = tuple(
    sorted((part for room in ROOMS for part in room.takes_part), key=lambda part: part.place)
)


def seats_taking_part(part: TakesPart, initiative: str, on: date) -> list[Seat]:
    """The seats that take part in this way in the initiative with this public id, on a day."""
    rows = _rows(part).filter(**{f"{part.initiative}__public_id".removeprefix("pk__"): initiative})
    seats = rows.exclude(**{part.seat: None}).order_by("pk").values_list(part.seat, flat=True)
    found = Seat.objects.select_related("side__organisation").in_bulk(seats)
    held = set(working(part.role, on).values_list("seat", flat=True)) if part.role and found else set()
    return [found[key] for key in dict.fromkeys(seats) if not part.role or key in held]


def counted_seats(initiative: Initiative) -> list[tuple[str, Seat]]:
    """The seats that count for their half here, each with the key of the way in which: a seat may have more.

    Those of the same way by age. Two queries.
    """
    counted = [part for part in TAKES_PART if part.half]
    ways = [
        _counted(part, initiative).order_by().values_list(part.seat, Value(part.place)) for part in counted
    ]
    first, *others = ways
    keys = {part.place: part.key for part in counted}
    found = sorted(set(first.union(*others)), key=lambda one: (one[1], one[0]))
    seats = Seat.objects.select_related("side__organisation").in_bulk({seat for seat, _place in found})
    return [(keys[place], seats[seat]) for seat, place in found]


def halves_taking_part(initiative: Initiative) -> int:
    """The halves that take part, as bits; that of the initiator is always included. One query."""
    counted = [part for part in TAKES_PART if part.half]
    first, *others = (_halves(part, initiative) for part in counted)
    return bits_of([initiative.origin_half, *(half for (half,) in first.union(*others))])


def _halves(part: TakesPart, initiative: Initiative) -> QuerySet[Any, Any]:
    found: QuerySet[Any, Any] = _counted(part, initiative).values_list(f"{part.seat}__half")
    return found


def _counted(part: TakesPart, initiative: Initiative) -> QuerySet[Any]:
    """The rows that make the half of their seat take part."""
    rows = _rows(part).filter(**{part.initiative: initiative}, **part.half_only)
    return rows.exclude(**part.half_never) if part.half_never else rows


def _rows(part: TakesPart) -> QuerySet[Any]:
    rows: QuerySet[Any] = apps.get_model(part.model)._default_manager.filter(**part.only)
    return rows.exclude(**part.never) if part.never else rows
