"""Outlines of PDOK (wijkenbuurten, gebiedsindelingen) and CBS, and the Leefbaarometer with its scores.

A file may be GeoJSON, TopoJSON or a GeoPackage; which one is read from its content, not from its name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

import shapely
from shapely.geometry import shape

from middenstip.domain.areas.management.sources import geopackage, topojson
from middenstip.domain.areas.management.sources.columns import Ambiguous, number, squeezed
from middenstip.domain.areas.management.sources.kwb import ABROAD, SOURCE
from middenstip.domain.areas.management.sources.opening import Broken, read_text
from middenstip.domain.areas.models import CODE_PATTERNS
from middenstip.domain.areas.services import FigureData, OutlineData
from middenstip.domain.areas.services.outline import is_turned
from middenstip.domain.areas.services.shapes import crossing, from_geojson, simplify, to_geojson

LIVABILITY_SOURCE = "Leefbaarometer, ministerie van BZK"
CODES = ("buurtcode", "wijkcode", "gemeentecode", "statcode", "code")  # the most specific first
YEARS = ("jaar", "year", "jrstatcode", "jaarstatcode")
PDOK = {
    "inhabitants": "aantalinwoners",
    "share_0_14": "percentagepersonen0tot15jaar",
    "share_65_plus": "percentagepersonen65jaarenouder",
    "share_one_person": "percentageeenpersoonshuishoudens",
}
LIVABILITY = {
    "livability_class": "kscore",
    "livability_housing": "kwon",
    "livability_surroundings": "kfys",
    "livability_amenities": "kvrz",
    "livability_cohesion": "ksoc",
    "livability_safety": "konv",
}
MOST_POINTS = 200_000  # of one area: the finest border of the country has a fifth of it
MENDED = 0.01  # of its surface: what mending a border may change, for two corners that rounding swapped
WEST, SOUTH, EAST, NORTH = 3.0, 50.5, 7.5, 54.0  # degrees: around the European part of the Netherlands
_CODE = re.compile("|".join(CODE_PATTERNS[kind] for kind in list(CODE_PATTERNS)[:3]))


@dataclass
class Outlines:
    """The outlines and figures in one file; `coarse`: areas too small for the grid of a TopoJSON."""

    outlines: list[OutlineData] = field(default_factory=list)
    figures: list[FigureData] = field(default_factory=list)
    coarse: set[str] = field(default_factory=set)


def read_outline_file(path: Path, year: int | None, only: str = "", metres: float = 0) -> Outlines:
    """The same as `read_outlines`, of a file of any kind."""
    if geopackage.is_geopackage(path):
        return _collected(geopackage.features_of(path), year, only, metres)
    return read_outlines(read_text(path), path.name, year, only, metres)


def read_outlines(text: str, name: str, year: int | None, only: str = "", metres: float = 0) -> Outlines:
    """The outlines, and the figures in their properties. Raises `Broken` with the feature and property.

    `metres` above 0 simplifies the outlines; neighbours keep a shared border.
    """
    return _collected(features_in(text, name), year, only, metres)


def _collected(
    features: Iterable[tuple[str, dict[str, Any]]], year: int | None, only: str, metres: float
) -> Outlines:
    found, seen = Outlines(), set()
    for where, feature in features:
        properties = {squeezed(key): value for key, value in feature["properties"].items()}
        key = next((one for one in CODES if properties.get(one)), "")
        code = str(properties.get(key, "")).strip()
        if not key:
            raise Broken(f"{where}: geen eigenschap met een code ({', '.join(CODES)}).")
        if not _CODE.match(code):
            raise Broken(f'{where}, eigenschap "{key}": "{code[:20]}" is geen code van CBS.')
        is_water = str(properties.get("water", "")).upper() == "JA"
        if code[2:6] == ABROAD or is_water or only not in ("", f"GM{code[2:6]}"):
            continue
        when = _year(properties, where) or year
        if when is None:
            raise Broken(f"{where}: het jaar ontbreekt. Geef het met --year.")
        if (code, when) in seen:
            raise Broken(f'{where}, eigenschap "{key}": {code} staat er twee keer in.')
        seen.add((code, when))
        is_livability = "kscore" in properties
        source = LIVABILITY_SOURCE if is_livability else SOURCE
        is_grid = bool(feature.get("is_grid"))
        if is_grid and feature["geometry"] is None:
            found.coarse.add(code)
            continue
        geometry = _geometry(feature.get("geometry"), where, is_grid=is_grid)
        found.outlines.append(OutlineData(code, geometry, when, source))
        for figure, stem in (LIVABILITY if is_livability else PDOK).items():
            if stem in properties:
                value = _value(properties, stem, where)
                found.figures.append(FigureData(code, figure, value, when, source))
    if metres > 0:
        found.outlines = simplified(found.outlines, metres)
    return found


def simplified(outlines: list[OutlineData], metres: float) -> list[OutlineData]:
    """The same outlines with fewer corners. Each level (GM, WK, BU) is done apart, because levels overlap."""
    result = []
    for level in ("GM", "WK", "BU"):
        some = [one for one in outlines if one.code.startswith(level)]
        shapes = simplify([from_geojson(one.geometry) for one in some], metres)
        result += [
            OutlineData(one.code, to_geojson(shape), one.year, one.source)
            for one, shape in zip(some, shapes, strict=True)
        ]
    return result


def features_in(text: str, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each area in a GeoJSON or TopoJSON text with its place. Raises `Broken`."""
    try:
        data = json.loads(text, parse_constant=_no_constant)
    except (json.JSONDecodeError, RecursionError) as error:
        at = f", regel {error.lineno}, kolom {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise Broken(f"{name}{at}: dit is geen GeoJSON (de JSON klopt niet).") from error
    except ValueError as error:
        raise Broken(f"{name}: er staat {error} in, dat is geen getal.") from error
    if topojson.is_topojson(data):
        for where, feature in topojson.features_of(data, name):
            yield where, feature | {"is_grid": True}
        return
    features = data.get("features") if isinstance(data, dict) else None
    if (
        not isinstance(data, dict)
        or data.get("type") != "FeatureCollection"
        or not isinstance(features, list)
    ):
        raise Broken(f"{name}: dit is geen GeoJSON met gebieden (FeatureCollection).")
    for position, feature in enumerate(features, start=1):
        where = f"{name}, gebied {position}"
        if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
            raise Broken(f"{where}: de eigenschappen (properties) ontbreken.")
        yield where, feature


