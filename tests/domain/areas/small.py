"""A small invented gemeente, in the formats of CBS, PDOK and the Leefbaarometer."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

HEADERS = (
    '"Wijken en buurten";"Regioaanduiding/Gemeentenaam (naam)";"Regioaanduiding/Soort regio (omschrijving)";'
    '"Regioaanduiding/Codering (code)";"Bevolking/Aantal inwoners (aantal)";'
    '"Bevolking/Leeftijdsgroepen/0 tot 15 jaar (aantal)";'
    '"Bevolking/Leeftijdsgroepen/65 jaar of ouder (aantal)"'
)
ROWS = (
    '"Nederland";"Nederland   ";"Land      ";"NL00      ";17942942;2714040;3677228',
    '"Zonnedal";"Zonnedal    ";"Gemeente  ";"GM0999    ";1200;240;300',
    '"Wijk 01 Kerkdorp";"Zonnedal    ";"Wijk      ";"WK099901  ";1200;240;300',
    '"Dorpshart";"Zonnedal    ";"Buurt     ";"BU09990101";1150;230;290',
    '"Buitengebied";"Zonnedal    ";"Buurt     ";"BU099901A2";50;.;      .',
    '"Buitenland";"Buitenland  ";"Gemeente  ";"GM0998    ";.;.;.',
)


def kwb(*rows: str) -> str:
    """A StatLine CSV with byte order mark."""
    return "\ufeff" + "\n".join([HEADERS, *(rows or ROWS)]) + "\n"


def square(west: float, south: float, size: float = 0.01) -> dict[str, Any]:
    """A GeoJSON square; 0.01 degree is about a kilometre."""
    east, north = west + size, south + size
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def geojson(*features: tuple[dict[str, Any], dict[str, Any] | None]) -> str:
    """A FeatureCollection of (properties, geometry) pairs."""
    rows = [{"type": "Feature", "properties": props, "geometry": geometry} for props, geometry in features]
    return json.dumps({"type": "FeatureCollection", "features": rows})


TWO_BUURTEN = geojson(
    ({"buurtcode": "BU09990101", "buurtnaam": "Dorpshart", "jaar": 2024}, square(6.0, 52.0)),
    ({"buurtcode": "BU099901A2", "buurtnaam": "Buitengebied", "jaar": 2024}, square(6.01, 52.0)),
)


def real(name: str) -> Path:
    """A file of open data outside the repository; skips the test when it is missing."""
    beside = Path(__file__).resolve().parents[4] / "shared" / "data"
    path = Path(os.environ.get("MIDDENSTIP_DATA", beside)) / name
    if not path.exists():
        pytest.skip(f"open data file {name} is not on this machine (MIDDENSTIP_DATA)")
    return path
