"""The same as a list, for each wijk or buurt: for who does not see the map, or has no script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from middenstip.domain.areas.models import Kind
from middenstip.domain.initiatives.selectors import Wanted, cards, numbers_inside
from middenstip.domain.rooms import path_to
from middenstip.web.pages.streets.around import INITIATIVE, Thing, things_around
from middenstip.web.shared.cards import address
from middenstip.web.shared.places import Place

READ = 150  # the newest initiatives of an area
SHOWN = 6  # of each kind in one wijk or buurt


def groups(place: Place) -> list[dict[str, Any]]:
    """Each wijk or buurt with what is there; what lies in none of them comes last. At most seven queries."""
    column = "district__code" if place.kind == Kind.MUNICIPALITY else "area__code"
    rows = cards(Wanted(area=(place.code, place.kind)), READ)
    there: dict[str, list[Thing]] = {}
    for row in rows:
        there.setdefault(row[column] or place.code, []).append(
            Thing(INITIATIVE, row["title"], address(row["public_id"]), row["area__code"])
        )
    for thing in things_around(place):
        there.setdefault(_inside(place, thing.area), []).append(thing)
    inside = numbers_inside(place.key, place.kind)
    counts = {one["code"]: sum(inside.get(one["key"], {}).values()) for one in place.inside}
    known = {one["code"] for one in place.inside}
    rest = [one for code, some in there.items() if code not in known for one in some]
    listed = [_group(one["code"], one["name"], there.get(one["code"], []), counts) for one in place.inside]
    if rest or not place.inside:
        name = _("Ergens in %(place)s") % {"place": place.name} if place.inside else place.name
        total = sum(sum(some.values()) for some in inside.values())
        listed.append(_group(place.code, name, rest, {} if place.inside else {place.code: total}))
    return listed


def _inside(place: Place, code: str) -> str:
    """The wijk (in a gemeente) or the area itself that holds the area with this code."""
    return f"WK{code[2:8]}" if place.kind == Kind.MUNICIPALITY and code.startswith(("WK", "BU")) else code


def _group(code: str, name: str, some: list[Thing], counts: dict[str, int]) -> dict[str, Any]:
    shown = list(_first(some))
    initiatives = sum(one.kind == INITIATIVE for one in shown)
    return {
        "name": name,
        "url": path_to("area", code),
        "things": shown,
        "count": counts.get(code, 0),
        "has_more": counts.get(code, 0) > initiatives,
        "more_url": f"{reverse('finder:list')}?{urlencode({'gebied': code})}",
    }


def _first(some: list[Thing]) -> Iterator[Thing]:
    """The first few of each kind."""
    seen: dict[str, int] = {}
    for one in some:
        seen[one.kind] = seen.get(one.kind, 0) + 1
        if seen[one.kind] <= SHOWN:
            yield one
