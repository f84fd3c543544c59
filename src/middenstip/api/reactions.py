"""/reacties: what people say about an initiative."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from django.http import HttpRequest
from ninja import Field, Query, Router

from middenstip.api.geojson import needs_json
from middenstip.api.paging import PageLinks, Window, cut, only_known, page_links
from middenstip.api.parts import ID, HalfWord, Shape
from middenstip.domain.reactions.lifecycle import KINDS
from middenstip.domain.reactions.selectors import reaction_rows
from middenstip.kernel.contact import masked

router = Router(tags=["reacties"], by_alias=True)
KindWord = Literal["tip", "ervaring", "zorg", "vraag", "herkenbaar"]


class ReactionsAsked(Window):
    """Filters for reactions."""

    na: str | None = Field(None, pattern=r"^[0-9]{1,15}$", description="Uit `_links.next`.")
    initiatief: str = Field(pattern=ID, description="Over dit initiatief.")


class ReactionShape(Shape):
    """Een reactie. Wie haar schreef staat er niet bij."""

    id: str
    soort: KindWord
    tekst: str
    helft: HalfWord | None = Field(description="Leeg als iemand zonder zetel reageerde.")
    op: datetime
    wacht_op_antwoord: bool
    antwoorden: int
    herkenbaar: int = Field(description="Hoeveel mensen dit herkennen.")


class ReactionPage(Shape):
    """Een bladzijde reacties: de nieuwste eerst."""

    reacties: list[ReactionShape]
    links: PageLinks


@router.get(
    "",
    url_name="reacties",
    operation_id="reacties",
    response=ReactionPage,
    summary="Reacties op een initiatief, nieuwste eerst",
)
def index(request: HttpRequest, asked: Query[ReactionsAsked]) -> ReactionPage:
    """The readable reactions about one initiative. One query."""
    only_known(request, asked)
    needs_json(request)
    rows = reaction_rows(asked.initiatief, int(asked.na) if asked.na else None, asked.aantal + 1)
    page = cut(rows, asked.aantal)
    found = [
        ReactionShape(
            id=row["public_id"],
            soort=KINDS[row["kind"]],  # type: ignore[arg-type]  # the words of this Literal
            tekst=masked(row["text"]),
            helft=row["half"],
            op=row["at"],
            wacht_op_antwoord=row["waits"],
            antwoorden=row["reply_count"],
            herkenbaar=row["recognised_count"],
        )
        for row in page.rows
    ]
    return ReactionPage(reacties=found, links=page_links(request, page.after))
