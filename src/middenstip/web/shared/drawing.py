"""The geometry of the field: three equal halves of exactly 120 degrees, always in the same place.

Angles are degrees on the screen, clockwise from the right; the centre is (0, 0). Bewoners are at the
bottom (nearest to the reader), overheid top left, ondernemers top right, in every drawing.
"""

from __future__ import annotations

import math

from middenstip.kernel.half import Half

Point = tuple[float, float]

SPAN: dict[Half, tuple[int, int]] = {
    Half.RESIDENTS: (30, 150),
    Half.GOVERNMENT: (150, 270),
    Half.BUSINESS: (270, 390),
}
SEAT_STEP = 16  # degrees between two seats at the table
MOST_SEATS = 7  # more seats in a half are shown as a number


def middle(half: Half) -> int:
    """The angle of the middle of a half."""
    start, end = SPAN[half]
    return (start + end) // 2


def polar(radius: float, degrees: float) -> Point:
    """The point at this distance and angle from the centre."""
    angle = math.radians(degrees)
    return radius * math.cos(angle), radius * math.sin(angle)


def number(value: float) -> str:
    """A coordinate: at most two decimals, a point in every language, no negative zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def at(radius: float, degrees: float) -> str:
    """The point at this distance and angle, as SVG writes it."""
    x, y = polar(radius, degrees)
    return f"{number(x)} {number(y)}"


def arc(radius: float, start: float, end: float) -> str:
    """A path along the circle from one angle to another (less than half a turn)."""
    size = number(radius)
    return f"M{at(radius, start)}A{size} {size} 0 0 1 {at(radius, end)}"


def sector(half: Half, radius: float, gap: float = 0.0) -> str:
    """The slice of a half; `gap` is the width of the chalk line between two slices."""
    start, end = SPAN[half]
    turn = math.degrees(math.asin(gap / 2 / radius))
    tip = gap / 2 / math.sin(math.radians(60))
    return f"M{at(tip, middle(half))}L{arc(radius, start + turn, end - turn)[1:]}Z"


def edge(half: Half, radius: float, gap: float = 0.0) -> str:
    """The outer rim of a slice, to stroke with hatching."""
    start, end = SPAN[half]
    turn = math.degrees(math.asin(gap / 2 / radius))
    return arc(radius, start + turn, end - turn)


def ring(bits: int, radius: float, gap: float) -> list[tuple[str, str]]:
    """The three arcs of a ring, each as its class and its path; `gap` in degrees at both ends.

    The class is that of the half when it is in `bits`, else `is-leeg`.
    """
    return [
        (f"h-{half.value}" if bits & half.bit else "is-leeg", arc(radius, start + gap, end - gap))
        for half, (start, end) in SPAN.items()
    ]


def seats(half: Half, count: int, radius: float) -> list[Point]:
    """The positions of the seats of a half, clockwise, around the middle of that half."""
    first = middle(half) - (count - 1) / 2 * SEAT_STEP
    return [polar(radius, first + place * SEAT_STEP) for place in range(count)]


def dots(half: Half, count: int, inner: float, outer: float) -> list[Point]:
    """`count` points spread evenly over a slice, in one to five rows between two radii."""
    rows = min(5, max(1, math.ceil(math.sqrt(count / 3))))
    radii = [inner + (outer - inner) * (row + 0.5) / rows for row in range(rows)]
    start, end = SPAN[half]
    points: list[Point] = []
    for row, radius in enumerate(radii):
        left = count - len(points)
        here = left if row == rows - 1 else round(left * radius / sum(radii[row:]))
        step = (end - start - 20) / max(here, 1)
        points += [polar(radius, start + 10 + step * (place + 0.5)) for place in range(here)]
    return points
