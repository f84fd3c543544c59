"""The places to choose from: the gemeente with its wijken and buurten."""

from __future__ import annotations

from django.conf import settings
from django.core.cache import cache

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import active_municipalities, area_by_code, children

TEN_MINUTES = 600
Choices = list[tuple[str, list[tuple[str, str]]]]


def place_choices() -> Choices:
    """Per wijk a group: the wijk itself, then its buurten. Kept in the cache; names seldom change."""
    known: Choices | None = cache.get("places")
    if known is None:
        known = [_group(wijk) for city in _cities() for wijk in children(city)]
        cache.set("places", known, TEN_MINUTES if known else 5)
    return known


def _cities() -> list[Area]:
    if settings.HOME_AREA:
        area = area_by_code(settings.HOME_AREA)
        return [area] if area else []
    return active_municipalities()


def _group(wijk: Area) -> tuple[str, list[tuple[str, str]]]:
    return wijk.name, [(area.code, area.name) for area in (wijk, *children(wijk))]
