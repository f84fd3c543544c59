"""The places to choose from: the gemeente with its wijken and buurten."""

from __future__ import annotations

from django.conf import settings
from django.core.cache import cache

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import active_municipalities, area_by_code, wijken_with_buurten

TEN_MINUTES = 600
Choices = list[tuple[str, list[tuple[str, str]]]]


def place_choices() -> Choices:
    """Per wijk a group: the wijk itself, then its buurten. Kept in the cache; names seldom change."""
    known: Choices | None = cache.get("places")
    if known is None:
        known = [
            (wijk.name, [(area.code, area.name) for area in (wijk, *buurten)])
            for wijk, buurten in wijken_with_buurten(settings.HOME_AREA)
        ]
        cache.set("places", known, TEN_MINUTES if known else 5)
    return known


def home() -> Area | None:
    """The gemeente that an idea without a place belongs to."""
    if settings.HOME_AREA:
        return area_by_code(settings.HOME_AREA)
    return next(iter(active_municipalities()), None)
