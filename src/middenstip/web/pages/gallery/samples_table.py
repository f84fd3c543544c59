"""Samples of the drawings: the table in every state, and a map with forty points."""

from __future__ import annotations

import json

from django.utils.safestring import SafeString

from middenstip.web.shared.area_map import Drawn, Point, area_map
from middenstip.web.shared.table import table_svg

COLUMNS, ROWS = 4, 3
STEP = 0.022  # degrees


def tables() -> list[dict[str, str | SafeString]]:
    """Name and picture of each state of the table."""
    ja, seven = "ja", "xxxxxxx"
    full = {"bewoners": ja, "overheid": ja, "ondernemers": ja}
    return [
        {"name": "Alle drie zeiden JA", "svg": table_svg(full, dict.fromkeys(full, "xxx"), "midden")},
        {
            "name": "Eén helft zegt nee, tenzij",
            "svg": table_svg(
                full | {"ondernemers": "tenzij"},
                {"bewoners": "xxxxo", "overheid": "xxo", "ondernemers": "oo."},
                "ondernemers",
            ),
        },
        {
            "name": "Eén helft aan tafel",
            "svg": table_svg({"bewoners": "open"}, {"bewoners": "xx"}, "bewoners"),
        },
        {
            "name": "Nee, en zeven stoelen",
            "svg": table_svg(full | {"overheid": "nee"}, dict.fromkeys(full, seven), "overheid"),
        },
        {
            "name": "Meer dan zeven stoelen",
            "svg": table_svg(dict.fromkeys(full, "open"), dict.fromkeys(full, "xxxxxxxxoooo"), "bewoners"),
        },
        {"name": "Nog niemand", "svg": table_svg({})},
    ]


def forty_points() -> SafeString:
    """Twelve square wijken with forty initiatives."""
    areas = [_square(n) for n in range(COLUMNS * ROWS)]
    points: list[Point] = [
        {
            "number": n + 1,
            "lon": 6.01 + n * 67 % 78 / 1000,
            "lat": 52.005 + n * 41 % 50 / 1000,
            "area": f"WK{n % 12:02}",
            "halves": n % 8,
            "label": f"Initiatief {n + 1}",
            "url": f"#punt-{n + 1}",
        }
        for n in range(40)
    ]
    codes = [area["code"] for area in areas]
    urls = dict.fromkeys(codes, "#kaart")
    counts = {code: place % 4 for place, code in enumerate(codes)}
    return area_map(areas, points, title="Kaart van een verzonnen gebied", urls=urls, counts=counts)


def _square(place: int) -> Drawn:
    west, south = 6 + place % COLUMNS * STEP, 52 + place // COLUMNS * STEP
    east, north = west + STEP, south + STEP
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {
        "role": "link",
        "code": f"WK{place:02}",
        "name": f"Wijk {place + 1}",
        "inhabitants": 1000 * place,
        "outline": json.dumps({"type": "Polygon", "coordinates": [ring]}),
    }
