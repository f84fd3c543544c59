"""Figures about an area in Dutch words, each with source, year and the area level it describes."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import TypedDict

from middenstip.domain.areas.models import Area, Figure

UNKNOWN = "niet bekend"

# Per key: the words on the page and the notation of the value; in display order.
WORDS: dict[str, tuple[str, str]] = {
    "inhabitants": ("Inwoners", "count"),
    "share_0_14": ("Jonger dan 15 jaar", "share"),
    "share_65_plus": ("65 jaar of ouder", "share"),
    "share_one_person": ("Huishoudens met één persoon", "percentage"),
    "share_owner_occupied": ("Koopwoningen", "percentage"),
    "home_value": ("Gemiddelde WOZ-waarde van een woning", "thousand euro"),
    "distance_gp": ("Afstand tot de huisarts", "km"),
    "livability_class": ("Hoe prettig is het wonen?", "livability"),
    "livability_housing": ("Zijn de huizen in orde?", "class"),
    "livability_surroundings": ("Is de omgeving fijn?", "class"),
    "livability_amenities": ("Is er genoeg te doen en te halen?", "class"),
    "livability_cohesion": ("Kennen mensen elkaar?", "class"),
    "livability_safety": ("Is het veilig op straat?", "class"),
}

# The class of the middle buurt of the country (the median of the 12,147 buurten of Leefbaarometer 2024), to
# compare with: below it are as many buurten as above it.
COUNTRY = {
    "livability_class": 7,
    "livability_housing": 5,
    "livability_surroundings": 5,
    "livability_amenities": 4,
    "livability_cohesion": 5,
    "livability_safety": 6,
}
COUNTRY_YEAR = 2024
STEPS = 9
# From how many steps lower or higher than the country: the sentence.
COMPARED = {
    -2: "Onder het land.",
    -1: "Iets onder het land.",
    0: "Zoals in de rest van het land.",
    1: "Iets boven het land.",
    2: "Boven het land.",
}

# Leefbaarometer 3.0, classes 1 to 9 of the total score.
LIVABILITY = (
    "Zeer onvoldoende",
    "Ruim onvoldoende",
    "Onvoldoende",
    "Zwak",
    "Voldoende",
    "Ruim voldoende",
    "Goed",
    "Zeer goed",
    "Uitstekend",
)


class FigureLine(TypedDict):
    """One line of figures, ready for the page. `level` is gemeente, wijk, buurt or eigen.

    `step` is the class, 1 to 9, of a figure that has one, else 0."""

    key: str
    word: str
    value: str
    note: str
    source: str
    year: int
    level: str
    is_fallback: bool
    step: int


def figures_for(area: Area) -> list[FigureLine]:
    """The newest known figure per key; if unknown here, that of the wijk, then of the gemeente. One query.

    `is_fallback` marks a figure of such a larger area. A figure that is unknown everywhere is shown as
    *niet bekend*, never as 0.
    """
    steps = [one for one in _steps(area) if one]
    rows = Figure.objects.filter(area__in=steps, key__in=WORDS).select_related("area")
    return figure_lines(area, rows)


def figure_lines(area: Area, rows: Iterable[Figure]) -> list[FigureLine]:
    """The same from figures that were read before, each with its area."""
    steps = _steps(area)
    best: dict[str, Figure] = {}
    for row in sorted(rows, key=lambda one: (one.value is None, steps.index(one.area_id), -one.year)):
        best.setdefault(row.key, row)
    return [_line(key, best[key], area) for key in WORDS if key in best]


def _steps(area: Area) -> list[int | None]:
    return [area.pk, area.parent_id, area.district_id, area.municipality_id]


def _line(key: str, row: Figure, area: Area) -> FigureLine:
    word, style = WORDS[key]
    value, note = (UNKNOWN, "") if row.value is None else written(row.value, style)
    return FigureLine(
        key=key,
        word=word,
        value=value,
        note=note,
        source=row.source,
        year=row.year,
        level=row.area.kind,
        is_fallback=row.area_id != area.pk,
        step=_step(key, row.value),
    )


def _step(key: str, value: Decimal | None) -> int:
    return int(value) if key in COUNTRY and value is not None and value in range(1, STEPS + 1) else 0


def compared(key: str, step: int) -> str:
    """How a class is beside that of the country: *Iets boven het land.*"""
    return COMPARED[max(-2, min(2, step - COUNTRY[key]))]


def written(value: Decimal, style: str) -> tuple[str, str]:
    """A value in Dutch notation and a note that explains it: ("19,5%", "1 op de 5 inwoners")."""
    if style == "count":
        return _dutch(value, 0), ""
    if style in ("share", "percentage"):
        each = f"1 op de {_dutch(100 / value, 0)} inwoners" if style == "share" and value >= 1 else ""
        return f"{_dutch(value, 1)}%", each
    if style == "thousand euro":
        return f"€ {_dutch(value * 1000, 0)}", ""
    if style == "km":
        return f"{_dutch(value, 1)} km", ""
    text = f"klasse {_dutch(value, 0)} van 9"
    if style == "livability" and value in range(1, 10):
        return LIVABILITY[int(value) - 1], text
    return text.capitalize(), ""


def _dutch(value: Decimal, decimals: int) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{rounded:,f}".translate(str.maketrans(",.", ".,"))
