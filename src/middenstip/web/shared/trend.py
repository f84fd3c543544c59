"""A value over the years as a small line. The numbers stand in the table beside it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDE, HIGH, EDGE = 120, 32, 4  # units


def trend_svg(points: Sequence[tuple[int, Decimal | None]], label: str) -> SafeString:
    """The line through the known values, by year; a dot on each. Nothing with fewer than two known values."""
    known = [(year, value) for year, value in points if value is not None]
    if len(known) < 2:
        return SafeString("")
    first, last = known[0][0], known[-1][0]
    low, high = min(value for _year, value in known), max(value for _year, value in known)
    spots = [
        (
            EDGE + (WIDE - 2 * EDGE) * (year - first) / (last - first),
            _height(value, low, high),
        )
        for year, value in known
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
    dots = format_html_join(
        "", '<circle cx="{}" cy="{}" r="2.5"/>', [(f"{x:.1f}", f"{y:.1f}") for x, y in spots]
    )
    return format_html(
        '<svg class="ms-trend" viewBox="0 0 120 32" role="img" aria-label="{}">'
        '<polyline points="{}"/>{}</svg>',
        label,
        line,
        dots,
    )


def _height(value: Decimal, low: Decimal, high: Decimal) -> float:
    share = float((value - low) / (high - low)) if high > low else 0.5
    return HIGH - EDGE - (HIGH - 2 * EDGE) * share
