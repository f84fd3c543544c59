"""Outlines for areas that have none, out of the areas inside them."""

from __future__ import annotations

from collections import defaultdict

from django.db import transaction

from middenstip.domain.areas.models import Area, Kind, Outline
from middenstip.domain.areas.services.importing import Imported, OutlineData, import_areas
from middenstip.domain.areas.services.shapes import from_geojson, join, to_geojson


@transaction.atomic
def dissolve_outlines(municipality: str = "") -> Imported:
    """Give each wijk, then each gemeente, without an outline the union of what lies inside it.

    Only within the gemeente with that code, when given. Source and year are those of the parts.
    """
    total = Imported()
    for kind in (Kind.DISTRICT, Kind.MUNICIPALITY):
        done = import_areas(outlines=_joined(kind, municipality))
        total.outlines += done.outlines
    return total


def _joined(kind: Kind, municipality: str) -> list[OutlineData]:
    wanted = Area.objects.filter(kind=kind).exclude(pk__in=Outline.objects.values("area"))
    if municipality:
        wanted = wanted.filter(municipality__code=municipality)
    codes = dict(wanted.values_list("pk", "code"))
    parts: dict[int, list[Outline]] = defaultdict(list)
    inside = Outline.objects.filter(area__parent__in=wanted).exclude(area__kind=Kind.OWN)
    for part in inside.select_related("area").order_by("pk"):
        parts[part.area.parent_id or 0].append(part)
    return [
        OutlineData(
            code=codes[parent],
            geometry=to_geojson(join([from_geojson(one.geometry) for one in some])),
            year=min(one.year for one in some),
            source=some[0].source,
        )
        for parent, some in parts.items()
    ]
