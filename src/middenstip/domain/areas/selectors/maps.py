"""What a map of an area needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

import shapely
from shapely.geometry import shape

from middenstip.domain.areas.models import Area, Kind, Outline

NEAR = 0.004  # degrees, some 300 to 400 m: outlines are drawn with fewer corners than there are


class MapArea(TypedDict):
    """An area as the map draws it. `role`: land (the ground), tint (coloured) or link (can be chosen).

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
    """The ground, the buurten to colour, and the areas directly inside to choose from.

    Out of the areas inside, by code, and the outlines by key. An area with nothing inside it is all
    three itself.
    """
    inside = [one for one in inside if one.kind != Kind.OWN and area.kind != Kind.OWN] or [area]
    by_role = {
        "land": [area],
        "tint": [one for one in inside if one.kind == Kind.NEIGHBOURHOOD] or [area],
        "link": [one for one in inside if one.parent_id == area.pk] or [area],
    }
    return [_map_area(role, one, outlines.get(one.pk)) for role, some in by_role.items() for one in some]


def holds(area: Area, lon: float, lat: float) -> bool:
    """Whether a point lies in the area, or so near that the drawing may be to blame. One query.

    True when its border is not known: then nobody can say.
    """
    geometry = Outline.objects.filter(area=area).values_list("geometry", flat=True).first()
    if geometry is None:
        return True
    border = shapely.make_valid(shape(geometry))
    return bool(shapely.dwithin(border, shapely.Point(lon, lat), NEAR))


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
