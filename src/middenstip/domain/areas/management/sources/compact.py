"""One gemeente in a small file: codes, names, figures, and outlines as whole numbers.

An outline is a list of polygons, a polygon a list of rings, a ring a flat list of numbers: the first
point and then the step to each next one, in units of 1e-5 degree (about one metre), lon before lat.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from middenstip.domain.areas.management.sources.opening import Broken
from middenstip.domain.areas.models import Area, Figure, Kind, Outline
from middenstip.domain.areas.services import AreaData, FigureData, OutlineData

UNIT = 100_000
CREDITS = {"CBS": "Bron: CBS, CC BY 4.0"}


def to_compact(municipality: str) -> str:
    """The areas of a gemeente with their figures and outlines, as JSON text of one line per part."""
    areas = Area.objects.filter(municipality__code=municipality).exclude(kind=Kind.OWN).order_by("code")
    outlines = Outline.objects.filter(area__in=areas).select_related("area").order_by("area__code")
    figures = (
        Figure.objects.filter(area__in=areas).select_related("area").order_by("key", "year", "area__code")
    )
    sources = sorted({one.source for one in outlines} | {one.source for one in figures})
    parts = {
        "bron": [CREDITS.get(source, f"Bron: {source}") for source in sources],
        "gebieden": [
            [one.code, one.name, one.year, one.inhabitants, one.inhabitants_source] for one in areas
        ],
        "cijfers": _columns(figures),
        "grenzen": [
            # A wijk has no outline here: `from_compact` joins it from its buurten.
            [one.area.code, one.year, sources.index(one.source), _packed(one.geometry)]
            for one in outlines
            if one.area.kind != Kind.DISTRICT
        ],
        "bronnen": sources,
    }
    lines = [
        f'"{key}":{json.dumps(part, ensure_ascii=False, separators=(",", ":"))}'
        for key, part in parts.items()
    ]
    return "{" + ",\n".join(lines) + "}\n"


def from_compact(text: str, name: str) -> tuple[list[AreaData], list[OutlineData], list[FigureData]]:
    """The areas, outlines and figures in a file written by `to_compact`. Raises `Broken`."""
    try:
        data = json.loads(text)
        sources = data["bronnen"]
        areas = [AreaData(*row) for row in data["gebieden"]]
        outlines = [
            OutlineData(code, _unpacked(packed), year, sources[source])
            for code, year, source, packed in data["grenzen"]
        ]
        figures = [
            FigureData(code, key, None if value is None else Decimal(value), year, source)
            for key, year, source, values in data["cijfers"]
            for code, value in values.items()
        ]
    except json.JSONDecodeError as error:
        raise Broken(f"{name}, regel {error.lineno}, kolom {error.colno}: de JSON klopt niet.") from error
    except (KeyError, TypeError, ValueError, IndexError, ArithmeticError) as error:
        raise Broken(f"{name}: dit is geen bestand van --write-compact.") from error
    return areas, outlines, figures


def _columns(figures: Any) -> list[list[Any]]:
    columns: dict[tuple[str, int, str], dict[str, str | None]] = {}
    for one in figures:
        value = None if one.value is None else f"{one.value.normalize():f}"
        columns.setdefault((one.key, one.year, one.source), {})[one.area.code] = value
    return [[*head, values] for head, values in columns.items()]


def _packed(geometry: dict[str, Any]) -> list[list[list[int]]]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [[_steps(ring) for ring in polygon] for polygon in polygons]


def _steps(ring: list[list[float]]) -> list[int]:
    """The ring as differences between points. The last point is left out, because it equals the first."""
    steps, last = [], (0, 0)
    for lon, lat in ring[:-1]:
        point = (round(lon * UNIT), round(lat * UNIT))
        if point != last:
            steps += [point[0] - last[0], point[1] - last[1]]
        last = point
    return steps


def _unpacked(packed: list[list[list[int]]]) -> dict[str, Any]:
    return {"type": "MultiPolygon", "coordinates": [[_ring(ring) for ring in polygon] for polygon in packed]}


def _ring(steps: list[int]) -> list[list[float]]:
    points, lon, lat = [], 0, 0
    for east, north in zip(steps[::2], steps[1::2], strict=True):
        lon, lat = lon + east, lat + north
        points.append([lon / UNIT, lat / UNIT])
    return [*points, points[0]]
