"""Positions of rings, clusters and names on the map, so that they do not overlap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from middenstip.web.shared.area_map_shapes import WIDTH, Ground, Shape, plain

APART = 32.0  # units between the centres of two rings that just do not touch
APART_PHONE = 58.0  # the same on a phone, where a ring is drawn twice as large
COVERED = 44.0  # units: at a smaller distance two rings on a phone cover each other's number
CELL = 64.0  # units: the grid of clusters
NODE = 8.0  # units: the grid of free places
LETTER = 7.2  # units: the approximate width of a letter
LINE = 16.0
PLACES = [(right, down) for right in (0, 30, -30) for down in (4, 30, -22, 44, -36)]  # tried for a name


@dataclass(frozen=True)
class Spot:
    """A position on the drawing for point number `index`, or for a cluster of `count` points.

    `moved` is the distance (units) from its right place: its exact position, or anywhere in its area.
    """

    x: float
    y: float
    index: int = 0
    count: int = 1
    moved: float = 0.0


class Paper:
    """Records on a grid which positions are still free."""

    def __init__(self, height: float) -> None:
        across, down = np.arange(0, WIDTH + 1, NODE), np.arange(0, max(height, NODE) + 1, NODE)
        self.nodes = np.array([(x, y) for y in down for x in across])
        self.nearest = np.full(len(self.nodes), np.inf)  # from each node to the nearest placed thing
        self.taken: list[np.ndarray] = []

    def place(
        self, wanted: np.ndarray, inside: BaseGeometry | None = None, apart: float = APART
    ) -> np.ndarray:
        """Take the free position nearest to the wanted one, inside the area if it has room."""
        spot = self._inside(wanted, inside) if inside is not None else None
        if spot is None:
            free = self._is_free(wanted, apart)
            spot = wanted if free else self._closest(wanted, self.nearest >= apart)
        spot = wanted if spot is None else spot
        self.taken.append(spot)
        self.nearest = np.minimum(self.nearest, np.hypot(*(self.nodes - spot).T))
        return spot

    def _inside(self, wanted: np.ndarray, area: BaseGeometry) -> np.ndarray | None:
        within = shapely.contains_xy(area, self.nodes)
        for apart in (APART_PHONE, APART):
            if shapely.contains_xy(area, *wanted) and self._is_free(wanted, apart):
                return wanted
            spot = self._closest(wanted, within & (self.nearest >= apart))
            if spot is not None:
                return spot
        return None

    def _is_free(self, spot: np.ndarray, apart: float = APART) -> bool:
        return all(np.hypot(*(spot - other)) >= apart for other in self.taken)

    def _closest(self, wanted: np.ndarray, allowed: np.ndarray) -> np.ndarray | None:
        some = self.nodes[allowed]
        return some[np.argmin(np.hypot(*(some - wanted).T))] if len(some) else None


def placed(points: Sequence[Mapping[str, Any]], ground: Ground) -> list[Spot]:
    """A position per point, in the same order: exact places first, the others spread inside their area."""
    paper, spots = Paper(ground.height), {}
    wanted, exact = _wanted(points, ground)
    for index in sorted(range(len(points)), key=lambda one: not exact[one]):
        inside = None if exact[index] else ground.surface(points[index]["area"])
        x, y = paper.place(wanted[index], inside)
        is_home = inside is not None and shapely.contains_xy(inside, x, y)
        moved = 0.0 if is_home else float(np.hypot(*(wanted[index] - (x, y))))
        spots[index] = Spot(float(x), float(y), index, moved=moved)
    return [spots[index] for index in range(len(points))]


def is_crowded(spots: Sequence[Spot]) -> bool:
    """Whether rings at these spots cover each other on a phone."""
    at = np.array([(spot.x, spot.y) for spot in spots]).reshape(-1, 2)
    apart = np.hypot(*(at[:, None] - at).T)
    return bool((apart[np.triu_indices(len(at), 1)] < COVERED).any())


def clustered(points: Sequence[Mapping[str, Any]], ground: Ground, apart: float = APART) -> list[Spot]:
    """One cluster per grid cell with points, at the centre of those points; largest first.

    Its `index` is that of the first point. Clusters are at least `apart` from each other, if there is room.
    """
    wanted, _ = _wanted(points, ground)
    cells, first, which, counts = np.unique(
        wanted // CELL, axis=0, return_index=True, return_inverse=True, return_counts=True
    )
    which = which.reshape(-1)
    middles = np.column_stack([np.bincount(which, column) / counts for column in wanted.T])
    paper, spots = Paper(ground.height), []
    for cell in sorted(range(len(cells)), key=lambda one: -counts[one]):
        x, y = paper.place(middles[cell], apart=apart)
        spots.append(Spot(float(x), float(y), int(first[cell]), int(counts[cell])))
    return spots


def named(shapes: Sequence[Shape], spots: Sequence[Spot]) -> list[dict[str, str]]:
    """Names of areas that have room for one, large areas first; small screens hide them (`is-groot`)."""
    boxes = [shapely.box(spot.x - 17, spot.y - 17, spot.x + 17, spot.y + 17) for spot in spots]
    names = []
    for one in sorted(shapes, key=lambda shape: -shape.surface.area):
        width = LETTER * len(one.name)
        if one.surface.bounds[2] - one.surface.bounds[0] < width * 0.8:
            continue
        middle = one.surface.representative_point()
        for right, down in PLACES:
            x, y = middle.x + right, middle.y + down
            box = shapely.box(x - width / 2, y - LINE, x + width / 2, y + LINE / 4)
            fits = width / 2 <= x <= WIDTH - width / 2 and shapely.contains_xy(one.surface, x, y)
            if fits and not any(box.intersects(other) for other in boxes):
                boxes.append(box)
                names.append({"name": one.name, "x": plain(x), "y": plain(y)})
                break
    return names


def _wanted(points: Sequence[Mapping[str, Any]], ground: Ground) -> tuple[np.ndarray, list[bool]]:
    """The wanted position of each point within the drawing, and whether it is its exact place."""
    middle = np.array([WIDTH / 2, ground.height / 2])
    centres = {one.code: _centre(one.surface) for one in reversed(ground.shapes)}
    exact = [point["lon"] is not None and point["lat"] is not None for point in points]
    degrees = np.array([[point["lon"] or 0.0, point["lat"] or 0.0] for point in points], dtype=float)
    wanted = ground.on_paper(degrees.reshape(-1, 2))
    for index, is_exact in enumerate(exact):
        if not is_exact:
            wanted[index] = centres.get(points[index]["area"], middle)
    return np.clip(wanted, 0, [WIDTH, ground.height]), exact


def _centre(surface: BaseGeometry) -> np.ndarray:
    point = surface.representative_point()
    return np.array([point.x, point.y])
