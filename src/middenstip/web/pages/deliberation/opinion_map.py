"""The opinion map as SVG: who answered alike stands close together. The table beside it says the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from middenstip.kernel.half import Half

WIDE, HIGH, EDGE = 480, 320, 16
SHAPES = {
    Half.RESIDENTS: "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0",
    Half.GOVERNMENT: "M-4-4h8v8h-8z",
    Half.BUSINESS: "M0-5l5 9h-10z",
}


def map_svg(dots: Iterable[Sequence[Any]]) -> dict[str, Any]:
    """The drawing, and a row per half: how many people, and where their middle is.

    Every dot is (half, x, y). A half has its own shape, never only a colour.
    """
    known = [(half, float(x), float(y)) for half, x, y in dots if half in set(Half)]
    reach = max((abs(value) for _half, *at in known for value in at), default=0.0) or 1.0
    placed = [(half, _on(x, reach, WIDE), _on(-y, reach, HIGH)) for half, x, y in known]
    marks = format_html_join(
        "",
        '<path class="ms-punt is-{}" d="{}" transform="translate({} {})"/>',
        ((half, SHAPES[Half(half)], x, y) for half, x, y in placed),
    )
    drawing = format_html(
        '<svg class="ms-meningkaart" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>',
        WIDE,
        HIGH,
        _("Kaart van meningen: wie hetzelfde antwoordde, staat bij elkaar. De tabel eronder zegt hetzelfde."),
        marks,
    )
    return {"svg": drawing, "rows": [_row(half, known, reach) for half in Half]}


def shape_svg(half: str) -> SafeString:
    """The mark of a half on the opinion map, for the legend."""
    return format_html(
        '<svg class="ms-meningteken" viewBox="-6 -6 12 12" aria-hidden="true">'
        '<path class="ms-punt" d="{}"/></svg>',
        SHAPES[Half(half)],
    )


def _on(value: float, reach: float, size: int) -> int:
    return round(size / 2 + value / reach * (size / 2 - EDGE))


def _row(half: Half, known: Sequence[tuple[str, float, float]], reach: float) -> dict[str, Any]:
    mine = [(x, y) for one, x, y in known if one == half]
    if not mine:
        return {"half": half.value, "mark": shape_svg(half.value), "number": 0, "middle": ""}
    across, up = (sum(value) / len(mine) / reach for value in zip(*mine, strict=True))
    return {
        "half": half.value,
        "mark": shape_svg(half.value),
        "number": len(mine),
        "middle": _side(across, _("links"), _("rechts"), _side(up, _("onder"), _("boven"))),
    }


def _side(value: float, below: str, above: str, beside: str = "") -> str:
    """In words where a middle lies; `beside` is what the other direction says."""
    side = "" if abs(value) < 0.1 else below if value < 0 else above
    return " ".join(word for word in (side, beside) if word)
