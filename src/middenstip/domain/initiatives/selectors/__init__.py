"""Reads about initiatives."""

from middenstip.domain.initiatives.selectors.cards import Wanted, cards, numbers, numbers_per_area

__all__ = ["Wanted", "cards", "numbers", "numbers_per_area"]
