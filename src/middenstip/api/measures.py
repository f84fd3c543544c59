"""/cijfers: the figures of an area over the years, with their source."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from django.http import Http404, HttpRequest
from ninja import Field, Query, Router, Schema

from middenstip.api.geojson import needs_json
from middenstip.api.paging import only_known
from middenstip.api.parts import AREA, AreaRef, Shape
from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.baseline.content import LIVABILITY_SENTENCE
from middenstip.domain.baseline.selectors import Series, series_of

router = Router(tags=["cijfers"], by_alias=True)
Level = Literal["provincie", "gemeente", "wijk", "buurt", "eigen"]


class FiguresAsked(Schema):
    """The area to ask about."""

    gebied: str = Field(pattern=AREA, description="De code van het gebied.")


class PointShape(Shape):
    """Een waarde in één jaar."""

    jaar: int
    waarde: float | None = Field(description="Leeg: niet bekend, of over minder dan tien mensen.")
    ondergrens: float | None = Field(
        description="Met 95% zekerheid minstens dit; leeg als de bron niets zegt."
    )
    bovengrens: float | None = Field(description="Met 95% zekerheid hoogstens dit.")


class SeriesShape(Shape):
    """Eén cijfer door de jaren, met zijn bron."""

    sleutel: str
    naam: str
    soort: str = Field(description="Hoe je de waarde leest: aantal, percentage, duizend euro, km of klasse.")
    niveau: Level = Field(description="Over welk soort gebied dit gaat.")
    over: str = Field(description="De code van het gebied waar dit over gaat.")
    bron: str
    tabel: str
    licentie: str
    toelichting: str
    waarden: list[PointShape]


class FiguresShape(Shape):
    """Alle cijfers van een gebied."""

    gebied: AreaRef
    cijfers: list[SeriesShape]


STYLES = {
    "count": "aantal",
    "share": "percentage",
    "percentage": "percentage",
    "thousand euro": "duizend euro",
    "km": "km",
    "number": "aantal",
    "livability": "klasse",
    "class": "klasse",
}


@router.get(
    "", url_name="cijfers", operation_id="cijfers", response=FiguresShape, summary="Cijfers van een gebied"
)
def index(request: HttpRequest, asked: Query[FiguresAsked]) -> FiguresShape:
    """The figures over the years. Three queries."""
    only_known(request, asked)
    needs_json(request)
    area = area_by_code(asked.gebied)
    if area is None:
        raise Http404(f"Het gebied {asked.gebied} kennen we niet.")
    lines = [_shape(one) for one in series_of(area)]
    return FiguresShape(gebied=AreaRef(code=area.code, naam=area.name), cijfers=lines)


def _shape(one: Series) -> SeriesShape:
    about, newest = one.indicator, one.newest
    return SeriesShape(
        sleutel=about.key,
        naam=about.word,
        soort=about.unit or STYLES[about.style],
        niveau=newest.level,  # type: ignore[arg-type]  # the kinds of area are the words of this Literal
        over=newest.area,
        bron=newest.source,
        tabel=newest.table,
        licentie=newest.licence,
        toelichting=LIVABILITY_SENTENCE if about.is_livability else "",
        waarden=[
            PointShape(
                jaar=point.year,
                waarde=_float(point.value),
                ondergrens=_float(point.low),
                bovengrens=_float(point.high),
            )
            for point in one.points
        ],
    )


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
