"""Ready pieces of SVG, safe to print: rings, half marks, the table, the field.

Lists call these functions while preparing their rows, because a template tag per card would double the time
of the page. Each piece is drawn once per language and then cached.
"""

from __future__ import annotations

from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from middenstip.kernel.half import ALL_HALVES, Half, halves_missing, halves_of
from middenstip.web.shared import drawing
from middenstip.web.shared.icons import ICONS

_ARC = 9
_GAP = 9


def _safe(*parts: str) -> SafeString:
    return mark_safe("".join(parts))  # noqa: S308 - built here from numbers and escaped words


def half_word(half: Half | str) -> str:
    """The half in lower case, in the language of the reader: *bewoners*."""
    return _(Half(half).value)


@lru_cache(maxsize=128)
def icon(name: str, css: str = "") -> SafeString:
    """An icon of `icons.ICONS`, hidden from screen readers; "" for none. KeyError for an unknown name."""
    if not name:
        return SafeString("")
    classes = f"ms-i {css}".strip()
    return _safe(f'<svg class="{classes}" viewBox="0 0 24 24" aria-hidden="true">', ICONS[name], "</svg>")


@lru_cache(maxsize=2)
def logo() -> SafeString:
    """The logo: the field from above with the ball in the middle, the state in which all three said JA."""
    return _safe(
        '<svg class="ms-logo__veld" viewBox="-24 -24 48 48" aria-hidden="true">'
        '<rect x="-24" y="-24" width="48" height="48" rx="11"/>'
        '<g><path d="M0-11V-24M9.53 5.5 24 13.86M-9.53 5.5-24 13.86"/><circle r="11"/></g>'
        '<circle r="4.6" class="ms-stip"/></svg>'
    )


def ring_words(bits: int) -> str:
    """The content of a ring as a sentence: which halves take part and which are missing."""
    present = ", ".join(half_word(half) for half in halves_of(bits)) or _("nog niemand")
    missing = ", ".join(half_word(half) for half in halves_missing(bits))
    words = _("Doen mee: %(halves)s.") % {"halves": present}
    return words + (" " + _("Ontbreekt: %(halves)s.") % {"halves": missing} if missing else "")


def ring_svg(
    bits: int, number: int | str = "", size: int = 36, *, label: bool = True, ball: bool = False
) -> SafeString:
    """The ring: a filled arc for each half in `bits`, a dashed one for each that is missing.

    `number` is shown in the core (a count, or the number of a point on the map); `size` is 22 to 112 px;
    use `label=False` when the same words are beside it; `ball` puts the ball in the middle, which means
    that all three halves said JA: with fewer halves it raises ValueError.
    """
    if ball and bits != ALL_HALVES:
        raise ValueError("the ball lies in the middle only when all three halves said JA")
    return _ring(bits, str(number), size, label, ball, get_language())


@lru_cache(maxsize=2048)
def _ring(bits: int, number: str, size: int, label: bool, ball: bool, language: str | None) -> SafeString:
    words = f'role="img" aria-label="{escape(ring_words(bits))}"' if label else 'aria-hidden="true"'
    return _safe(
        f'<svg class="ms-ring" viewBox="-12 -12 24 24" width="{size}" height="{size}" {words}>',
        *(f'<path class="ms-boog {css}" d="{path}"/>' for css, path in drawing.ring(bits, _ARC, _GAP)),
        _core(number, ball),
        "</svg>",
    )


def _core(number: str, ball: bool) -> str:
    if number:
        return f'<text class="ms-ring__n" y=".5">{escape(number)}</text>'
    return f'<circle r="{"4.2" if ball else "2.6"}" class="{"ms-stip" if ball else "ms-ring__kern"}"/>'


def half_mark(half: Half | str, css: str = "") -> SafeString:
    """The mark of one half: its place in the circle and its word, in one colour."""
    return _half_mark(Half(half), css, get_language())


@lru_cache(maxsize=64)
def _half_mark(half: Half, css: str, language: str | None) -> SafeString:
    return _safe(
        f'<span class="{f"ms-helft {css}".strip()}">'
        '<svg viewBox="-14 -14 28 28" width="22" height="22" aria-hidden="true">'
        '<circle r="12" class="ms-helft__rand"/>'
        f'<path class="ms-helft__deel" d="{drawing.sector(half, 12)}"/></svg>'
        f"{escape(half_word(half).capitalize())}</span>"
    )


@lru_cache(maxsize=64)
def field_svg(residents: int, government: int, business: int) -> SafeString:
    """The field of the tribune: three equal parts, a dot per party. Hidden: the same words are beside it.

    At most forty dots per half; the figures beside it give the real number.
    """
    counts = dict(zip(Half, (residents, government, business), strict=True))
    slices = "".join(
        f'<g class="ms-vak h-{half.value}"><path class="ms-vak__vlak" d="{drawing.sector(half, 150)}"/>'
        + "".join(
            f'<circle cx="{drawing.number(x)}" cy="{drawing.number(y)}" r="6"/>'
            for x, y in drawing.dots(half, min(count, 40), 50, 140)
        )
        + "</g>"
        for half, count in counts.items()
    )
    return _safe(
        '<svg class="ms-middenveld__svg" viewBox="-170 -170 340 340" aria-hidden="true">'
        '<g class="ms-krijt ms-krijt--ver"><path class="ms-krijt__op" d="M0-150V-1400"/>'
        '<path d="M129.9 75 1429 825M-129.9 75-1429 825"/></g>',
        slices,
        '<g class="ms-krijt"><circle r="150"/><path d="M0 0V-150M0 0 129.9 75M0 0-129.9 75"/></g>'
        '<circle r="13" class="ms-middenveld__gat"/><circle r="5" class="ms-middenveld__krijtstip"/></svg>',
    )
