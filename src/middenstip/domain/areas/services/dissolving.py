"""Outlines for areas that have none, made from the areas inside them."""

from __future__ import annotations

from collections import defaultdict

from django.db import transaction

from middenstip.domain.areas.models import Area, Kind, Outline
from middenstip.domain.areas.services.importing import Imported, OutlineData, import_areas
from middenstip.domain.areas.services.shapes import (
    corners,
    fill_gaps,
    from_geojson,
    join,
    to_geojson,
)


@transaction.atomic
def dissolve_outlines(municipality: str = "") -> Imported:
    """Give each wijk, then gemeente, then provincie without an outline the union of the areas inside it.

    A gemeente with a coarser outline than its parts gets their union, with gaps filled from its own outline.
    With `municipality` (a code) only within that gemeente: then its provincie, of which the rest may be
    missing, gets none. Source and year are those of the parts.
    """
    total = Imported()
    kinds = (Kind.DISTRICT, Kind.MUNICIPALITY, *(() if municipality else (Kind.PROVINCE,)))
    for kind in kinds:
        done = import_areas(outlines=_joined(kind, municipality))
        total.outlines += done.outlines
    return total


def _joined(kind: Kind, municipality: str) -> list[OutlineData]:
    wanted = Area.objects.filter(kind=kind)
    if municipality:
        wanted = wanted.filter(municipality__code=municipality)
    own = {one.area_id: one for one in Outline.objects.filter(area__in=wanted)}
    if kind != Kind.MUNICIPALITY:
        wanted = wanted.exclude(pk__in=own)
    codes = dict(wanted.values_list("pk", "code"))
    parts: dict[int, list[Outline]] = defaultdict(list)
    inside = Outline.objects.filter(area__parent__in=wanted).exclude(area__kind=Kind.OWN)
    for part in inside.select_related("area").order_by("pk"):
        parts[part.area.parent_id or 0].append(part)
    joined = (_join(codes[parent], some, own.get(parent)) for parent, some in parts.items())
    return [one for one in joined if one]


def _join(code: str, parts: list[Outline], own: Outline | None) -> OutlineData | None:
    whole = join([from_geojson(one.geometry) for one in parts])
    if own:
        coarse = from_geojson(own.geometry)
        if corners(coarse) * 2 > corners(whole):
            return None
        whole = fill_gaps(whole, coarse)
    year = max(own.year, parts[0].year) if own else min(one.year for one in parts)
    return OutlineData(code, to_geojson(whole), year, parts[0].source)
