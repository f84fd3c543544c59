"""/besluiten: what the three halves decided."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from django.http import HttpRequest
from ninja import Field, Query, Router

from middenstip.api.geojson import needs_json
from middenstip.api.paging import PageLinks, Window, cut, only_known, page_links
from middenstip.api.parts import AREA, AreaRef, HalfWord, Ref, Shape
from middenstip.domain.deliberation.selectors.decisions import decision_rows
from middenstip.kernel.contact import masked

router = Router(tags=["besluiten"], by_alias=True)
OUTCOMES = {"adopted": "aangenomen", "stalemate": "patstelling", "ended": "geen-besluit"}
MODES = {"vote": "stemmen", "consent": "consent"}


class DecisionsAsked(Window):
    """Filters for decisions."""

    na: str | None = Field(None, pattern=r"^[0-9]{1,15}$", description="Uit `_links.next`.")
    gebied: str | None = Field(None, pattern=AREA, description="In dit gebied.")


class CountShape(Shape):
    """Wat één helft in de laatste ronde stemde."""

    helft: HalfWord
    kieslijst: int
    ja: int
    nee_tenzij: int
    nee: int
    blanco: int
    ja_nodig: int
    zegt_ja: bool


class DecisionShape(Shape):
    """Een besluit van drie helften. Namen staan er niet in."""

    id: str
    nummer: int = Field(description="Per gemeente.")
    vraag: str
    tekst: str = Field(description="Wat vanaf nu geldt: het besluit, of wat er blijft.")
    uitkomst: Literal["aangenomen", "patstelling", "geen-besluit"]
    methode: Literal["stemmen", "consent"]
    rondes: int
    opkomst: int = Field(description="In procenten. De helft daarvan moest ja zeggen.")
    gemiddelde: str = Field(description="Zoveel ja was gemiddeld nodig, als breuk.")
    helften: list[CountShape]
    opgave: Ref
    gebied: AreaRef
    besloten_op: datetime
    opnieuw_op: date
    stemming: str = Field(description="Het id van de laatste ronde: `/stemming/{id}/stemmen.csv`.")


class DecisionPage(Shape):
    """Een bladzijde besluiten: de nieuwste eerst."""

    besluiten: list[DecisionShape]
    links: PageLinks


@router.get(
    "",
    url_name="besluiten",
    operation_id="besluiten",
    response=DecisionPage,
    summary="Besluiten van drie helften, nieuwste eerst",
)
def index(request: HttpRequest, asked: Query[DecisionsAsked]) -> DecisionPage:
    """All decisions, or those in one area. One query."""
    only_known(request, asked)
    needs_json(request)
    rows = decision_rows(asked.gebied or "", int(asked.na) if asked.na else None, asked.aantal + 1)
    page = cut(rows, asked.aantal)
    found = [
        DecisionShape(
            id=row["public_id"],
            nummer=row["number"],
            vraag=masked(row["question"]),
            tekst=masked(row["text"]),
            uitkomst=OUTCOMES[row["outcome"]],  # type: ignore[arg-type]  # the words of this Literal
            methode=MODES[row["ballot__mode"]],  # type: ignore[arg-type]
            rondes=row["ballot__round"],
            opkomst=row["ballot__quorum"],
            gemiddelde=row["ballot__mean_share"],
            helften=[
                CountShape(
                    helft=half["half"],
                    kieslijst=half["roll"],
                    ja=half["ja"],
                    nee_tenzij=half["tenzij"],
                    nee=half["nee"],
                    blanco=half["neutraal"],
                    ja_nodig=half["quorum"],
                    zegt_ja=half["says_yes"],
                )
                for half in row["ballot__halves"]
            ],
            opgave=Ref(id=row["goal__public_id"], titel=row["goal__title"]),
            gebied=AreaRef(code=row["area__code"], naam=row["area__name"]),
            besloten_op=row["decided_at"],
            opnieuw_op=row["review_on"],
            stemming=row["ballot__public_id"],
        )
        for row in page.rows
    ]
    return DecisionPage(besluiten=found, links=page_links(request, page.after))
