"""Queries about needs, offers, suggestions and introductions."""

from middenstip.domain.matching.selectors.introductions import (
    asked_on_day,
    introduction_by_id,
    introductions_of,
    mine_about,
    thanks_in,
    value_in,
)
from middenstip.domain.matching.selectors.listings import (
    Wanted,
    listing_by_id,
    listing_rows,
    listings_of,
    open_number,
)
from middenstip.domain.matching.selectors.suggestions import (
    new_since,
    suggestion_by_id,
    suggestions_for,
)

__all__ = [
    "Wanted",
    "asked_on_day",
    "introduction_by_id",
    "introductions_of",
    "listing_by_id",
    "listing_rows",
    "listings_of",
    "mine_about",
    "new_since",
    "open_number",
    "suggestion_by_id",
    "suggestions_for",
    "thanks_in",
    "value_in",
]
