"""The data for drawing a map of an area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

import shapely
from shapely.geometry import shape

from middenstip.domain.areas.models import Area, Kind, Outline
from middenstip.domain.areas.selectors.places import DEPTH, current

NEAR = 0.004  # degrees, 300 to 400 m: stored outlines have fewer corners than the real border


class MapArea(TypedDict):
    """An area on the map. `role` is land (the background), tint (coloured) or link (can be clicked).

    `outline` is GeoJSON as text: it is parsed only when the drawing is not in the cache.
    """

    role: str
    key: int
    code: str
    name: str
    kind: str
    inhabitants: int | None
    outline: str | None


def drawn(area: Area, inside: Sequence[Area], outlines: Mapping[int, str | None]) -> list[MapArea]:
    """The background, the buurten to colour, and the areas directly inside that can be clicked.

    In a province the gemeenten are coloured.

    `inside` are the areas inside, `outlines` their GeoJSON by key. An area with nothing inside it gets all
    three roles itself.
    """
    inside = [one for one in inside if one.kind != Kind.OWN and area.kind != Kind.OWN] or [area]
    fine = Kind.MUNICIPALITY if area.kind == Kind.PROVINCE else Kind.NEIGHBOURHOOD
    by_role = {
        "land": [area],
        "tint": [one for one in inside if one.kind == fine] or [area],
        "link": [one for one in inside if one.parent_id == area.pk] or [area],
    }
    return [_map_area(role, one, outlines.get(one.pk)) for role, some in by_role.items() for one in some]


def holds(area: Area, lon: float, lat: float) -> bool:
    """Whether a point lies in the area, or within `NEAR` of its simplified border. One query.

    True when the border is unknown.
    """
    geometry = Outline.objects.filter(area=area).values_list("geometry", flat=True).first()
    if geometry is None:
        return True
    border = shapely.make_valid(shape(geometry))
    return bool(shapely.dwithin(border, shapely.Point(lon, lat), NEAR))


def area_at(city: Area, lon: float, lat: float) -> Area:
    """The smallest area inside this gemeente that holds a point; the gemeente itself when none does."""
    inside = current(Area.objects.filter(municipality=city)).exclude(kind=Kind.OWN).exclude(pk=city.pk)
    borders = Outline.objects.filter(area__in=inside.values("pk")).select_related("area__district")
    point = shapely.Point(lon, lat)
    held = [one.area for one in borders if shapely.make_valid(shape(one.geometry)).contains(point)]
    return max(held, key=lambda area: DEPTH[area.kind], default=city)


def _map_area(role: str, area: Area, outline: str | None) -> MapArea:
    return MapArea(
        role=role,
        key=area.pk,
        code=area.code,
        name=area.name,
        kind=area.kind,
        inhabitants=area.inhabitants,
        outline=outline,
    )
