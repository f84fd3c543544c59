"""Small drawings of this room: how much of a half says yes, and who is done in the hall.

The words beside a drawing say the same, so a screen reader skips it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from middenstip.kernel.half import Half

WIDE, HIGH = 200, 14
RADIUS, HEART, SIDE = 170, 30, 184
TURN = {Half.RESIDENTS: 90, Half.GOVERNMENT: 210, Half.BUSINESS: 330}  # the middle of the part, in degrees
RINGS = (
    (72, 3),
    (100, 5),
    (126, 7),
    (150, 10),
    (60, 2),
    (113, 6),
    (139, 8),
)  # a radius, and how many dots fit on it


def bar_svg(parts: Sequence[tuple[str, int]], margin: tuple[int, int] | None = None) -> SafeString:
    """A bar of `parts`: (ja, tenzij or nee, a number). `margin`: from and to, in percent of the bar."""
    total = sum(number for _kind, number in parts)
    blocks, begin = [], 0
    for kind, number in parts:
        end = begin + number
        left, right = (round(WIDE * place / max(total, 1)) for place in (begin, end))
        blocks.append((kind, left, max(right - left, 0)))
        begin = end
    drawn = format_html_join("", '<rect class="is-{}" x="{}" y="2" width="{}" height="10"/>', blocks)
    sure = ""
    if margin:
        ends = [round(WIDE * place / 100) for place in margin]
        sure = format_html('<path class="ms-stembalk__marge" d="M{} 7H{}"/>', *ends)
    return format_html(
        '<svg class="ms-stembalk" viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true">'
        '{}{}<path class="ms-stembalk__half" d="M100 0V14"/></svg>',
        WIDE,
        HIGH,
        drawn,
        sure,
    )


def hall_svg(halves: Iterable[Mapping[str, Any]]) -> SafeString:
    """The field with a dot per person in the part of their half: full is done, dashed is not yet."""
    dots = (
        ("is-klaar" if is_done else "is-bezig", x, y)
        for half in halves
        for is_done, (x, y) in zip(half["dots"], _places(Half(half["half"])), strict=False)
    )
    lines = " ".join(f"M{_at(HEART, angle)}L{_at(RADIUS, angle)}" for angle in (30, 150, 270))
    return format_html(
        '<svg class="ms-zaal__veld" viewBox="-{0} -{0} {1} {1}" aria-hidden="true">'
        '<circle r="{2}"/><path d="{3}"/><circle r="{4}"/>{5}</svg>',
        SIDE,
        2 * SIDE,
        RADIUS,
        lines,
        HEART,
        format_html_join("", '<circle class="ms-zaal__stip {}" cx="{}" cy="{}" r="9"/>', dots),
    )


def _places(half: Half) -> Iterator[tuple[int, int]]:
    """Where the people of a half stand: from the heart outwards, and from the middle of their part."""
    for radius, number in RINGS:
        for place in sorted(range(number), key=lambda one: abs(one - (number - 1) / 2)):
            angle = math.radians(TURN[half] + (place - (number - 1) / 2) * 96 / max(number, 3))
            yield round(radius * math.cos(angle)), round(radius * math.sin(angle))


def _at(radius: int, angle: int) -> str:
    turn = math.radians(angle)
    return f"{radius * math.cos(turn):.1f} {radius * math.sin(turn):.1f}"
