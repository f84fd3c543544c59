"""All that hardly ever changes about one area."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast

from middenstip.domain.areas.models import Area, Figure, Kind, Outline
from middenstip.domain.areas.selectors.figures import WORDS, FigureLine, figure_lines
from middenstip.domain.areas.selectors.maps import MapArea, drawn
from middenstip.domain.areas.selectors.places import DEPTH
from middenstip.kernel.prepared import Prepared


@dataclass(frozen=True)
class Ground:
    """An area, the areas it lies in (gemeente first), its drawing and its figures.

    `codes` are what its news is kept under: a gemeente or wijk with the ones that were merged into it,
    a buurt with the own areas inside it.
    """

    area: Area
    parents: list[Area]
    codes: list[str]
    drawn: list[MapArea]
    figures: list[FigureLine]


def ground_of(code: str) -> Ground | None:
    """The ground of the area with this code, in upper or lower case; None when there is none. Two queries."""
    wanted = code.strip().upper()
    areas = _AREAS.things(code=wanted) if wanted and "\x00" not in wanted else []
    area: Area | None = next((one for one in areas if one.code == wanted), None)
    if area is None:
        return None
    above = {area.municipality_id, area.district_id, area.parent_id} - {area.pk}
    parents = sorted((one for one in areas if one.pk in above), key=lambda one: DEPTH[one.kind])
    inside = sorted((one for one in areas if one.pk not in above), key=lambda one: one.code)
    whole = (Kind.MUNICIPALITY, Kind.DISTRICT)
    return Ground(
        area=area,
        parents=parents,
        codes=[one.code for one in inside if area.kind not in whole or one.kind == area.kind],
        drawn=drawn(
            area, [one for one in inside if _is_current(one)], {one.pk: one.outline_text for one in inside}
        ),
        figures=figure_lines(area, _FIGURES.things(code=wanted)),
    )


def _is_current(area: Any) -> bool:
    """As `places.current`."""
    return area.kind == Kind.OWN or (area.city_year is not None and area.year >= area.city_year)


def _areas(code: str) -> QuerySet[Area]:
    """The area, what lies inside it and what it lies in."""
    own = Area.objects.filter(code=code)
    key = Subquery(own.values("pk")[:1])
    fits = Q(pk=key) | Q(municipality=key) | Q(district=key) | Q(parent=key)
    for column in ("municipality", "district", "parent"):
        fits |= Q(pk=Subquery(own.values(column)[:1]))
    text = Outline.objects.filter(area=OuterRef("pk")).values_list(Cast("geometry", TextField()))[:1]
    year = Area.objects.filter(pk=OuterRef("municipality")).values("year")[:1]
    return Area.objects.filter(fits).annotate(outline_text=Subquery(text), city_year=Subquery(year))


def _figures(code: str) -> QuerySet[Figure]:
    own = Area.objects.filter(code=code)
    steps = [Subquery(own.values(column)[:1]) for column in ("pk", "parent", "district", "municipality")]
    around = Q(area=steps[0]) | Q(area=steps[1]) | Q(area=steps[2]) | Q(area=steps[3])
    return Figure.objects.filter(around, key__in=list(WORDS)).select_related("area")


_AREAS = Prepared(_areas, texts=["code"])
_FIGURES = Prepared(_figures, texts=["code"])
