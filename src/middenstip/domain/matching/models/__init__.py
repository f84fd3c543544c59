"""The database tables of needs, offers, suggestions, introductions and movements."""

from middenstip.domain.matching.models.index_mark import IndexMark
from middenstip.domain.matching.models.introduction import ContactMessage, Introduction
from middenstip.domain.matching.models.listing import Listing, ListingQuerySet
from middenstip.domain.matching.models.movement import Movement, MovementMember, MovementQuerySet
from middenstip.domain.matching.models.suggestion import Suggestion

__all__ = [
    "ContactMessage",
    "IndexMark",
    "Introduction",
    "Listing",
    "ListingQuerySet",
    "Movement",
    "MovementMember",
    "MovementQuerySet",
    "Suggestion",
]
