"""An area with all that hardly ever changes about it: kept for some minutes, so that a page stays quick."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from middenstip.domain.areas.models import CODE_LENGTH, Kind
from middenstip.domain.areas.selectors import (
    FigureLine,
    MapArea,
    area_by_code,
    ground_of,
)
from middenstip.web.shared.area_map import Point, area_map
from middenstip.web.shared.cards import address

KEPT = 600  # seconds


@dataclass(frozen=True)
class Place:
    """An area, the areas it lies in (code and name), the codes of its news, its drawing, its open figures."""

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
    """The place with this code; None when there is none. One query at first, then none for a while."""
    if len(code) > CODE_LENGTH:
        return None
    key = _key(code)
    place: Place | None = cache.get(key)
    if place is None and (ground := ground_of(code)):
        area, parents = ground.area, [(one.code, one.name) for one in ground.parents]
        remember_home([(area.code, area.name), *parents])
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
    """The gemeente this platform is for: code and name. Kept in the cache: names do not change often."""
    if not settings.HOME_AREA:
        return None
    found: dict[str, str] | None = cache.get("home_area")
    if found is None:
        area = area_by_code(settings.HOME_AREA)
        if area is None:
            cache.set("home_area", {}, 5)
            return None
        found = remember_home([(area.code, area.name)])
    return found or None


def remember_home(areas: Iterable[tuple[str, str]]) -> dict[str, str] | None:
    """Keep the name of the home gemeente when it is among these (code and name): that saves its own query."""
    for code, name in areas:
        if code == settings.HOME_AREA:
            cache.set("home_area", {"code": code, "name": name}, KEPT)
            return {"code": code, "name": name}
    return None


def forget(*codes: str) -> None:
    """Something changed about these places: read them again."""
    cache.delete_many([_key(code) for code in codes])


def _key(code: str) -> str:
    return f"place-{code.strip().upper().encode().hex()}"


def pick_map(code: str) -> SafeString:
    """The map of a gemeente to point at a place. Empty without outlines, or without a gemeente."""
    place = place_by_code(code) if code else None
    if place is None:
        return SafeString("")
    title = _("Kaart van %(place)s: wijs je plek aan") % {"place": place.name}
    return area_map(place.drawn, title=title, urls={}, counts={}, pick=True)


def tint_source(place: Place) -> str:
    """Source and year of the number of people, which colours the map; none for one of a larger area."""
    figure = next((one for one in place.figures if one["key"] == "inhabitants"), None)
    return f"{figure['source']}, {figure['year']}" if figure and not figure["is_fallback"] else ""


def place_map(
    place: Place, rows: Sequence[Mapping[str, Any]], counts: Mapping[str, int], url: str = "/gebied/{code}/"
) -> SafeString:
    """The map of a place with these initiatives on it, numbered as in the list. Empty without outlines."""
    points = [
        Point(
            number=number,
            lon=row["lon"],
            lat=row["lat"],
            area=row["district__code"] if place.kind == Kind.MUNICIPALITY else row["area__code"],
            halves=row["halves"],
            label=row["title"],
            url=address(row["public_id"]),
        )
        for number, row in enumerate(rows, start=1)
    ]
    urls = {one["code"]: url.format(code=one["code"]) for one in place.inside}
    title = _("Kaart van %(place)s") % {"place": place.name}
    return area_map(place.drawn, points, title=title, urls=urls, counts=counts)
