"""Reads about initiatives."""

from middenstip.domain.initiatives.selectors.cards import Wanted, cards, numbers, numbers_per_area
from middenstip.domain.initiatives.selectors.choices import STAGE_BY_WORD, areas_to_choose

__all__ = ["STAGE_BY_WORD", "Wanted", "areas_to_choose", "cards", "numbers", "numbers_per_area"]
