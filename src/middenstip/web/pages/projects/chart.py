"""The money over time as a drawn line: SVG made on the server."""

from __future__ import annotations

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from middenstip.domain.projects.method import Outlook
from middenstip.methods.runway import Course, amount, spoken

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 640, 260, 84, 34, 16
LONGEST = 36  # months that are drawn
AFTER = 3  # months after the certain end
LINES = (("zeker", "ms-loop__zeker"), ("verwacht", "ms-loop__verwacht"), ("hoopvol", "ms-loop__hoopvol"))


def line_chart(outlook: Outlook) -> SafeString:
    """The balance at the end of each month in three scenarios, and where the certain money ends."""
    shown = _shown(outlook)
    courses = {one.scenario.name: one for one in outlook.courses}
    values = [month.closing for name, _css in LINES for month in courses[name].months[:shown]]
    low, high = min(0, *values), max(100, *values)

    def x(place: int) -> float:
        return LEFT + place * (WIDTH - LEFT - 12) / max(1, shown - 1)

    def y(cents: int) -> float:
        return TOP + (high - cents) * (HEIGHT - TOP - BOTTOM) / (high - low)

    parts = [
        f'<svg class="ms-loop" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"',
        f' aria-label="{escape(_label(outlook))}">',
        f'<path class="ms-loop__nul" d="M{LEFT} {y(0):.1f}H{WIDTH - 12}"/>',
        *(_tick(y(value), value) for value in {low, 0, high}),
    ]
    for name, css in reversed(LINES):
        points = " ".join(
            f"{x(place):.1f},{y(month.closing):.1f}"
            for place, month in enumerate(courses[name].months[:shown])
        )
        parts.append(f'<polyline class="{css}" points="{points}"/>')
    parts += _months(courses["zeker"], shown, x)
    left = outlook.certain.left
    if left is not None and left < shown:
        anchor = "end" if left > shown / 2 else "start"
        where = f'x="{x(left):.1f}" y="{y(0) + 24:.1f}" text-anchor="{anchor}"'
        said = escape(_("op in %(month)s") % {"month": spoken(outlook.certain.start + left)})
        parts.append(f'<circle class="ms-loop__op" cx="{x(left):.1f}" cy="{y(0):.1f}" r="6"/>')
        parts.append(f'<text class="ms-loop__zegt" {where}>{said}</text>')
    return mark_safe("".join([*parts, "</svg>"]))  # noqa: S308 - numbers and escaped words


def _shown(outlook: Outlook) -> int:
    """Until some months after the certain end, and a year at least."""
    left = outlook.certain.left
    wanted = LONGEST if left is None else left + AFTER
    return min(max(wanted, 12), LONGEST, len(outlook.certain.months))


def _label(outlook: Outlook) -> str:
    return _("Geld per maand. %(sentence)s") % {"sentence": outlook.sentences[0]}


def _tick(height: float, value: int) -> str:
    said = escape(amount(value // 100 * 100))
    return f'<text class="ms-loop__maat" x="{LEFT - 8}" y="{height + 4:.1f}" text-anchor="end">{said}</text>'


def _months(course: Course, shown: int, x: object) -> list[str]:
    """The name of every third month, with the year below the first of a year."""
    found = []
    for place in range(0, shown, 3 if shown <= 18 else 6):
        month = course.start + place
        name = spoken(month).split()[0][:3]
        label = f"{name} {month // 12}" if place == 0 or month % 12 < 3 else name
        found.append(
            f'<text class="ms-loop__maat" x="{x(place):.1f}" y="{HEIGHT - 10}"'  # type: ignore[operator]
            f' text-anchor="middle">{escape(label)}</text>'
        )
    return found
