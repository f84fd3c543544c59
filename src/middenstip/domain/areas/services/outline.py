"""An outline that was pasted or uploaded as GeoJSON (RFC 7946), checked point by point.

The refusal names the line or point, so that the mistake can be found in the file. Nothing is guessed.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any, NoReturn

from middenstip.domain.areas.services.shapes import crossing
from middenstip.kernel import typed
from middenstip.kernel.verdict import Invalid, Sentence, said

FIELD = "geometry"
MOST = 3000  # points: checking takes a second at worst, and a square or a village has a tenth of it
CLOSED = 4  # points: a triangle, and back to the first


def read_outline(text: str) -> dict[str, Any]:
    """The Polygon or MultiPolygon in `text`, alone or in one Feature. Raises `Invalid` with line or point."""
    try:
        # Python raises an error for an integer with thousands of digits, and reads such a float as infinity.
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
    count = sum(len(_list(line)) for line in lines)
    if count > MOST:
        _refuse(said("De grens heeft %(count)s punten. Bewaar haar met hooguit 3000 punten.", count=count))
    for number, line in enumerate(lines, start=1):
        _check_line(_list(line), number)
    outline = {"type": geometry["type"], "coordinates": geometry["coordinates"]}
    _check_crossings(outline)
    return outline


def _check_crossings(outline: dict[str, Any]) -> None:
    """A border that crosses itself a thousand times takes minutes to mend; nobody means to draw one."""
    try:
        found = crossing(outline)
    except ValueError:
        _refuse("Teken een gesloten vlak op de kaart.")
    if found:
        crossed = (
            "De grens kruist of raakt zichzelf bij lengte %(lon)s, breedte %(lat)s. Verzet daar een punt."
        )
        _refuse(said(crossed, lon=f"{found[0]:.5f}", lat=f"{found[1]:.5f}"))


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
    """Whether this is a place in the Netherlands with the latitude first, a common mistake in GeoJSON."""
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


def outline_of_points(text: str) -> str:
    """GeoJSON of the corners that were clicked or typed: one a line, its longitude and latitude in degrees.

    The order of the two does not matter: in the Netherlands they never look alike. Empty lines are skipped.
    """
    corners = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not typed.line(line):
            continue
        found = [float(one.replace(",", ".")) for one in _DEGREES.findall(line)]
        if len(found) != 2:
            raise Invalid({"points": said(NO_POINT, number=number)})
        corners.append(sorted(found))
    if len(corners) < FEWEST:
        raise Invalid({"points": said(TOO_FEW, count=FEWEST)})
    return json.dumps({"type": "Polygon", "coordinates": [[*corners, corners[0]]]})


FEWEST = 3
NO_POINT = "Regel %(number)s is geen punt. Schrijf twee getallen, zoals 6,27105 52,27188."
TOO_FEW = "Een vlak heeft minstens %(count)s hoeken."
_DEGREES = re.compile(r"-?\d+(?:[.,]\d+)?")
