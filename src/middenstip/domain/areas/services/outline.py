"""One outline as somebody pasted or uploaded it: GeoJSON (RFC 7946), checked point by point.

Nothing is guessed: whoever made the file must be able to find the mistake.
"""

from __future__ import annotations

import json
import math
from typing import Any, NoReturn

from middenstip.kernel.verdict import Invalid, Sentence, said

FIELD = "geometry"
CLOSED = 4  # points: a triangle, and back to the first


def read_outline(text: str) -> dict[str, Any]:
    """The Polygon or MultiPolygon in `text`, bare or in one Feature. Raises `Invalid` with line or point."""
    try:
        # Of a whole number with thousands of digits Python makes an error, of such a float infinity.
        data = json.loads(text, parse_int=float, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        _refuse(
            said(
                "Dit is geen GeoJSON. Kijk bij regel %(line)s, kolom %(column)s.",
                line=error.lineno,
                column=error.colno,
            )
        )
    except RecursionError:
        _refuse("Dit is geen GeoJSON. De haakjes zijn te vaak genest.")
    geometry = _only_geometry(data)
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    lines = [line for part in _list(parts) for line in _list(part)]
    if not lines:
        _refuse("Het vlak heeft geen rand. Teken het opnieuw.")
    for number, line in enumerate(lines, start=1):
        _check_line(_list(line), number)
    return {"type": geometry["type"], "coordinates": geometry["coordinates"]}


def _only_geometry(data: Any) -> dict[str, Any]:
    if _kind(data) == "FeatureCollection":
        features = _list(data.get("features"))
        if len(features) != 1:
            _refuse(said("Er staan %(count)s gebieden in. Bewaar er één per keer.", count=len(features)))
        data = features[0]
    if _kind(data) == "Feature":
        data = data.get("geometry")
    if _kind(data) not in ("Polygon", "MultiPolygon") or "coordinates" not in data:
        _refuse("Dit is geen vlak. Het soort moet Polygon of MultiPolygon zijn, met coordinates.")
    found: dict[str, Any] = data
    return found


def _kind(data: Any) -> Any:
    return data.get("type") if isinstance(data, dict) else None


def _check_line(points: list[Any], number: int) -> None:
    for place, point in enumerate(points, start=1):
        where = {"line": number, "point": place}
        if not (isinstance(point, list) and len(point) >= 2 and all(_is_number(one) for one in point[:2])):
            _refuse(said("Lijn %(line)s, punt %(point)s: hier horen twee getallen te staan.", **where))
        if abs(point[0]) > 180 or abs(point[1]) > 90:
            degrees = "Lijn %(line)s, punt %(point)s: dit zijn geen graden. Bewaar het bestand als WGS84."
            _refuse(said(degrees, **where))
        if is_turned(*point[:2]):
            turned = "Lijn %(line)s, punt %(point)s: de breedte staat voor de lengte. Draai ze om."
            _refuse(said(turned, **where))
    if len(points) < CLOSED:
        _refuse(said("Lijn %(line)s heeft te weinig punten. Een vlak heeft er minstens drie.", line=number))
    if points[0] != points[-1]:
        _refuse(said("Lijn %(line)s is niet gesloten. Het laatste punt moet het eerste zijn.", line=number))


def is_turned(longitude: float, latitude: float) -> bool:
    """Whether this is a place in our country, with the latitude first, as many a map writes it."""
    return 50 <= longitude <= 54 and 3 <= latitude <= 8


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        _refuse("De punten staan niet in lijsten. Bewaar het bestand opnieuw als GeoJSON.")
    found: list[Any] = value
    return found


def _is_number(value: Any) -> bool:
    return isinstance(value, float) and math.isfinite(value)


def _refuse_constant(constant: str) -> NoReturn:
    _refuse(said("Er staat %(constant)s in. Dat is geen getal.", constant=constant))


def _refuse(sentence: str | Sentence) -> NoReturn:
    raise Invalid({FIELD: sentence})
