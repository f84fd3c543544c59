"""The drawing of who belongs to an initiative: near takes part, further is asked, at the edge not yet."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from middenstip.domain.initiatives.lifecycle import APPROACHED, BELONGS, JOINS, REFUSES
from middenstip.kernel.half import Half
from middenstip.web.shared import drawing
from middenstip.web.shared.svg import half_word

RADIUS, GAP = 212, 7
RINGS = (100, 158)  # where the next ring begins
ROWS = {JOINS: 70, APPROACHED: 129, BELONGS: 185, REFUSES: 185}  # how far from the middle
LOOKS = {JOINS: "is-er", APPROACHED: "is-weg", BELONGS: "is-leeg", REFUSES: "is-nee"}
DOT = 15
STEP = 35  # between the middles of two dots
ROOM = 96  # degrees of a sector in which dots stand
NAMES = {
    Half.GOVERNMENT: (-222, -202, "start"),
    Half.BUSINESS: (222, -202, "end"),
    Half.RESIDENTS: (0, 238, "middle"),
}

Dot = tuple[int, str]  # the number in the list, and the state


def around_svg(dots: Mapping[str, Sequence[Dot]], bits: int, words: str) -> SafeString:
    """The field around an initiative; `dots` has per half the number and state of every party.

    `bits` are the halves that take part: the ring in the middle. `words` say what the picture shows.
    """
    parts = [
        '<svg class="ms-tafel ms-kring" viewBox="-222 -220 444 468" role="img" ',
        f'aria-label="{escape(words)}">',
    ]
    for half in Half:
        here = dots.get(half.value, ())
        look = "open" if here else "missing"
        parts.append(
            f'<path class="ms-tafel__vak is-{look}" d="{drawing.sector(half, RADIUS, GAP)}"/>'
            + "".join(_line(half, radius) for radius in RINGS)
            + _name(half)
            + (_placed(half, here) if here else _empty(half))
        )
    parts += ['<g class="ms-kring__midden"><circle r="33"/>']
    parts += [f'<path class="ms-boog {css}" d="{path}"/>' for css, path in drawing.ring(bits, 22, 9)]
    parts += ["</g></svg>"]
    return mark_safe("".join(parts))  # noqa: S308 - built here from numbers and escaped words


def dot_svg(number: int | str, state: str) -> SafeString:
    """The same mark beside the words in the list; without a number in the key. Hidden: the words say it."""
    mark = _mark(f"{number}", state, 0, 0)
    head = '<svg class="ms-kring__nr" viewBox="-17 -17 34 34" width="30" height="30" aria-hidden="true">'
    return mark_safe(f"{head}{mark}</svg>")  # noqa: S308 - built here from numbers


def _line(half: Half, radius: float) -> str:
    start, end = drawing.SPAN[half]
    turn = math.degrees(math.asin(GAP / 2 / radius))
    return f'<path class="ms-kring__lijn" d="{drawing.arc(radius, start + turn, end - turn)}"/>'


def _name(half: Half) -> str:
    x, y, anchor = NAMES[half]
    word = escape(half_word(half).capitalize())
    return f'<text class="ms-kring__naam" x="{x}" y="{y}" text-anchor="{anchor}">{word}</text>'


def _empty(half: Half) -> str:
    x, y = drawing.polar(122, drawing.middle(half))
    words = escape(_("nog niemand"))
    return f'<text class="ms-kring__gat" x="{drawing.number(x)}" y="{drawing.number(y)}">{words}</text>'


def _placed(half: Half, here: Sequence[Dot]) -> str:
    rows: dict[int, list[Dot]] = {}
    for number, state in here:
        rows.setdefault(ROWS[state], []).append((number, state))
    return "".join(_row(half, radius, row) for radius, row in rows.items())


def _row(half: Half, radius: int, row: Sequence[Dot]) -> str:
    """One ring of a sector. What does not fit becomes *+4* at the end."""
    step = math.degrees(STEP / radius)
    fits = int(ROOM / step) + 1
    marks = [(f"{number}", state) for number, state in row]
    if len(marks) > fits:
        marks = [*marks[: fits - 1], (f"+{len(marks) - fits + 1}", row[-1][1])]
    first = drawing.middle(half) - (len(marks) - 1) / 2 * step
    # Bewoners are at the bottom: there too numbers are read from left to right.
    order = marks[::-1] if half is Half.RESIDENTS else marks
    points = [drawing.polar(radius, first + place * step) for place in range(len(order))]
    return "".join(_mark(text, state, x, y) for (text, state), (x, y) in zip(order, points, strict=True))


def _mark(text: str, state: str, x: float, y: float) -> str:
    cross = '<path d="M-10.5-10.5 10.5 10.5"/>' if state == REFUSES else ""
    place = f"{drawing.number(x)} {drawing.number(y)}"
    return (
        f'<g transform="translate({place})" class="ms-partij {LOOKS[state]}">'
        f'<circle r="{DOT}"/>{cross}<text y=".5">{escape(text)}</text></g>'
    )
