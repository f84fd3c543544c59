"""Who is on the field of an area: the people who did something there lately, and their organisations.

Who acted in a seat that does not count for its half yet is not on the field.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from middenstip.domain.areas.models import level_of
from middenstip.domain.parties.models import Seat
from middenstip.journal.models import Entry
from middenstip.kernel.half import Half

POOL = 500  # the newest facts of an area; so the query costs the same in a village and in a large city


@dataclass(frozen=True)
class Active:
    """The people of one half who acted here, and the names of the organisations they acted for."""

    people: int
    organisations: list[str]


def active_in(kind: str, codes: Sequence[str]) -> dict[Half, Active]:
    """Per half who was active in these areas, from the newest facts. Two queries."""
    here = Entry.objects.filter(public=True, **{f"{level_of(kind)}__in": codes})
    newest = here.order_by("-at", "-pk").values("pk")[:POOL]
    acted = Entry.objects.filter(pk__in=newest, half__in=list(Half)).order_by()
    rows = list(acted.values_list("half", "actor", "seat").distinct())
    seats = Seat.objects.filter(public_id__in={seat for _half, _actor, seat in rows})
    known = list(seats.values_list("public_id", "half", "confirmed_at", "side__organisation__name"))
    unconfirmed = {seat for seat, _half, confirmed_at, _name in known if confirmed_at is None}
    named = {(half, name) for _seat, half, confirmed_at, name in known if confirmed_at and name}
    return {
        half: Active(
            people=len({who for of, who, seat in rows if of == half and who and seat not in unconfirmed}),
            organisations=sorted(name for of, name in named if of == half),
        )
        for half in Half
    }
