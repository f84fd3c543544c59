"""Reads about initiatives."""

from middenstip.domain.initiatives.selectors.cards import (
    ENDED,
    Numbers,
    Wanted,
    cards,
    number_missing,
    numbers,
)
from middenstip.domain.initiatives.selectors.choices import STAGE_BY_WORD, areas_to_choose

__all__ = [
    "ENDED",
    "STAGE_BY_WORD",
    "Numbers",
    "Wanted",
    "areas_to_choose",
    "cards",
    "number_missing",
    "numbers",
]
