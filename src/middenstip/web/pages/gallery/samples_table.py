"""Samples of the drawings: the table in every state, and a map with forty points."""

from __future__ import annotations

from typing import Any

from django.utils.safestring import SafeString

from middenstip.web.shared.svg import map_point_svg
from middenstip.web.shared.table import table_svg

COLUMNS, ROWS, CELL = 4, 3, 150


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


def area_map() -> dict[str, Any]:
    """Twelve square wijken with forty points and one cluster."""
    areas = [
        {
            "url": f"#wijk-{n}",
            "label": f"Wijk {n + 1}: {n % 4} initiatieven",
            "d": f"M{n % COLUMNS * CELL} {n // COLUMNS * CELL}h{CELL}v{CELL}h-{CELL}z",
            "step": n % 4,
        }
        for n in range(COLUMNS * ROWS)
    ]
    names = [
        {
            "text": f"Wijk {n + 1}",
            "x": n % COLUMNS * CELL + 75,
            "y": n // COLUMNS * CELL + 140,
            "is_wide": n % 2,
        }
        for n in range(COLUMNS * ROWS)
    ]
    points = [
        {
            "url": f"#punt-{n}",
            "x": 30 + n * 67 % 540,
            "y": 30 + n * 41 % 380,
            "svg": map_point_svg(n % 8, n + 1),
        }
        for n in range(40)
    ]
    return {
        "view_box": "-4 -4 608 458",
        "outline": f"M0 0h{COLUMNS * CELL}v{ROWS * CELL}h-{COLUMNS * CELL}z",
        "areas": areas,
        "grounds": areas,
        "names": names,
        "points": points,
        "clusters": [{"url": "#bundel", "x": 480, "y": 380, "count": 57}],
    }
