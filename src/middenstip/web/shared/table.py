"""The drawing of a table: three equal halves with their answers and seats, and the ball."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop

from middenstip.kernel.half import Half
from middenstip.web.shared import drawing
from middenstip.web.shared.svg import half_word

RADIUS = 170
GAP = 7
CENTRE = "midden"
SILENT = "stil"
STATES = {
    "ja": _noop("JA"),
    "tenzij": _noop("nee, tenzij"),
    "nee": _noop("nee"),
    "open": _noop("nog open"),
    "missing": _noop("ontbreekt"),
    SILENT: _noop("geen antwoord"),
}
_LOOKS = {SILENT: "open"}  # drawn like a half that can still answer
_LOUD = ("ja", "tenzij", "nee")
_SEATS = {"x": "is-er", "o": "is-weg", ".": "is-leeg"}
_WORDS_AT = {Half.RESIDENTS: (0, 96), Half.GOVERNMENT: (-72, -66), Half.BUSINESS: (70, -66)}
_BALL_AT = {Half.RESIDENTS: 90, Half.GOVERNMENT: 182, Half.BUSINESS: 358}


def table_svg(
    states: Mapping[str, str], seats: Mapping[str, str] | None = None, ball: str = "", size: int = 0
) -> SafeString:
    """The table as one picture with its meaning in words.

    `states`: half → ja, tenzij, nee, open, stil or missing (a half that is left out is missing). `seats`:
    half → one sign per seat: `x` is here, `o` is away, `.` empty; more than seven become a number.
    `ball`: a half, or "midden", which is valid only with three times ja. `size` in px, 0 = full width.
    Raises KeyError for an unknown state, ValueError for a ball in the middle without three times ja.
    """
    said = tuple(states.get(half.value, "missing") for half in Half)
    if ball == CENTRE and set(said) != {"ja"}:
        raise ValueError("the ball lies in the middle only when all three halves said JA")
    chairs = tuple((seats or {}).get(half.value, "") for half in Half)
    return _table(said, chairs, ball, size, get_language())


def table_words(said: tuple[str, ...], chairs: tuple[str, ...], ball: str) -> str:
    """The content of the drawing, as sentences."""
    parts = []
    for half, state, places in zip(Half, said, chairs, strict=True):
        words = f"{half_word(half)}: {_(STATES[state])}"
        if places:
            words += " (" + _("%(here)s van de %(all)s stoelen bezet") % _count(places) + ")"
        parts.append(words)
    sentence = _("De tafel.") + " " + "; ".join(parts) + "."
    if not ball:
        return sentence
    where = _("het midden") if ball == CENTRE else half_word(ball)
    return sentence + " " + _("De bal ligt bij %(where)s.") % {"where": where}


def _count(places: str) -> dict[str, int]:
    return {"here": places.count("x"), "all": len(places)}


@lru_cache(maxsize=512)
def _table(
    said: tuple[str, ...], chairs: tuple[str, ...], ball: str, size: int, language: str | None
) -> SafeString:
    edge = 224 if any(chairs) else 180
    sides = f' width="{size}" height="{size}"' if size else ""
    parts = [
        f'<svg class="ms-tafel" viewBox="{-edge} {-edge} {2 * edge} {2 * edge}"{sides} role="img" '
        f'aria-label="{escape(table_words(said, chairs, ball))}">'
    ]
    for half, state, places in zip(Half, said, chairs, strict=True):
        parts += [_slice(half, state), _words(half, state), _chairs(half, places)]
    parts += ['<circle r="24" class="ms-tafel__plek"/>', _ball(ball), "</svg>"]
    return mark_safe("".join(parts))  # noqa: S308 - built here from numbers and escaped words


def _slice(half: Half, state: str) -> str:
    look = _LOOKS.get(state, state)
    path = f'<path class="ms-tafel__vak is-{look}" d="{drawing.sector(half, RADIUS, GAP)}"/>'
    if state != "tenzij":
        return path
    return path + (
        f'<path class="ms-tafel__rand" d="{drawing.edge(half, RADIUS - 6, GAP)}"/>'
        f'<path class="ms-tafel__lijn" d="{drawing.edge(half, RADIUS - 12, GAP)}"/>'
    )


def _words(half: Half, state: str) -> str:
    x, y = _WORDS_AT[half]
    y -= 8 if state == "tenzij" else 0  # two lines, and room for the ball below them
    lines = _(STATES[state]).upper() if state in _LOUD else _(STATES[state])
    rows = lines.split(" ") if state == "tenzij" else [lines]
    return (
        f'<g class="ms-tafel__tekst is-{_LOOKS.get(state, state)}" aria-hidden="true">'
        f'<text x="{x}" y="{y - 8}" class="ms-tafel__naam">{escape(half_word(half).capitalize())}</text>'
        + "".join(
            f'<text x="{x}" y="{y + 20 + 24 * row}" class="ms-tafel__ja">{escape(line)}</text>'
            for row, line in enumerate(rows)
        )
        + "</g>"
    )


def _chairs(half: Half, places: str) -> str:
    if len(places) > drawing.MOST_SEATS:
        x, y = drawing.polar(208, drawing.middle(half))
        here = "{here}/{all}".format(**_count(places))
        return (
            f'<g transform="translate({drawing.number(x)} {drawing.number(y)})" class="ms-stoel is-veel">'
            f'<rect x="-30" y="-15" width="60" height="30" rx="15"/><text y="1">{here}</text></g>'
        )
    # Bewoners are at the bottom: there too seats are read from left to right.
    order = places[::-1] if half is Half.RESIDENTS else places
    return "".join(
        _chair(sign, x, y) for sign, (x, y) in zip(order, drawing.seats(half, len(places), 198), strict=True)
    )


def _chair(sign: str, x: float, y: float) -> str:
    tick = '<path d="m-5 .5 3.5 3.5 6.5-7.5"/>' if sign == "x" else ""
    place = f"{drawing.number(x)} {drawing.number(y)}"
    return f'<g transform="translate({place})" class="ms-stoel {_SEATS[sign]}"><circle r="12"/>{tick}</g>'


def _ball(ball: str) -> str:
    if not ball:
        return ""
    x, y = (0.0, 0.0) if ball == CENTRE else drawing.polar(52, _BALL_AT[Half(ball)])
    return f'<circle cx="{drawing.number(x)}" cy="{drawing.number(y)}" r="13" class="ms-tafel__bal"/>'
