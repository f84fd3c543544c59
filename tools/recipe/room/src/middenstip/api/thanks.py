"""/bedankjes: the thanks that initiatives got."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest
from middenstip.domain.thanks.selectors import thanks_rows
from ninja import Field, Query, Router

from middenstip.api.geojson import needs_json
from middenstip.api.paging import PageLinks, Window, cut, only_known, page_links
from middenstip.api.parts import HalfWord, Ref, Shape

router = Router(tags=["bedankjes"], by_alias=True)


class ThanksAsked(Window):
    """Filters for thanks."""

    na: str | None = Field(None, pattern=r"^[0-9]{1,15}$", description="Uit `_links.next`.")


class ThanksShape(Shape):
    """Een bedankje."""

    id: str
    tekst: str
    helft: HalfWord
    initiatief: Ref
    op: datetime


class ThanksPage(Shape):
    """Een bladzijde bedankjes: de nieuwste eerst."""

    bedankjes: list[ThanksShape]
    links: PageLinks


@router.get(
    "",
    url_name="bedankjes",
    operation_id="bedankjes",
    response=ThanksPage,
    summary="Alle bedankjes, nieuwste eerst",
)
def index(request: HttpRequest, asked: Query[ThanksAsked]) -> ThanksPage:
    """All of them. One query."""
    only_known(request, asked)
    needs_json(request)
    rows = thanks_rows(int(asked.na) if asked.na else None, asked.aantal + 1)
    page = cut(rows, asked.aantal)
    found = [
        ThanksShape(
            id=row["public_id"],
            tekst=row["text"],
            helft=row["half"],
            initiatief=Ref(id=row["initiative__public_id"], titel=row["initiative__title"]),
            op=row["at"],
        )
        for row in page.rows
    ]
    return ThanksPage(bedankjes=found, links=page_links(request, page.after))
