"""Outlines on the drawing: from degrees to units of a 640-wide drawing, and to SVG paths.

Numbers become text here, with a point and few decimals, so that no locale writes them as 12,5.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from shapely.geometry import shape as to_shape
from shapely.geometry.base import BaseGeometry

WIDTH = 640.0
HIGHEST = 560.0  # a tall gemeente is scaled down, so that the map is not as long as a page
MARGIN = 6
DETAIL = 0.8  # units: corners with a smaller effect are left out
KM_PER_DEGREE = 111.32


@dataclass(frozen=True)
class Shape:
    """One area on the drawing."""

    role: str
    code: str
    name: str
    inhabitants: int | None
    surface: BaseGeometry
    square_km: float

    @property
    def path(self) -> str:
        """The SVG path data of its border."""
        return "".join(_ring(ring) for one in shapely.get_parts(self.surface) for ring in _rings(one))


@dataclass(frozen=True)
class Ground:
    """The drawing: its shapes, its size, and the conversion from degrees to units."""

    shapes: Sequence[Shape]
    height: float
    west: float
    north: float
    east_scale: float  # units per degree
    north_scale: float

    @classmethod
    def of(cls, areas: Sequence[Mapping[str, Any]]) -> Ground | None:
        """Scale all areas that have an outline; None when there are none."""
        known = [(one, _surface(one["outline"])) for one in areas if one["outline"]]
        known = [(one, surface) for one, surface in known if not surface.is_empty]
        if not known:
            return None
        west, south, east, north = shapely.union_all(
            [shapely.box(*found.bounds) for _, found in known]
        ).bounds
        squeeze = math.cos(math.radians((south + north) / 2))
        wide, high = max((east - west) * squeeze, 1e-9), max(north - south, 1e-9)
        scale = min(WIDTH / wide, HIGHEST / high)
        spare = (WIDTH / scale / squeeze - (east - west)) / 2  # centre a tall area
        ground = cls((), high * scale, west - spare, north, scale * squeeze, scale)
        per_km = scale / KM_PER_DEGREE
        shapes = [ground._shape(one, surface, per_km) for one, surface in known]
        return cls(_simpler(shapes), ground.height, ground.west, north, scale * squeeze, scale)

    @property
    def box(self) -> str:
        """The viewBox, with room for thick lines."""
        return f"{-MARGIN} {-MARGIN} {plain(WIDTH + 2 * MARGIN)} {plain(self.height + 2 * MARGIN)}"

    @property
    def scale(self) -> str:
        """West and north in degrees, and units per degree east and north, for conversion by a script."""
        return f"{self.west:.6f} {self.north:.6f} {self.east_scale:.4f} {self.north_scale:.4f}"

    def on_paper(self, degrees: np.ndarray) -> np.ndarray:
        """Rows of lon, lat as rows of x, y; y points down."""
        return (degrees - [self.west, self.north]) * [self.east_scale, -self.north_scale]

    def surface(self, code: str) -> BaseGeometry | None:
        """The surface of an area on the drawing; None when it is not drawn."""
        return next((one.surface for one in self.shapes if one.code == code), None)

    def _shape(self, area: Mapping[str, Any], surface: BaseGeometry, per_km: float) -> Shape:
        drawn = shapely.transform(surface, self.on_paper)
        km2 = float(drawn.area) / per_km**2
        return Shape(area["role"], area["code"], area["name"], area["inhabitants"], drawn, km2)


def plain(number: float) -> str:
    """A coordinate: at most one decimal, with a point, no trailing zero."""
    return f"{round(number, 1) + 0.0:g}"


def figure(count: int) -> str:
    """A count for readers, in Dutch notation."""
    return f"{count:,}".replace(",", ".")


def _surface(outline: str) -> BaseGeometry:
    return shapely.make_valid(to_shape(json.loads(outline)))


def _simpler(shapes: list[Shape]) -> list[Shape]:
    """Fewer corners per layer; neighbours keep their shared border."""
    result = []
    for role in ("land", "tint", "link"):
        layer = [one for one in shapes if one.role == role]
        drawn = shapely.coverage_simplify([one.surface for one in layer], DETAIL) if layer else []
        for one, surface in zip(layer, drawn, strict=True):
            kept = one.surface if surface.is_empty else surface
            result.append(Shape(one.role, one.code, one.name, one.inhabitants, kept, one.square_km))
    return result


def _rings(polygon: BaseGeometry) -> list[Any]:
    if polygon.geom_type != "Polygon":  # loose lines that may remain after repair
        return []
    return [polygon.exterior, *polygon.interiors]


def _ring(ring: Any) -> str:
    """One closed line as relative steps in tenths: shorter than absolute points, without rounding drift."""
    tenths = np.rint(shapely.get_coordinates(ring)[:-1] * 10).astype(int)
    moved = np.any(np.diff(tenths, axis=0, prepend=tenths[:1] - 1) != 0, axis=1)
    points = tenths[moved]
    if len(points) < 3:
        return ""
    first, *steps = np.diff(points, axis=0, prepend=[[0, 0]]).tolist()
    line = "".join(f"{_joined(*step)}" for step in steps)
    return f"M{plain(first[0] / 10)} {plain(first[1] / 10)}l{line.lstrip()}z"


def _joined(x: int, y: int) -> str:
    return f" {plain(x / 10)} {plain(y / 10)}".replace(" -", "-")
