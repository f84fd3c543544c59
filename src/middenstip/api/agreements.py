"""/afspraken: who promised what to whom, by when, and whether it was done."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from django.http import Http404, HttpRequest
from ninja import Field, Query, Router

from middenstip.api.geojson import needs_json
from middenstip.api.paging import PageLinks, Window, cut, only_known, page_links
from middenstip.api.parts import (
    AREA,
    ID,
    AreaRef,
    HalfWord,
    Links,
    PublicId,
    Ref,
    Seat,
    Shape,
    known_area,
    links,
    seat,
)
from middenstip.domain.agreements import lifecycle
from middenstip.domain.agreements.selectors import agreement_row, agreement_rows, signature_rows
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.contact import masked

router = Router(tags=["afspraken"], by_alias=True)
State = Literal["wacht-op-handtekeningen", "loopt", "gedaan", "niet-gehaald", "ingetrokken", "vervallen"]
STATES: dict[str, State] = {
    lifecycle.PROPOSED: "wacht-op-handtekeningen",
    lifecycle.OPEN: "loopt",
    lifecycle.DONE: "gedaan",
    lifecycle.NOT_MET: "niet-gehaald",
    lifecycle.WITHDRAWN: "ingetrokken",
    lifecycle.LAPSED: "vervallen",
}
STATE_OF = {word: state for state, word in STATES.items()}


class AgreementsAsked(Window):
    """Filters for agreements."""

    na: str | None = Field(None, pattern=r"^[0-9]{1,15}$", description="Uit `_links.next`.")
    gebied: str | None = Field(None, pattern=AREA, description="CBS-code; ook alles wat erin ligt telt mee.")
    initiatief: str | None = Field(None, pattern=ID, description="Alleen bij dit initiatief.")
    status: State | None = Field(
        None, description="Zonder status: alles wat niet is ingetrokken of vervallen."
    )
    helft: HalfWord | None = Field(None, description="De helft die iets belooft of krijgt.")


class AgreementShape(Shape):
    """Een afspraak, kort."""

    id: str
    wat: str
    als: str = Field(description="De voorwaarden, één per regel.")
    uiterlijk: date
    status: State
    te_laat: bool = Field(description="De afspraak loopt nog en de dag is voorbij.")
    belooft: Seat = Field(description="Wie het belooft.")
    krijgt: Seat = Field(description="Aan wie het beloofd is.")
    versie: int
    initiatief: Ref
    opgave: Ref | None
    gebied: AreaRef
    voorgesteld_op: datetime
    gesloten_op: datetime | None = Field(description="Het moment waarop iedereen had getekend.")
    afgerond_op: datetime | None
    waarom_niet: str = Field(description="Waarom het niet gehaald is.")
    links: Links


class AgreementPage(Shape):
    """Een bladzijde afspraken: de nieuwste eerst."""

    afspraken: list[AgreementShape]
    links: PageLinks


class SignatureShape(Seat):
    """Een zetel die tekent. Wie de pen vasthield staat er niet bij."""

    getekend_op: datetime | None
    op_papier: bool


class AgreementDetail(AgreementShape):
    """Een afspraak met haar handtekeningen."""

    handtekeningen: list[SignatureShape]


@router.get(
    "",
    url_name="afspraken",
    operation_id="afspraken",
    response=AgreementPage,
    summary="Alle afspraken, nieuwste eerst",
)
def index(request: HttpRequest, asked: Query[AgreementsAsked]) -> AgreementPage:
    """The matching agreements. At most two queries."""
    only_known(request, asked)
    needs_json(request)
    area = known_area(asked.gebied)
    rows = agreement_rows(
        area.code if area else "",
        initiative=asked.initiatief or "",
        state=STATE_OF[asked.status] if asked.status else "",
        half=asked.helft or "",
        before=int(asked.na) if asked.na else None,
        limit=asked.aantal + 1,
    )
    page = cut(rows, asked.aantal)
    today = clock.today()
    found = [AgreementShape(**_values(row, today)) for row in page.rows]
    return AgreementPage(afspraken=found, links=page_links(request, page.after))


@router.get(
    "/{id}", url_name="afspraak", operation_id="afspraak", response=AgreementDetail, summary="Eén afspraak"
)
def detail(request: HttpRequest, id: PublicId) -> AgreementDetail:
    """One agreement. Two queries."""
    needs_json(request)
    row = agreement_row(id)
    if row is None:
        raise Http404("Deze afspraak is er niet.")
    return AgreementDetail(
        **_values(row, clock.today()), handtekeningen=[_signature(one) for one in signature_rows(row["pk"])]
    )


def _values(row: dict[str, Any], today: date) -> dict[str, Any]:
    goal = row["goal__public_id"]
    return {
        "id": row["public_id"],
        "wat": masked(row["what"]),
        "als": masked(row["conditions"]),
        "uiterlijk": row["due_on"],
        "status": STATES[row["state"]],
        "te_laat": lifecycle.is_late(row["state"], row["due_on"], today),
        "belooft": seat(row, "promisor_"),
        "krijgt": seat(row, "promisee_"),
        "versie": row["number"],
        "initiatief": Ref(id=row["initiative__public_id"], titel=row["initiative__title"]),
        "opgave": Ref(id=goal, titel=row["goal__title"]) if goal else None,
        "gebied": AreaRef(code=row["area__code"], naam=row["area__name"]),
        "voorgesteld_op": row["proposed_at"],
        "gesloten_op": row["made_at"],
        "afgerond_op": row["closed_at"],
        "waarom_niet": row["why_not"],
        "links": links(f"/afspraken/{row['public_id']}", path_to("agreement", row["public_id"])),
    }


def _signature(row: dict[str, Any]) -> SignatureShape:
    who = seat(row)
    return SignatureShape(zetel=who.zetel, helft=who.helft, getekend_op=row["at"], op_papier=row["on_paper"])