def _no_constant(constant: str) -> NoReturn:
    raise ValueError(constant)


def _year(properties: Mapping[str, object], where: str) -> int | None:
    for key in YEARS:
        if properties.get(key):
            start = str(properties[key])[:4]
            if not re.match(r"^(19|20)\d\d$", start):
                raise Broken(f'{where}, eigenschap "{key}": "{start}" is geen jaar.')
            return int(start)
    return None


def _value(properties: Mapping[str, object], key: str, where: str) -> Decimal | None:
    try:
        return number(properties[key])
    except Ambiguous as error:
        raise Broken(f'{where}, eigenschap "{key}": {error}') from error
    except ValueError as error:
        raise Broken(f'{where}, eigenschap "{key}": "{str(error)[:30]}" is geen getal.') from error


def _geometry(geometry: object, where: str, *, is_grid: bool) -> dict[str, Any]:
    """The border, mended and checked; on a grid (TopoJSON) neighbours may cross by a step."""
    if not isinstance(geometry, dict) or geometry.get("type") not in ("Polygon", "MultiPolygon"):
        raise Broken(f'{where}, "geometry": dit is geen vlak (Polygon of MultiPolygon).')
    try:
        drawn = shape(geometry)
        points = int(shapely.get_num_coordinates(drawn))
        found = None if points > MOST_POINTS else from_geojson(geometry)
        west, south, east, north = drawn.bounds
    except Exception as error:
        raise Broken(f'{where}, "geometry": de lijn is niet gesloten of heeft te weinig punten.') from error
    if found is None:
        raise Broken(
            f'{where}, "geometry": deze grens heeft {points} punten, dat mogen er {MOST_POINTS} zijn.'
            " Haal de grenzen gegeneraliseerd op."
        )
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise Broken(f'{where}, "geometry": dit zijn geen graden. Haal het bestand op in WGS84 (EPSG:4326).')
    if is_turned(west, south):
        raise Broken(
            f'{where}, "geometry": de breedte staat voor de lengte. Eerst de lengte, dan de breedte.'
        )
    if not (west >= WEST and east <= EAST and south >= SOUTH and north <= NORTH):
        raise Broken(f'{where}, "geometry": deze grens ligt niet in Nederland.')
    if not is_grid and abs(found.area - drawn.area) > MENDED * found.area:
        at = _crossed(geometry)
        raise Broken(f'{where}, "geometry": de grens kruist zichzelf{at}. Haal het bestand opnieuw op.')
    return to_geojson(found)


def _crossed(geometry: dict[str, Any]) -> str:
    try:
        place = crossing(geometry)
    except ValueError:
        return ""
    return f" bij lengte {place[0]:.5f}, breedte {place[1]:.5f}" if place else ""
