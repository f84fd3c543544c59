"""/adviezen: what organisations ask residents, with what was advised and the answers."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from django.http import Http404, HttpRequest
from ninja import Field, Query, Router

from middenstip.api.geojson import needs_json
from middenstip.api.paging import PageLinks, Window, cut, only_known, page_links
from middenstip.api.parts import AREA, AreaRef, HalfWord, Links, PublicId, Shape, known_area, links
from middenstip.domain.advice.lifecycle import ADOPTED, CLOSED, DONE, GIVEN, NOT, OPEN, PARTLY, WITHDRAWN
from middenstip.domain.advice.models import Advice, AdviceRequest
from middenstip.domain.advice.selectors import Asked, advices_to, request_by_id, request_rows
from middenstip.domain.rooms import path_to
from middenstip.kernel.contact import masked

router = Router(tags=["adviezen"], by_alias=True)
StandWord = Literal["open", "wacht", "klaar"]
AnswerWord = Literal["wacht", "overgenomen", "deels", "niet"]
STANDS: dict[str, StandWord] = {OPEN: "open", CLOSED: "wacht", DONE: "klaar"}
ANSWERS: dict[str, AnswerWord] = {GIVEN: "wacht", ADOPTED: "overgenomen", PARTLY: "deels", NOT: "niet"}


class AdviceAsked(Window):
    """Filters for requests for advice."""

    na: str | None = Field(None, pattern=r"^[0-9]{1,15}$", description="Uit `_links.next`.")
    gebied: str | None = Field(None, pattern=AREA, description="CBS-code; ook alles wat erin ligt telt mee.")
    status: StandWord | None = Field(None, description="open: je kunt nog advies geven.")


class AdviceRequestShape(Shape):
    """Een vraag om advies aan bewoners."""

    id: str
    vraag: str
    wat_speelt_er: str
    wat_doen_ze_ermee: str
    organisatie: str
    functie: str
    helft: HalfWord
    gebied: AreaRef
    status: StandWord
    tot_en_met: date = Field(description="De laatste dag om advies te geven.")
    antwoord_uiterlijk: date | None
    adviezen: int
    zonder_antwoord: int
    gevraagd_op: datetime
    links: Links


class AdviceRequestPage(Shape):
    """Een bladzijde vragen om advies: de nieuwste eerst."""

    adviezen: list[AdviceRequestShape]
    links: PageLinks


class AdviceShape(Shape):
    """Eén advies met het antwoord. Wie het gaf staat er niet bij."""

    id: str
    tekst: str
    waarom: str = Field(description="Waarom iemand hier iets van weet; mag leeg zijn.")
    antwoord: AnswerWord
    toelichting: str
    op_tijd: bool | None = Field(description="Leeg zolang er geen antwoord is.")
    op: datetime


class AdviceRequestDetail(AdviceRequestShape):
    """Een vraag om advies met wat bewoners zeiden."""

    gegeven: list[AdviceShape] = Field(description="Oudste eerst; hooguit driehonderd.")


@router.get(
    "",
    url_name="adviezen",
    operation_id="adviezen",
    response=AdviceRequestPage,
    summary="Vragen om advies aan bewoners, nieuwste eerst",
)
def index(request: HttpRequest, asked: Query[AdviceAsked]) -> AdviceRequestPage:
    """The matching requests. At most two queries."""
    only_known(request, asked)
    needs_json(request)
    area = known_area(asked.gebied)
    wanted = Asked(area=(area.code, area.kind) if area else None, stand=asked.status or "")
    rows = request_rows(wanted, int(asked.na) if asked.na else None, asked.aantal + 1)
    page = cut(rows, asked.aantal)
    return AdviceRequestPage(
        adviezen=[AdviceRequestShape(**_values(row)) for row in page.rows],
        links=page_links(request, page.after),
    )


@router.get(
    "/{id}",
    url_name="advies",
    operation_id="advies",
    response=AdviceRequestDetail,
    summary="Eén vraag om advies",
)
def detail(request: HttpRequest, id: PublicId) -> AdviceRequestDetail:
    """One request that everyone may read. Two queries."""
    needs_json(request)
    one = request_by_id(id)
    if one is None or one.is_hidden or one.state == WITHDRAWN:
        raise Http404("Deze vraag om advies is er niet.")
    given = [_given(advice) for advice in advices_to(one) if not advice.is_hidden]
    return AdviceRequestDetail(**_values(_row(one)), gegeven=given)


def _row(one: AdviceRequest) -> dict[str, Any]:
    organisation = one.seat.side.organisation.name if one.seat.side else ""
    whose = {"half": one.seat.half, "function": one.seat.title, "organisation": organisation}
    return vars(one) | whose | {"area__code": one.area.code, "area__name": one.area.name}


def _values(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": row["public_id"],
        "vraag": masked(row["question"]),
        "wat_speelt_er": masked(row["context"]),
        "wat_doen_ze_ermee": masked(row["use"]),
        "organisatie": row["organisation"],
        "functie": row["function"],
        "helft": row["half"],
        "gebied": AreaRef(code=row["area__code"], naam=row["area__name"]),
        "status": STANDS[row["state"]],
        "tot_en_met": row["closes_on"],
        "antwoord_uiterlijk": row["due_on"],
        "adviezen": row["given"],
        "zonder_antwoord": row["waiting"],
        "gevraagd_op": row["asked_at"],
        "links": links(f"/adviezen/{row['public_id']}", path_to("advice", row["public_id"])),
    }


def _given(one: Advice) -> AdviceShape:
    return AdviceShape(
        id=one.public_id,
        tekst=masked(one.text),
        waarom=masked(one.because),
        antwoord=ANSWERS[one.state],
        toelichting=masked(one.answer),
        op_tijd=one.was_in_time,
        op=one.at,
    )
