"""An area with its data that hardly ever changes, cached for some minutes to keep pages fast."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from middenstip.domain.areas.models import CODE_LENGTH, Kind
from middenstip.domain.areas.selectors import (
    FigureLine,
    MapArea,
    ground_of,
)
from middenstip.domain.rooms import path_to
from middenstip.kernel.typed import line
from middenstip.web.shared.area_map import Point, area_map
from middenstip.web.shared.cards import address
from middenstip.web.shared.look import the_look

KEPT = 600  # seconds


@dataclass(frozen=True)
class Place:
    """An area, its parents (code and name), the codes of its news, its map and its open figures."""

    key: int
    code: str
    name: str
    kind: str
    parents: list[tuple[str, str]]
    parent_keys: list[int]
    codes: list[str]
    drawn: list[MapArea]
    figures: list[FigureLine]

    @property
    def inside(self) -> list[MapArea]:
        """The areas directly inside it; none for a buurt."""
        return [one for one in self.drawn if one["role"] == "link" and one["code"] != self.code]


def place_by_code(code: str) -> Place | None:
    """The place with this code; None when there is none. One query at first, then cached."""
    if len(code) > CODE_LENGTH:
        return None
    key = _key(code)
    place: Place | None = cache.get(key)
    if place is None and (ground := ground_of(code)):
        area, parents = ground.area, [(one.code, one.name) for one in ground.parents]
        place = Place(
            key=area.pk,
            code=area.code,
            name=area.name,
            kind=area.kind,
            parents=parents,
            parent_keys=[one.pk for one in ground.parents],
            codes=ground.codes,
            drawn=ground.drawn,
            figures=ground.figures,
        )
        cache.set(key, place, KEPT)
    return place


def home_area() -> dict[str, str] | None:
    """The gemeente of this platform: code and name; None without one. Cached with the look."""
    return the_look().home


def forget(*codes: str) -> None:
    """Clear the cache of these places after a change."""
    cache.delete_many([_key(code) for code in codes])


def _key(code: str) -> str:
    return f"place-{line(code).upper().encode().hex()}"


def pick_map(code: str) -> SafeString:
    """The map of a gemeente for choosing a place. Empty without outlines, or without a gemeente."""
    place = place_by_code(code) if code else None
    if place is None:
        return SafeString("")
    title = _("Kaart van %(place)s: wijs je plek aan") % {"place": place.name}
    return area_map(place.drawn, title=title, urls={}, counts={}, pick=True)


def tint_source(place: Place) -> str:
    """Source and year of the number of inhabitants that colours the map; "" for that of a larger area."""
    figure = next((one for one in place.figures if one["key"] == "inhabitants"), None)
    return f"{figure['source']}, {figure['year']}" if figure and not figure["is_fallback"] else ""


def place_map(
    place: Place, rows: Sequence[Mapping[str, Any]], counts: Mapping[str, int], url: str = ""
) -> SafeString:
    """The map of a place with these initiatives on it, numbered as in the list. Empty without outlines.

    A place inside it leads to `url`, with its code in `{code}`, or to its own page.
    """
    points = [
        Point(
            number=number,
            lon=row["lon"],
            lat=row["lat"],
            area=_held_by(place, row),
            halves=row["halves"],
            label=row["title"],
            url=address(row["public_id"]),
        )
        for number, row in enumerate(rows, start=1)
    ]
    codes = [one["code"] for one in place.inside]
    urls = {code: url.format(code=code) if url else path_to("area", code) for code in codes}
    title = _("Kaart van %(place)s") % {"place": place.name}
    return area_map(place.drawn, points, title=title, urls=urls, counts=counts)


def _held_by(place: Place, row: Mapping[str, Any]) -> str:
    """The code of the area directly inside this place in which an initiative lies."""
    if place.kind == Kind.PROVINCE:
        return f"GM{row['area__code'][2:6]}"
    code: str = row["district__code"] if place.kind == Kind.MUNICIPALITY else row["area__code"]
    return code
