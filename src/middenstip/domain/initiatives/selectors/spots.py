"""Where initiatives are, for a map with streets: one by one, or how many in each cell of a grid."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.db.models import Avg, Count, F, Max, Min, QuerySet
from django.db.models.functions import Floor

from middenstip.domain.areas.models import Area, column_of
from middenstip.domain.initiatives.models import Initiative

COLUMNS = ("public_id", "title", "lon", "lat")
CELLS = 10  # across a box and down
LEAST = 1e-6  # degrees, the smallest cell: ten centimetres


class Box(NamedTuple):
    """A piece of the map, in WGS84 degrees."""

    west: float
    south: float
    east: float
    north: float


class Cell(NamedTuple):
    """The initiatives in one cell: how many, their middle, and one of them."""

    number: int
    lon: float
    lat: float
    public_id: str
    title: str


def spots(area: tuple[str, str], box: Box | None, limit: int) -> list[dict[str, Any]]:
    """The public initiatives with a point in this area (code and kind) and box, newest first. One query."""
    rows = _with_point(area, box).order_by("-submitted_at", "-pk")
    return list(rows.values(*COLUMNS)[:limit])


def cells(area: tuple[str, str], box: Box | None) -> list[Cell]:
    """The same, counted on a grid of `CELLS` by `CELLS`. One query, or two without a box."""
    rows = _with_point(area, box)
    around = box or _around(rows)
    wide, high = ((most - least) / CELLS for least, most in zip(around[:2], around[2:], strict=True))
    grid = rows.annotate(
        column=Floor((F("lon") - around.west) / max(wide, LEAST)),
        row=Floor((F("lat") - around.south) / max(high, LEAST)),
    )
    found = (
        grid.order_by()
        .values("column", "row")
        .annotate(
            number=Count("*"),
            middle_lon=Avg("lon"),
            middle_lat=Avg("lat"),
            one=Min("public_id"),
            name=Min("title"),
        )
    )
    return sorted(
        Cell(*row) for row in found.values_list("number", "middle_lon", "middle_lat", "one", "name")
    )[::-1]


def _with_point(area: tuple[str, str], box: Box | None) -> QuerySet[Initiative]:
    code, kind = area
    rows = Initiative.objects.public().filter(
        **{column_of(kind): Area.objects.filter(code=code).values("pk")[:1]}, lon__isnull=False
    )
    if box:
        rows = rows.filter(lon__range=(box.west, box.east), lat__range=(box.south, box.north))
    return rows


def _around(rows: QuerySet[Initiative]) -> Box:
    """The smallest box around all of them."""
    found = rows.order_by().aggregate(west=Min("lon"), south=Min("lat"), east=Max("lon"), north=Max("lat"))
    return Box(**{name: value or 0.0 for name, value in found.items()})
