"""The network of an area: themes, initiatives and organisations in three columns, and the same as a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.initiatives.models import THEME_WORDS
from middenstip.domain.matching.selectors.network import Knot, network_in
from middenstip.domain.rooms import path_to
from middenstip.web.shared.places import place_by_code
from middenstip.web.shared.reply import found

STEP, TOP = 30, 20  # between two lines of text, and above the first
LEFT, MIDDLE, RIGHT = 230, 330, 640  # where the words of each column end or begin
MIDDLE_END, WIDTH = 600, 900
LETTER = 7.6  # about the width of a letter
LONGEST = 34  # letters of a name in the drawing; the list has it whole


@require_safe
def network(request: HttpRequest, code: str) -> HttpResponse:
    place = found(place_by_code(code.upper()))
    knots = network_in((place.code, place.kind))
    page = {
        "title": _("Het netwerk van %(name)s") % {"name": place.name},
        "menu": "tribune",
        "crumbs": [{"url": path_to("area", place.code), "label": place.name}],
        "drawing": _drawing(knots) if knots else "",
        "lines": [_line(knot) for knot in knots],
    }
    return render(request, "matching/network.html", page)


def _line(knot: Knot) -> dict[str, Any]:
    return {
        "url": path_to("initiative", knot.public_id),
        "title": knot.title,
        "themes": ", ".join(_theme(slug) for slug in knot.themes),
        "organisations": ", ".join(knot.organisations),
    }


def _drawing(knots: Sequence[Knot]) -> SafeString:
    """Lines between three columns; what is tied stands as near as possible, so that few lines cross."""
    middle = {knot.public_id: TOP + STEP * number for number, knot in enumerate(knots)}
    height = TOP + STEP * len(knots)
    left = _column([(slug, knot.public_id) for knot in knots for slug in knot.themes], middle, height)
    right = _column([(name, knot.public_id) for knot in knots for name in knot.organisations], middle, height)
    lines = [
        *((LEFT + 8, left[slug], MIDDLE - 8, middle[k.public_id]) for k in knots for slug in k.themes),
        *(
            (_end(k.title), middle[k.public_id], RIGHT - 8, right[name])
            for k in knots
            for name in k.organisations
        ),
    ]
    drawn = format_html_join(
        "", '<path class="ms-netlijn" d="M{} {}C{} {} {} {} {} {}"/>', map(_curve, lines)
    )
    words = [
        *((LEFT, y, "end", _theme(slug)) for slug, y in left.items()),
        *((RIGHT, y, "start", _short(name)) for name, y in right.items()),
    ]
    texts = format_html_join("", '<text x="{}" y="{}" text-anchor="{}" dy="5">{}</text>', words)
    dutch = SafeString("" if get_language() == "nl" else ' lang="nl"')
    links = format_html_join(
        "",
        '<a href="{}"{}><text x="{}" y="{}" dy="5">{}</text></a>',
        (
            (path_to("initiative", k.public_id), dutch, MIDDLE, middle[k.public_id], _short(k.title))
            for k in knots
        ),
    )
    return format_html(
        '<svg class="ms-net" viewBox="0 0 {} {}" width="{}" role="group" aria-label="{}">{}{}{}</svg>',
        WIDTH,
        max(height, *left.values(), *right.values(), TOP) + TOP,
        WIDTH,
        _("Lijnen tussen thema’s, initiatieven en organisaties. De lijst eronder zegt hetzelfde."),
        drawn,
        texts,
        links,
    )


def _column(ties: Iterable[tuple[str, str]], middle: dict[str, int], height: int) -> dict[str, float]:
    """The height of each name of a column: in the order of what it is tied to, spread over the drawing."""
    tied: dict[str, list[int]] = {}
    for name, knot in ties:
        tied.setdefault(name, []).append(middle[knot])
    ordered = sorted(tied, key=lambda name: (sum(tied[name]) / len(tied[name]), name))
    step = max(float(STEP), height / max(1, len(ordered)))
    return {name: round(TOP + step * number, 1) for number, name in enumerate(ordered)}


def _curve(line: tuple[float, float, float, float]) -> tuple[float, ...]:
    x1, y1, x2, y2 = line
    half = (x1 + x2) / 2
    return (x1, y1, half, y1, half, y2, x2, y2)


def _theme(slug: str) -> str:
    return _(THEME_WORDS[slug])


def _end(title: str) -> float:
    """About where the words of a title end: a line begins there."""
    return min(MIDDLE_END, MIDDLE + LETTER * len(_short(title)) + 8)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"
