"""An area that people draw themselves: a square, a village and its fields, the street of the plan."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from middenstip.domain.areas import facts
from middenstip.domain.areas.models import CODE_LENGTH, Area, Kind, Outline, folded
from middenstip.domain.areas.services.shapes import centre, from_geojson, to_geojson
from middenstip.journal.record import record
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, said
from middenstip.kernel.write import write

SOURCE = "zelf getekend"
_PREFIX = "EIGEN-"


@write
def draw_area(
    *, name: str, parent: Area, geometry: dict[str, Any], by: Actor | None = None, at: datetime
) -> Area:
    """An own area inside `parent`; drawing the same name there again moves its border.

    `geometry` is a GeoJSON Polygon or MultiPolygon in WGS84. Raises `Invalid` with the field's sentence.
    """
    if not folded(name):
        raise Invalid({"name": "Geef het gebied een naam met letters of cijfers."})
    try:
        shape = from_geojson(geometry)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise Invalid({"geometry": "Teken een gesloten vlak op de kaart."}) from error
    border = Outline.objects.filter(area=parent).values_list("geometry", flat=True).first()
    if border and not shape.intersects(from_geojson(border)):
        raise Invalid(
            {"geometry": said("Dit vlak ligt niet in %(area)s. Kijk de punten na.", area=parent.name)}
        )
    area = Area.objects.filter(kind=Kind.OWN, parent=parent, name=name).first() or Area(
        code=_free_code(name), kind=Kind.OWN, name=name
    )
    area.parent = parent
    area.municipality_id, area.district_id = parent.municipality_id, parent.district_id
    area.year = at.year
    area.lon, area.lat = centre(shape)
    area.store()
    Outline.objects.update_or_create(
        area=area, defaults={"geometry": to_geojson(shape), "source": SOURCE, "year": at.year}
    )
    record(facts.AreaDrawn(subject=area.public_id, **area.where), by=by, at=at)
    return area


def _free_code(name: str) -> str:
    room = CODE_LENGTH - len(_PREFIX)
    stem = folded(name).replace(" ", "-").upper()
    taken = set(Area.objects.filter(kind=Kind.OWN).values_list("code", flat=True))
    for tail in ("", *(f"-{number}" for number in range(2, len(taken) + 3))):
        code = f"{_PREFIX}{stem[: room - len(tail)].rstrip('-')}{tail}"
        if code not in taken:
            return code
    raise AssertionError("more codes than areas were tried")
