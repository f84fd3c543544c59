"""Areas in a TopoJSON file: borders that neighbours share are stored once, as steps on a coarse grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from middenstip.domain.areas.management.sources.opening import Broken

Point = list[float]
Line = list[Point]
CLOSED = 4  # points: a triangle, and back to the first


def is_topojson(data: Any) -> bool:
    return isinstance(data, dict) and data.get("type") == "Topology" and isinstance(data.get("objects"), dict)


def features_of(data: dict[str, Any], name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each area with its place in the file, as a GeoJSON feature. Raises `Broken`.

    The geometry is None for an area that is smaller than a step of the grid: nothing is left to draw.
    """
    arcs = _arcs(data, name)
    for layer, found in data["objects"].items():
        parts = found.get("geometries") if isinstance(found, dict) else None
        for number, one in enumerate(parts if isinstance(parts, list) else [found], start=1):
            where = f'{name}, laag "{layer}", gebied {number}'
            if not isinstance(one, dict) or not isinstance(one.get("properties"), dict):
                raise Broken(f"{where}: de eigenschappen (properties) ontbreken.")
            geometry = _geometry(one, arcs, where)
            yield where, {"type": "Feature", "properties": one["properties"], "geometry": geometry}


def _arcs(data: dict[str, Any], name: str) -> list[Line]:
    """The borders in degrees: with a `transform` the numbers are steps from point to point."""
    grid = data.get("transform")
    try:
        if grid is None:
            return [[[float(x), float(y)] for x, y in arc] for arc in data["arcs"]]
        (east, north), (west, south) = grid["scale"], grid["translate"]
        return [_placed(arc, (east, north), (west, south)) for arc in data["arcs"]]
    except (KeyError, TypeError, ValueError) as error:
        raise Broken(f"{name}: de lijnen (arcs) van deze TopoJSON kloppen niet.") from error


def _placed(arc: Sequence[Sequence[float]], scale: Sequence[float], corner: Sequence[float]) -> Line:
    x = y = 0.0
    line = []
    for east, north in arc:
        x, y = x + east, y + north
        line.append([x * scale[0] + corner[0], y * scale[1] + corner[1]])
    return line


def _geometry(one: dict[str, Any], arcs: list[Line], where: str) -> dict[str, Any] | None:
    if one.get("type") not in ("Polygon", "MultiPolygon", None):
        raise Broken(f"{where}: dit is geen vlak (Polygon of MultiPolygon).")
    if one.get("type") is None:
        return None
    try:
        polygons = one["arcs"] if one["type"] == "MultiPolygon" else [one["arcs"]]
        rings = [[_ring(ring, arcs) for ring in polygon] for polygon in polygons]
    except (KeyError, TypeError, IndexError) as error:
        raise Broken(f"{where}: een lijn (arc) van dit gebied bestaat niet.") from error
    kept = [_drawn(polygon) for polygon in rings if polygon and _has_surface(polygon[0])]
    return {"type": "MultiPolygon", "coordinates": kept} if kept else None


def _ring(numbers: Sequence[int], arcs: list[Line]) -> Line:
    """The borders of one ring after each other; a negative number is a border walked back."""
    ring: Line = []
    for number in numbers:
        line = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += line[1:] if ring else line
    return ring


def _drawn(polygon: list[Line]) -> list[Line]:
    border, *holes = polygon
    return [border, *(hole for hole in holes if _has_surface(hole))]


def _has_surface(ring: Line) -> bool:
    """Whether the ring goes around something: on a coarse grid a small area becomes a line."""
    if len(ring) < CLOSED:
        return False
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) > 1e-12
