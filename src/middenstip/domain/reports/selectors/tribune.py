"""What the tribune of an area asks besides its cards and its news, in one query each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.db.models import Count, Exists, IntegerField, Q, QuerySet, Value

from middenstip.domain.areas.models import Kind
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.selectors import Numbers
from middenstip.domain.parties.models import Follow, Membership, Seat
from middenstip.domain.parties.selectors import follows, on_day
from middenstip.journal.models import Entry
from middenstip.journal.readers import mark_of
from middenstip.kernel.half import Half
from middenstip.kernel.prepared import Prepared

# The column of an initiative that holds an area of this kind, and that of the areas directly inside it.
_COLUMNS = {Kind.MUNICIPALITY.value: ("municipality", "district"), Kind.DISTRICT.value: ("district", "area")}


@dataclass(frozen=True)
class Counted:
    """What is going on in an area.

    inside: by key of the area directly inside it (0: in none of them) how many public initiatives per
    stage and halves. field: per half how many seats somebody sits in, and of how many organisations.
    """

    inside: dict[int, Numbers]
    field: dict[Half, tuple[int, int]]


def counted(area: int, kind: str, parents: Sequence[int], on: date) -> Counted:
    """Initiatives and seats of the area with this key. One query.

    Seats are those in the area and in the areas inside it, and those of organisations that play for a
    larger area around it (`parents`, keys).
    """
    found = Counted({}, dict.fromkeys(Half, (0, 0)))
    for what, key, halves, number, organisations in _counts(kind).rows(area=area, parents=parents, on=on):
        if what in found.field:
            found.field[Half(what)] = (number, organisations)
        else:
            found.inside.setdefault(key or 0, {})[what, halves] = number
    return found


def mark_and_follow(person: int, area: str) -> tuple[str, bool]:
    """`readers.last_fact`, and whether this person (a key) follows the area with this code. One query."""
    for key, subject, is_following in _MARK.rows(person=person, area=area):
        return mark_of(key, subject), bool(is_following)
    return "", follows(person, Follow.AREA, area)  # nothing happened yet, anywhere


@cache
def _counts(kind: str) -> Prepared:
    own, inside = _COLUMNS.get(kind, ("area", ""))

    def build(area: int, parents: list[int], on: date) -> QuerySet[Any, Any]:
        none = Value(0, output_field=IntegerField())
        ours = Initiative.objects.filter(submitted_at__isnull=False, **{own: area}).annotate(none=none)
        ours = ours.order_by().values_list("stage", inside or "none", "halves")
        seats = _seats(area, parents, on).annotate(key=none, bits=none).order_by()
        field = seats.values_list("half", "key", "bits").annotate(
            number=Count("pk"), organisations=Count("side__organisation", distinct=True)
        )
        together: QuerySet[Any, Any] = ours.annotate(number=Count("pk"), zero=none).union(field, all=True)
        return together

    return Prepared(build, keys=["area"], key_lists=["parents"], days=["on"])


def _seats(area: int, parents: list[int], on: date) -> QuerySet[Seat]:
    here = Q(area=area) | Q(area__municipality=area) | Q(area__district=area)
    around = Q(area__in=parents, side__isnull=False)
    sits = Membership.objects.filter(on_day(on))
    return Seat.objects.filter(here | around, pk__in=sits.values("seat"))


def _mark(person: int, area: str) -> QuerySet[Any, Any]:
    mine = Follow.objects.filter(person=person, kind=Follow.AREA, target=area)
    return (
        Entry.objects.order_by("-pk")
        .annotate(is_mine=Exists(mine))
        .values_list("pk", "subject", "is_mine")[:1]
    )


_MARK = Prepared(_mark, keys=["person"], texts=["area"])
