"""Reading areas. Never writes."""

from __future__ import annotations

from typing import Any, TypedDict

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from middenstip.domain.areas.models import Area, Figure, Kind, Outline, folded

_DEPTH = {Kind.MUNICIPALITY.value: 0, Kind.DISTRICT.value: 1, Kind.NEIGHBOURHOOD.value: 2, Kind.OWN.value: 3}


class MapArea(TypedDict):
    """An area as the map draws it. `role`: land (the ground), tint (coloured) or link (can be chosen)."""

    role: str
    code: str
    name: str
    kind: str
    inhabitants: int | None
    lon: float | None
    lat: float | None
    outline: dict[str, Any] | None


def area_by_code(code: str) -> Area | None:
    """The area with this code, in upper or lower case; None when there is none. One query."""
    return Area.objects.select_related("municipality", "district").filter(code=code.strip().upper()).first()


def areas_within(area: Area) -> list[str]:
    """The codes of this area and everything inside it. One query."""
    return list(_within(area).order_by("code").values_list("code", flat=True))


def lineage(area: Area) -> list[Area]:
    """From the gemeente down to the area itself. One query."""
    ids = {area.municipality_id, area.district_id, area.parent_id, area.pk}
    return sorted(Area.objects.filter(pk__in=ids - {None}), key=lambda one: _DEPTH[one.kind])


def active_municipalities() -> list[Area]:
    """The gemeenten where the platform takes part, by name. One query."""
    return list(Area.objects.filter(kind=Kind.MUNICIPALITY, is_active=True).order_by("name"))


def children(area: Area) -> list[Area]:
    """The areas directly inside this one, by code. One query."""
    return list(Area.objects.filter(parent=area).order_by("code"))


def find_places(text: str, limit: int = 10) -> list[Area]:
    """Areas whose name has a word that starts with `text`, best first; each with its gemeente. One query."""
    wanted = folded(text)
    if not wanted:
        return []
    rank = Case(
        When(folded=wanted, then=Value(0)),
        When(folded__startswith=wanted, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    starts = Q(folded__startswith=wanted) | Q(folded__contains=f" {wanted}") | Q(code=text.strip().upper())
    found = Area.objects.select_related("municipality").filter(starts).annotate(rank=rank)
    return list(found.order_by("rank", "-is_active", _depth(), "name", "code")[:limit])


def map_areas(area: Area) -> list[MapArea]:
    """What to draw for this area, the ground first. Two queries."""
    inside = list(_within(area).exclude(kind=Kind.OWN).order_by("code")) or [area]
    if area.kind == Kind.OWN:
        inside = [area]
    outlines = dict(Outline.objects.filter(area__in=_within(area)).values_list("area_id", "geometry"))
    by_role = {
        "land": [area],
        "tint": [one for one in inside if one.kind == Kind.NEIGHBOURHOOD] or [area],
        "link": [one for one in inside if one.parent_id == area.pk] or [area],
    }
    return [_map_area(role, one, outlines.get(one.pk)) for role, some in by_role.items() for one in some]


def figures_for(area: Area) -> list[dict[str, Any]]:
    """The newest figure per key, falling back buurt > wijk > gemeente. One query. Flat dicts:

    key, word, value (Dutch notation, "niet bekend" when unknown), source, year, level (of the area the
    figure is about: buurt, wijk, gemeente), is_fallback.
    """
    steps = [area.pk, area.parent_id, area.district_id, area.municipality_id]
    rows = Figure.objects.filter(area__in={*steps} - {None}).select_related("area").order_by("key", "-year")
    best: dict[str, Figure] = {}
    for row in rows:
        known = best.get(row.key)
        if known is None or (row.value is not None, -steps.index(row.area_id)) > (
            known.value is not None,
            -steps.index(known.area_id),
        ):
            best[row.key] = row
    return [_figure(row, area) for row in best.values()]


def _figure(row: Figure, area: Area) -> dict[str, Any]:
    return {
        "key": row.key,
        "word": row.key,
        "value": "niet bekend" if row.value is None else f"{row.value.normalize():f}".replace(".", ","),
        "source": row.source,
        "year": row.year,
        "level": row.area.kind,
        "is_fallback": row.area_id != area.pk,
    }


def _within(area: Area) -> QuerySet[Area]:
    return Area.objects.filter(Q(pk=area.pk) | Q(municipality=area) | Q(district=area) | Q(parent=area))


def _depth() -> Case:
    whens = [When(kind=kind, then=Value(depth)) for kind, depth in _DEPTH.items()]
    return Case(*whens, output_field=IntegerField())


def _map_area(role: str, area: Area, outline: dict[str, Any] | None) -> MapArea:
    return MapArea(
        role=role,
        code=area.code,
        name=area.name,
        kind=area.kind,
        inhabitants=area.inhabitants,
        lon=area.lon,
        lat=area.lat,
        outline=outline,
    )
