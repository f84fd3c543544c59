"""Areas as flat rows, for the API."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from middenstip.domain.areas.models import Area, Outline
from middenstip.domain.areas.selectors.places import current, within

COLUMNS = (
    "code",
    "name",
    "kind",
    "municipality__code",
    "district__code",
    "inhabitants",
    "inhabitants_source",
    "year",
    "is_active",
    "lon",
    "lat",
)


def area_rows(inside: Area | None, kind: str, after: str, limit: int) -> list[dict[str, Any]]:
    """Current areas by code, after the code `after`: dicts of `COLUMNS`. One query.

    `inside` keeps an area and everything inside it; `kind` ("" for all) keeps one kind.
    """
    areas = current(within(inside) if inside else Area.objects.all())
    if kind:
        areas = areas.filter(kind=kind)
    return list(areas.filter(code__gt=after).order_by("code").values(*COLUMNS)[:limit])


def outlines_of(codes: Sequence[str]) -> dict[str, dict[str, Any]]:
    """The GeoJSON geometry of these areas by code, where known. One query."""
    return dict(Outline.objects.filter(area__code__in=codes).values_list("area__code", "geometry"))
