"""/labs and /plekken: who carries a lab, where it is, and when it is open."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from django.http import Http404, HttpRequest
from ninja import Field, Query, Router

from middenstip.api.geojson import needs_json
from middenstip.api.paging import PageLinks, Window, only_known, page_links
from middenstip.api.parts import (
    AREA,
    AreaRef,
    HalfWord,
    Links,
    Point,
    PublicId,
    Ref,
    Shape,
    half_words,
    known_area,
    links,
    point,
)
from middenstip.domain.labs.models import Lab, LabPlace, OtherDay
from middenstip.domain.labs.rules import is_stadslab
from middenstip.domain.labs.selectors import lab_by_id, lab_rows, other_days, place_by_id, place_rows
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.contact import masked

router = Router(tags=["labs"], by_alias=True)
places = Router(tags=["plekken"], by_alias=True)
StateWord = Literal["plan", "open", "dicht"]
STATES: dict[str, StateWord] = {"plan": "plan", "open": "open", "closed": "dicht"}
WeekDay = Literal["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
DAYS: tuple[WeekDay, ...] = (
    *("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
)


class LabsAsked(Window):
    """Filters for labs, and for places."""

    na: str | None = Field(None, pattern=r"^[0-9]{1,15}$", description="Uit `_links.next`.")
    gebied: str | None = Field(None, pattern=AREA, description="CBS-code; ook alles wat erin ligt telt mee.")


class LabShape(Shape):
    """Een lab. Het heet stadslab zolang alle drie de helften het dragen."""

    id: str
    naam: str
    waarvoor: str
    stadslab: bool
    status: StateWord
    helften: list[HalfWord] = Field(description="De helften die het nu dragen.")
    gebied: AreaRef
    open_sinds: datetime | None
    links: Links


class LabPage(Shape):
    """Een bladzijde labs: het laatst geplande eerst."""

    labs: list[LabShape]
    links: PageLinks


class DayHours(Shape):
    """De uren van één weekdag."""

    dag: WeekDay
    uren: str = Field(description="Als 9.00-17.00. Leeg: dicht.")


class OtherHours(Shape):
    """Een dag met andere uren dan anders."""

    datum: date
    uren: str = Field(description="Als 9.00-17.00. Leeg: dicht.")
    waarom: str


class PlaceShape(Shape):
    """Een plek waar een lab is of was."""

    id: str
    lab: Ref
    naam: str
    adres: str
    toegankelijkheid: str
    pop_up: bool
    vanaf: date
    tot: date | None = Field(description="De dag waarop het lab hier niet meer is.")
    punt: Point | None
    openingstijden: list[DayHours]
    gebied: AreaRef
    links: Links


class PlaceWhole(PlaceShape):
    """Eén plek, met de dagen van de komende tijd waarop ze anders open is."""

    andere_dagen: list[OtherHours]


class PlacePage(Shape):
    """Een bladzijde plekken van labs die niet dicht zijn: de nieuwste eerst."""

    plekken: list[PlaceShape]
    links: PageLinks


@router.get("", url_name="labs", operation_id="labs", response=LabPage, summary="Labs, laatst gepland eerst")
def index(request: HttpRequest, asked: Query[LabsAsked]) -> LabPage:
    """The matching labs. At most two queries."""
    only_known(request, asked)
    needs_json(request)
    area = known_area(asked.gebied)
    rows = lab_rows(area.code if area else "", int(asked.na) if asked.na else None, asked.aantal + 1)
    shown = rows[: asked.aantal]
    after = f"{shown[-1].pk}" if len(rows) > asked.aantal else ""
    return LabPage(labs=[_lab(row) for row in shown], links=page_links(request, after))


@router.get("/{id}", url_name="lab", operation_id="lab", response=LabShape, summary="Eén lab")
def detail(request: HttpRequest, id: PublicId) -> LabShape:
    """One lab that everyone may read. One query."""
    needs_json(request)
    one = lab_by_id(id)
    if one is None or one.is_hidden:
        raise Http404("Dit lab is er niet.")
    return _lab(one)


@places.get(
    "",
    url_name="plekken",
    operation_id="plekken",
    response=PlacePage,
    summary="Plekken van labs, nieuwste eerst",
)
def place_index(request: HttpRequest, asked: Query[LabsAsked]) -> PlacePage:
    """The places of labs that are not closed. At most two queries."""
    only_known(request, asked)
    needs_json(request)
    area = known_area(asked.gebied)
    rows = place_rows(area.code if area else "", int(asked.na) if asked.na else None, asked.aantal + 1)
    shown = rows[: asked.aantal]
    after = f"{shown[-1].pk}" if len(rows) > asked.aantal else ""
    return PlacePage(plekken=[PlaceShape(**_place(row)) for row in shown], links=page_links(request, after))


@places.get("/{id}", url_name="plek", operation_id="plek", response=PlaceWhole, summary="Eén plek")
def place_detail(request: HttpRequest, id: PublicId) -> PlaceWhole:
    """One place, with its exceptions. Two queries."""
    needs_json(request)
    one = place_by_id(id)
    if one is None:
        raise Http404("Deze plek is er niet.")
    others = [_other(day) for day in other_days([one], clock.today())]
    return PlaceWhole(**_place(one), andere_dagen=others)


def _lab(one: Lab) -> LabShape:
    return LabShape(
        id=one.public_id,
        naam=masked(one.name),
        waarvoor=masked(one.aim),
        stadslab=is_stadslab(one),
        status=STATES[one.state],
        helften=half_words(one.halves),
        gebied=AreaRef(code=one.area.code, naam=one.area.name),
        open_sinds=one.opened_at,
        links=links(f"/labs/{one.public_id}", path_to("lab", one.public_id)),
    )


def _place(one: LabPlace) -> dict[str, Any]:
    area, week = one.lab.area, one.hours or [""] * len(DAYS)
    return {
        "id": one.public_id,
        "lab": Ref(id=one.lab.public_id, titel=masked(one.lab.name)),
        "naam": masked(one.name),
        "adres": masked(one.address),
        "toegankelijkheid": masked(one.access),
        "pop_up": one.is_popup,
        "vanaf": one.from_on,
        "tot": one.until_on,
        "punt": point(one.lon, one.lat),
        "openingstijden": [DayHours(dag=day, uren=hours) for day, hours in zip(DAYS, week, strict=True)],
        "gebied": AreaRef(code=area.code, naam=area.name),
        "links": links(f"/plekken/{one.public_id}", path_to("lab_place", one.public_id)),
    }


def _other(day: OtherDay) -> OtherHours:
    return OtherHours(datum=day.on, uren=day.hours, waarom=masked(day.why))
