"""/gebieden: gemeenten, wijken and buurten, and the areas that people drew themselves."""

from __future__ import annotations

from typing import Any, Literal

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Field, Query, Router

from middenstip.api.geojson import Format, collection, needs_json, wants_map
from middenstip.api.paging import PageLinks, Window, cut, only_known, page_links
from middenstip.api.parts import (
    AREA,
    BASE,
    AreaCode,
    AreaRef,
    Link,
    Links,
    Point,
    Shape,
    known_area,
    links,
    point,
)
from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import FigureLine, area_by_code, area_rows, figures_for, outlines_of
from middenstip.domain.rooms import path_to

router = Router(tags=["gebieden"], by_alias=True)
KindWord = Literal["provincie", "gemeente", "wijk", "buurt", "eigen"]


class AreasAsked(Window):
    """Filters for areas."""

    na: str | None = Field(None, pattern=r"^[0-9A-Z-]{1,20}$", description="Uit `_links.next`.")
    gebied: str | None = Field(None, pattern=AREA, description="Alleen dit gebied en wat erin ligt.")
    soort: KindWord | None = Field(None, description="Alleen gebieden van deze soort.")
    formaat: Format | None = Field(None, description="`geojson` voor een kaart; anders beslist Accept.")


class Inhabitants(Shape):
    """Hoeveel mensen er wonen, volgens wie en in welk jaar."""

    aantal: int | None = Field(description="Leeg betekent: niet bekend.")
    bron: str
    jaar: int


class AreaShape(Shape):
    """Een gebied, kort."""

    code: str = Field(description="CBS-code, of EIGEN-… voor een gebied dat iemand zelf tekende.")
    naam: str
    soort: KindWord
    gemeente: str | None = Field(description="Code van de gemeente waarin het ligt.")
    wijk: str | None = Field(description="Code van de wijk waarin het ligt.")
    inwoners: Inhabitants
    doet_mee: bool = Field(description="Het platform speelt in deze gemeente.")
    locatie: Point | None = Field(description="Een punt in het gebied.")
    links: Links


class AreaPage(Shape):
    """Een bladzijde gebieden, op code."""

    gebieden: list[AreaShape]
    links: PageLinks


class Geometry(Shape):
    """Een grens: GeoJSON in WGS84 (RFC 7946)."""

    type: Literal["Polygon", "MultiPolygon"]
    coordinates: list[Any]


class FigureShape(Shape):
    """Een open cijfer, met bron en jaar. Over een groter gebied als het voor dit gebied niet bekend is."""

    naam: str
    waarde: str = Field(description="In Nederlandse notatie; “niet bekend” als niemand het weet.")
    uitleg: str
    bron: str
    jaar: int
    over: KindWord = Field(description="Het niveau waarover dit cijfer gaat.")


class AreaLinks(Links):
    """Waar het gebied staat, en wat er gebeurt."""

    initiatieven: Link
    opgaven: Link
    afspraken: Link
    gebieden: Link


class AreaDetail(AreaShape):
    """Een gebied met zijn grens en zijn open cijfers."""

    ligt_in: list[AreaRef] = Field(description="Van de provincie naar binnen.")
    geometrie: Geometry | None
    cijfers: list[FigureShape]
    links: AreaLinks


@router.get(
    "", url_name="gebieden", operation_id="gebieden", response=AreaPage, summary="Alle gebieden, op code"
)
def index(request: HttpRequest, asked: Query[AreasAsked]) -> AreaPage | HttpResponse:
    """The matching areas; as GeoJSON with their outlines. At most three queries."""
    only_known(request, asked)
    as_map = wants_map(request, asked.formaat)
    rows = area_rows(known_area(asked.gebied), asked.soort or "", asked.na or "", asked.aantal + 1)
    page = cut(rows, asked.aantal, "code")
    further = page_links(request, page.after)
    found = [_shape(row) for row in page.rows]
    if as_map:
        return collection(found, further, key="code", geometry=_shapes(found))
    return AreaPage(gebieden=found, links=further)


@router.get(
    "/{code}",
    url_name="gebied",
    operation_id="gebied",
    response=AreaDetail,
    summary="Eén gebied, met grens en cijfers",
)
def detail(request: HttpRequest, code: AreaCode) -> AreaDetail:
    """One area. Three queries."""
    needs_json(request)
    area = area_by_code(code)
    if area is None:
        raise Http404(f"Het gebied {code} kennen we niet.")
    province = area.municipality.parent if area.municipality else None
    around = [one for one in (province, area.municipality, area.district) if one and one.pk != area.pk]
    outline = outlines_of([area.code]).get(area.code)
    return AreaDetail(
        **_values(_row(area)),
        ligt_in=[AreaRef(code=one.code, naam=one.name) for one in around],
        geometrie=Geometry(**outline) if outline else None,
        cijfers=[_figure(line) for line in figures_for(area)],
        links=_links(area.code),
    )


def _row(area: Area) -> dict[str, Any]:
    around = {"municipality__code": area.municipality, "district__code": area.district}
    return vars(area) | {key: one.code if one else None for key, one in around.items()}


def _shape(row: dict[str, Any]) -> AreaShape:
    return AreaShape(**_values(row), links=links(f"/gebieden/{row['code']}", path_to("area", row["code"])))


def _values(row: dict[str, Any]) -> dict[str, Any]:
    source, year = row["inhabitants_source"], row["year"]
    return {
        "code": row["code"],
        "naam": row["name"],
        "soort": row["kind"],
        "gemeente": row["municipality__code"],
        "wijk": row["district__code"],
        "inwoners": Inhabitants(aantal=row["inhabitants"], bron=source, jaar=year),
        "doet_mee": row["is_active"],
        "locatie": point(row["lon"], row["lat"]),
    }


def _shapes(found: list[AreaShape]) -> dict[str, Any]:
    """The outline of each area; when it is unknown, the point inside."""
    points = {one.code: one.locatie.model_dump() for one in found if one.locatie}
    return points | outlines_of([one.code for one in found])


def _figure(line: FigureLine) -> FigureShape:
    return FigureShape(
        naam=line["word"],
        waarde=line["value"],
        uitleg=line["note"],
        bron=line["source"],
        jaar=line["year"],
        over=line["level"],  # type: ignore[arg-type]
    )


def _links(code: str) -> AreaLinks:
    both = links(f"/gebieden/{code}", path_to("area", code))
    nouns = ("initiatieven", "opgaven", "afspraken", "gebieden")
    inside = {noun: Link(href=f"{BASE}/{noun}?gebied={code}") for noun in nouns}
    return AreaLinks(self=both.self, pagina=both.pagina, **inside)
