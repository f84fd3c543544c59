"""Queries about initiatives."""

from middenstip.domain.initiatives.selectors.cards import (
    ENDED,
    GROUPS,
    HAPPENING,
    OVER,
    SEARCHING,
    Detail,
    Numbers,
    Wanted,
    cards,
    details,
    group_numbers,
    group_of,
    number_missing,
    numbers,
    numbers_inside,
)
from middenstip.domain.initiatives.selectors.choices import STAGE_BY_WORD, areas_to_choose

__all__ = [
    "ENDED",
    "GROUPS",
    "HAPPENING",
    "OVER",
    "SEARCHING",
    "STAGE_BY_WORD",
    "Detail",
    "Numbers",
    "Wanted",
    "areas_to_choose",
    "cards",
    "details",
    "group_numbers",
    "group_of",
    "number_missing",
    "numbers",
    "numbers_inside",
]
