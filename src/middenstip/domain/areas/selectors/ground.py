"""The data of one area that rarely changes: its place, map and figures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import DecimalField, F, IntegerField, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast

from middenstip.domain.areas.models import Area, Figure, Kind, Outline
from middenstip.domain.areas.selectors.figures import WORDS, FigureLine, figure_lines
from middenstip.domain.areas.selectors.maps import MapArea, drawn
from middenstip.domain.areas.selectors.places import DEPTH
from middenstip.kernel.prepared import Prepared


@dataclass(frozen=True)
class Ground:
    """An area, the areas it lies in (province first), its map and its figures.

    `codes` are the codes under which its news is stored: a gemeente or wijk includes the areas that were
    merged into it, a buurt includes the drawn areas inside it, and a province stands for its gemeenten.
    """

    area: Area
    parents: list[Area]
    codes: list[str]
    drawn: list[MapArea]
    figures: list[FigureLine]


def ground_of(code: str) -> Ground | None:
    """The `Ground` of the area with this code, in upper or lower case; None when there is none. One query."""
    wanted = code.strip().upper()
    rows = _GROUND.rows(code=wanted) if wanted and "\x00" not in wanted else []
    areas, outlines, old = {}, {}, set()
    for kind, *values, outline, city_year, _ in rows:
        if kind != _FIGURE:
            one = Area(kind=kind, **dict(zip(_AREA, values, strict=True)))
            areas[one.pk], outlines[one.pk] = one, outline
            if kind not in (Kind.OWN, Kind.PROVINCE) and (city_year is None or one.year < city_year):
                old.add(one.pk)
    area = next((one for one in areas.values() if one.code == wanted), None)
    if area is None:
        return None
    above = {area.municipality_id, area.district_id, area.parent_id} - {area.pk}
    above |= {one.pk for one in areas.values() if one.kind == Kind.PROVINCE and one is not area}
    parents = sorted((one for one in areas.values() if one.pk in above), key=lambda one: DEPTH[one.kind])
    inside = sorted((one for one in areas.values() if one.pk not in above), key=lambda one: one.code)
    is_whole = area.kind in (Kind.PROVINCE, Kind.MUNICIPALITY, Kind.DISTRICT)
    alike = Kind.MUNICIPALITY if area.kind == Kind.PROVINCE else area.kind
    return Ground(
        area=area,
        parents=parents,
        codes=[one.code for one in inside if one.kind == alike or not is_whole],
        drawn=drawn(area, [one for one in inside if one.pk not in old], outlines),
        figures=figure_lines(area, [_figure(areas, *row) for row in rows if row[0] == _FIGURE]),
    )


def _figure(areas: dict[int, Area], _kind: str, area: int, key: str, source: str, *rest: Any) -> Figure:
    return Figure(area=areas[area], key=key, source=source, year=rest[3], value=rest[-1])


_FIGURE = "cijfer"  # marks a row with a figure; no kind of area has this value
_AREA = ("id", "code", "name", "parent_id", "district_id", "municipality_id", "year", "inhabitants")


def _ground(code: str) -> QuerySet[Any, Any]:
    """A row for the area, for each area inside and around it, and for each of their figures."""
    own = Area.objects.filter(code=code)
    names = ("pk", "parent", "district", "municipality", "municipality__parent")
    key, *around, province = (Subquery(own.values(name)[:1]) for name in names)
    inside = Q(municipality=key) | Q(district=key) | Q(parent=key)
    text = Outline.objects.filter(area=OuterRef("pk")).values_list(Cast("geometry", TextField()))[:1]
    number, none = DecimalField(max_digits=14, decimal_places=4), Cast(Value(None), IntegerField())
    areas: QuerySet[Any, Any] = Area.objects.filter(_any("pk", key, *around, province) | inside).annotate(
        text=Subquery(text), city_year=F("municipality__year"), value=Cast(Value(None), number)
    )
    figures = Figure.objects.filter(_any("area", key, *around), key__in=list(WORDS)).annotate(
        kind=Value(_FIGURE), text=Value("", output_field=TextField()), none=none
    )
    nothing = ("none",) * 3
    return areas.values_list("kind", *_AREA, "text", "city_year", "value").union(
        figures.values_list(
            "kind", "area_id", "key", "source", *nothing, "year", "none", "text", "none", "value"
        ),
        all=True,
    )


def _any(column: str, *keys: Subquery) -> Q:
    return reduce(or_, (Q(**{column: key}) for key in keys))


_GROUND = Prepared(_ground, texts=["code"])
