"""Outlines as shapes: valid, simplified without gaps between neighbours, joined.

Degrees are stretched to metres around the middle of the Netherlands (52.2 degrees north): within 2 %
over the whole country, which is enough to choose a tolerance.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

METRES_PER_DEGREE = 111_320.0
_SCALE = np.array([METRES_PER_DEGREE * math.cos(math.radians(52.2)), METRES_PER_DEGREE])
SEAM = 2.0  # metres: neighbours that were rounded apart still count as touching
SLIVER = 5000.0  # square metres
GAP = 200.0  # metres: narrower is the difference between a fine and a coarse drawing


def from_geojson(geometry: dict[str, Any]) -> BaseGeometry:
    """A valid flat shape in degrees. Raises `ValueError` when it is not a surface."""
    found = polygons_of(shapely.make_valid(shapely.force_2d(shape(geometry))))
    if found.is_empty:
        raise ValueError("no surface")
    return found


def to_geojson(found: BaseGeometry, decimals: int = 6) -> dict[str, Any]:
    """GeoJSON with so many decimals; six are 0.1 metre."""
    rounded = shapely.transform(found, lambda points: points.round(decimals))
    plain: dict[str, Any] = mapping(rounded)
    return {"type": plain["type"], "coordinates": plain["coordinates"]}


def centre(found: BaseGeometry) -> tuple[float, float]:
    """A point (lon, lat) that certainly lies inside."""
    point = found.representative_point()
    return round(point.x, 5), round(point.y, 5)


def simplify(shapes: Sequence[BaseGeometry], metres: float) -> list[BaseGeometry]:
    """Fewer corners, with shared borders kept shared (Visvalingam-Whyatt on the whole coverage).

    A shape that would vanish stays as it was.
    """
    flat = [shapely.transform(one, lambda points: points * _SCALE) for one in shapes]
    smooth = shapely.coverage_simplify(flat, metres)
    safe = [_in_degrees(one) for one in smooth]
    return [old if new.is_empty else new for old, new in zip(shapes, safe, strict=True)]


def join(shapes: Sequence[BaseGeometry]) -> BaseGeometry:
    """One shape out of neighbours, seams closed."""
    flat = [shapely.transform(one, lambda points: points * _SCALE) for one in shapes]
    closed = shapely.union_all([one.buffer(SEAM, join_style="mitre") for one in flat])
    whole = polygons_of(closed.buffer(-SEAM, join_style="mitre").simplify(SEAM / 2))
    parts = [_without_slivers(one) for one in shapely.get_parts(whole)]
    return _in_degrees(shapely.union_all(parts))


def fill_gaps(fine: BaseGeometry, coarse: BaseGeometry) -> BaseGeometry:
    """`fine` without holes, and with the parts of `coarse` that it lacks over more than `GAP` metres."""
    outer = [shapely.make_valid(shapely.Polygon(one.exterior)) for one in shapely.get_parts(fine)]
    solid = polygons_of(shapely.union_all(outer))
    lacking = shapely.transform(coarse.difference(solid), lambda points: points * _SCALE)
    wide = lacking.buffer(-GAP / 2, join_style="mitre").buffer(GAP, join_style="mitre")
    gaps = _in_degrees(wide).intersection(coarse)
    return join([solid, polygons_of(gaps)])


def corners(found: BaseGeometry) -> int:
    """How many points its outer border has: how fine it was drawn."""
    return sum(len(one.exterior.coords) for one in shapely.get_parts(found))


def square_km(found: BaseGeometry) -> float:
    """Its surface in square kilometres."""
    return float(shapely.transform(found, lambda points: points * _SCALE).area) / 1e6


def _in_degrees(flat: BaseGeometry) -> BaseGeometry:
    """From metres back to degrees; dividing may make a border touch itself, so it is mended."""
    return polygons_of(shapely.make_valid(shapely.transform(flat, lambda points: points / _SCALE)))


def _without_slivers(polygon: shapely.Polygon) -> BaseGeometry:
    """Without holes that are a slip of the drawing; a real enclave stays."""
    holes = [ring for ring in polygon.interiors if shapely.Polygon(ring).area > SLIVER]
    return shapely.make_valid(shapely.Polygon(polygon.exterior, holes))


def polygons_of(found: BaseGeometry) -> BaseGeometry:
    """Only the surfaces: mending a border may leave loose lines and points behind."""
    if found.geom_type in ("Polygon", "MultiPolygon"):
        return found
    parts = [one for one in shapely.get_parts(found) if one.geom_type in ("Polygon", "MultiPolygon")]
    return shapely.union_all(parts)
