"""/steunpunten: where people get help."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Field, Query, Router

from middenstip.api.geojson import needs_json
from middenstip.api.paging import PageLinks, Window, only_known, page_links
from middenstip.api.parts import AREA, ID, AreaRef, Shape
from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.intake.selectors.refer import points_in

router = Router(tags=["steunpunten"], by_alias=True)


class PointsAsked(Window):
    """Filters for support points."""

    na: str | None = Field(None, pattern=ID, description="Uit `_links.next`.")
    gebied: str | None = Field(None, pattern=AREA, description="In dit gebied.")


class PointShape(Shape):
    """Een steunpunt: waarvoor, voor wie, waar, en wat ze niet doen."""

    id: str
    naam: str
    waarvoor: str
    voor_wie: str
    waar: str
    niet: str = Field(description="Wat ze niet doen.")
    bereikbaar: str
    gebied: AreaRef


class PointPage(Shape):
    """Een bladzijde steunpunten, op naam."""

    steunpunten: list[PointShape]
    links: PageLinks


@router.get(
    "",
    url_name="steunpunten",
    operation_id="steunpunten",
    response=PointPage,
    summary="Steunpunten, op naam",
)
def index(request: HttpRequest, asked: Query[PointsAsked]) -> PointPage:
    """The open support points. One query, and one for the area."""
    only_known(request, asked)
    needs_json(request)
    area = area_by_code(asked.gebied) if asked.gebied else None
    if asked.gebied and area is None:
        return PointPage(steunpunten=[], links=page_links(request, ""))
    rows = points_in(area, "", asked.na or "", asked.aantal + 1)
    after = rows[asked.aantal - 1].public_id if len(rows) > asked.aantal else ""
    shapes = [
        PointShape(
            id=one.public_id,
            naam=one.name,
            waarvoor=one.what_for,
            voor_wie=one.for_whom,
            waar=one.where,
            niet=one.limits,
            bereikbaar=one.contact,
            gebied=AreaRef(code=one.area.code, naam=one.area.name),
        )
        for one in rows[: asked.aantal]
    ]
    return PointPage(steunpunten=shapes, links=page_links(request, after))
