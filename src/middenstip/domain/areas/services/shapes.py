"""Outlines as geometry: make valid, simplify without gaps between neighbours, join.

Degrees are scaled to metres at the latitude of the middle of the Netherlands (52.2 degrees north). The error
is at most 2 % in the whole country, which is precise enough for a tolerance.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

METRES_PER_DEGREE = 111_320.0
_SCALE = np.array([METRES_PER_DEGREE * math.cos(math.radians(52.2)), METRES_PER_DEGREE])
SEAM = 2.0  # metres: neighbours separated by rounding still count as touching
SLIVER = 5000.0  # square metres
INSIDE = 0.99  # the part of the surface of a drawn area that lies inside its parent
GAP = 200.0  # metres: a narrower gap is the difference between a fine and a coarse outline


def from_geojson(geometry: dict[str, Any]) -> BaseGeometry:
    """A valid flat shape in degrees. Raises `ValueError` when it has no surface."""
    found = polygons_of(shapely.make_valid(shapely.force_2d(shape(geometry))))
    if found.is_empty:
        raise ValueError("no surface")
    return found


def crossing(geometry: dict[str, Any]) -> tuple[float, float] | None:
    """Where the border crosses or touches itself; None when it never does. It stops at the first place.

    Raises `ValueError` when it is no surface for another reason.
    """
    why = shapely.is_valid_reason(shape(geometry))
    place = re.fullmatch(r".*elf-intersection\[(\S+) (\S+)\]", why)
    if place is None and why != "Valid Geometry":
        raise ValueError(why)
    return (float(place[1]), float(place[2])) if place else None


def to_geojson(found: BaseGeometry, decimals: int = 6) -> dict[str, Any]:
    """GeoJSON with this number of decimals; six decimals are 0.1 metre."""
    rounded = shapely.transform(found, lambda points: points.round(decimals))
    plain: dict[str, Any] = mapping(rounded)
    return {"type": plain["type"], "coordinates": plain["coordinates"]}


def centre(found: BaseGeometry) -> tuple[float, float]:
    """A point (lon, lat) that is guaranteed to lie inside."""
    point = found.representative_point()
    return round(point.x, 5), round(point.y, 5)


def simplify(shapes: Sequence[BaseGeometry], metres: float) -> list[BaseGeometry]:
    """Fewer corners with the same shared borders (Visvalingam-Whyatt on the whole coverage).

    A shape that would disappear is returned unchanged.
    """
    flat = [shapely.transform(one, lambda points: points * _SCALE) for one in shapes]
    smooth = shapely.coverage_simplify(flat, metres)
    safe = [_in_degrees(one) for one in smooth]
    return [old if new.is_empty else new for old, new in zip(shapes, safe, strict=True)]


def join(shapes: Sequence[BaseGeometry]) -> BaseGeometry:
    """One shape made of neighbours, with the seams closed."""
    flat = [shapely.transform(one, lambda points: points * _SCALE) for one in shapes]
    closed = shapely.union_all([one.buffer(SEAM, join_style="mitre") for one in flat])
    whole = polygons_of(closed.buffer(-SEAM, join_style="mitre").simplify(SEAM / 2))
    parts = [_without_slivers(one) for one in shapely.get_parts(whole)]
    return _in_degrees(shapely.union_all(parts))


def fill_gaps(fine: BaseGeometry, coarse: BaseGeometry) -> BaseGeometry:
    """`fine` without holes, plus the parts of `coarse` that it lacks over more than `GAP` metres."""
    outer = [shapely.make_valid(shapely.Polygon(one.exterior)) for one in shapely.get_parts(fine)]
    solid = polygons_of(shapely.union_all(outer))
    lacking = shapely.transform(coarse.difference(solid), lambda points: points * _SCALE)
    wide = lacking.buffer(-GAP / 2, join_style="mitre").buffer(GAP, join_style="mitre")
    gaps = _in_degrees(wide).intersection(coarse)
    return join([solid, polygons_of(gaps)])


def corners(found: BaseGeometry) -> int:
    """The number of points of its outer border, a measure of its detail."""
    return sum(len(one.exterior.coords) for one in shapely.get_parts(found))


def has_large_hole(geometry: dict[str, Any]) -> bool:
    """Whether a hole is larger than the border around it: making that valid would turn it inside out."""
    borders = [(one.exterior, hole) for one in shapely.get_parts(shape(geometry)) for hole in one.interiors]
    return any(shapely.Polygon(hole).area > shapely.Polygon(border).area for border, hole in borders)


def is_inside(found: BaseGeometry, border: BaseGeometry) -> bool:
    """Whether it lies inside the border, but for a narrow edge: two drawings of one line never match."""
    return bool(found.intersection(border).area >= INSIDE * found.area)


def square_km(found: BaseGeometry) -> float:
    """Its surface in square kilometres."""
    return float(shapely.transform(found, lambda points: points * _SCALE).area) / 1e6


def _in_degrees(flat: BaseGeometry) -> BaseGeometry:
    """From metres back to degrees, made valid again because rounding may let a border touch itself."""
    return polygons_of(shapely.make_valid(shapely.transform(flat, lambda points: points / _SCALE)))


def _without_slivers(polygon: shapely.Polygon) -> BaseGeometry:
    """Without holes smaller than `SLIVER`, which are drawing errors; a real enclave stays."""
    holes = [ring for ring in polygon.interiors if shapely.Polygon(ring).area > SLIVER]
    return shapely.make_valid(shapely.Polygon(polygon.exterior, holes))


def polygons_of(found: BaseGeometry) -> BaseGeometry:
    """Only the polygons: making a border valid may leave loose lines and points behind."""
    if found.geom_type in ("Polygon", "MultiPolygon"):
        return found
    parts = [one for one in shapely.get_parts(found) if one.geom_type in ("Polygon", "MultiPolygon")]
    return shapely.union_all(parts)
