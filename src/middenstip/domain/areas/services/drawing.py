"""Areas that people draw themselves: a square, a village with its fields, the street of a plan."""

from __future__ import annotations

import re
from datetime import datetime
from itertools import chain, count
from typing import Any

from shapely.geometry.base import BaseGeometry

from middenstip.domain.areas import facts
from middenstip.domain.areas.models import CODE_LENGTH, Area, Kind, Outline
from middenstip.domain.areas.services.shapes import (
    centre,
    from_geojson,
    has_large_hole,
    is_inside,
    to_geojson,
)
from middenstip.journal.record import record
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, said
from middenstip.kernel.write import write

SOURCE = "zelf getekend"
_PREFIX = "EIGEN-"


@write
def draw_area(
    *, name: str, parent: Area, geometry: dict[str, Any], by: Actor | None = None, at: datetime
) -> Area:
    """Create an area inside `parent`; drawing the same name there again replaces its border.

    `geometry` is a GeoJSON Polygon or MultiPolygon in WGS84. Raises `Invalid` with a sentence for the field.
    """
    name = typed.name("name", name)
    if not typed.searchable(name):
        raise Invalid({"name": "Geef het gebied een naam met letters of cijfers."})
    try:
        if has_large_hole(geometry):
            raise Invalid({"geometry": "Een gat in het vlak is groter dan het vlak zelf. Kijk de punten na."})
        shape = from_geojson(to_geojson(from_geojson(geometry)))  # as it is stored: rounded
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise Invalid({"geometry": "Teken een gesloten vlak op de kaart."}) from error
    border = Outline.objects.filter(area=parent).values_list("geometry", flat=True).first()
    if border:
        _check_inside(shape, from_geojson(border), parent.name)
    own = Area.objects.filter(kind=Kind.OWN, parent=parent).order_by("pk")
    same = (one for one in own if typed.folded(one.name) == typed.folded(name))
    area = next(same, None) or Area(code=_free_code(name), kind=Kind.OWN, name=name)
    area.parent = parent
    area.municipality_id, area.district_id = parent.municipality_id, parent.district_id
    area.year = at.year
    area.lon, area.lat = centre(shape)
    area.store()
    Outline.objects.update_or_create(
        area=area, defaults={"geometry": to_geojson(shape), "source": SOURCE, "year": at.year}
    )
    record(facts.AreaDrawn(subject=area.code, **area.where), by=by, at=at)
    return area


def _check_inside(shape: BaseGeometry, border: BaseGeometry, name: str) -> None:
    if not shape.intersects(border):
        raise Invalid({"geometry": said("Dit vlak ligt niet in %(area)s. Kijk de punten na.", area=name)})
    if not is_inside(shape, border):
        outside = "Dit vlak steekt buiten %(area)s. Teken binnen de grens, of kies een groter gebied."
        raise Invalid({"geometry": said(outside, area=name)})


def _free_code(name: str) -> str:
    room = CODE_LENGTH - len(_PREFIX)
    plain = re.sub("[^0-9a-z]+", "-", typed.searchable(name)).strip("-")
    stem = plain.upper() or "GEBIED"
    taken = set(Area.objects.filter(kind=Kind.OWN).values_list("code", flat=True))
    tails = chain([""], (f"-{number}" for number in count(2)))
    codes = (f"{_PREFIX}{stem[: room - len(tail)].rstrip('-')}{tail}" for tail in tails)
    return next(code for code in codes if code not in taken)
