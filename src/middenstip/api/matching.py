"""/vraag-en-aanbod: what people need and offer."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from django.http import HttpRequest
from ninja import Field, Query, Router

from middenstip.api.geojson import needs_json
from middenstip.api.paging import PageLinks, Window, cut, only_known, page_links
from middenstip.api.parts import HalfWord, Ref, Shape
from middenstip.domain.matching.lifecycle import LISTING, PLACES, SORTS
from middenstip.domain.matching.selectors.listings import api_rows
from middenstip.kernel import clock
from middenstip.kernel.contact import masked

router = Router(tags=["vraag-en-aanbod"], by_alias=True)
SortWord = Literal["kennis", "handen", "uren", "ruimte", "spullen", "geld", "toestemming", "netwerk"]
SORT_BY_WORD = {word: key for key, word in SORTS.items()}


class ListingsAsked(Window):
    """Filters for needs and offers."""

    na: str | None = Field(None, pattern=r"^[0-9]{1,15}$", description="Uit `_links.next`.")
    wat: Literal["vraag", "aanbod"] | None = Field(None, description="Alleen vragen of alleen aanbod.")
    soort: SortWord | None = Field(None, description="Waar het om gaat.")


class ListingShape(Shape):
    """Een vraag of een aanbod. Wie het plaatste staat er niet bij."""

    id: str
    wat: Literal["vraag", "aanbod"]
    soort: SortWord
    titel: str
    uitleg: str
    plek: str | None = Field(description="*plek buiten* of *ruimte binnen*; anders leeg.")
    vierkante_meter: int | None
    gebied: Ref
    initiatief: Ref | None
    helft: HalfWord
    stand: str
    tot_en_met: date
    op: datetime


class ListingPage(Shape):
    """Een bladzijde vraag en aanbod: het nieuwste eerst."""

    vraag_en_aanbod: list[ListingShape]
    links: PageLinks


@router.get(
    "",
    url_name="vraag-en-aanbod",
    operation_id="vraag-en-aanbod",
    response=ListingPage,
    summary="Open vraag en aanbod, nieuwste eerst",
)
def index(request: HttpRequest, asked: Query[ListingsAsked]) -> ListingPage:
    """What is open today. One query."""
    only_known(request, asked)
    needs_json(request)
    rows = api_rows(
        clock.today(),
        int(asked.na) if asked.na else None,
        asked.aantal + 1,
        is_offer=asked.wat == "aanbod" if asked.wat else None,
        sort=SORT_BY_WORD[asked.soort] if asked.soort else "",
    )
    page = cut(rows, asked.aantal)
    found = [
        ListingShape(
            id=row["public_id"],
            wat="aanbod" if row["is_offer"] else "vraag",
            soort=SORTS[row["sort"]],  # type: ignore[arg-type]  # the words of this Literal
            titel=masked(row["title"]),
            uitleg=masked(row["text"]),
            plek=PLACES.get(row["place_kind"]),
            vierkante_meter=row["square_metres"],
            gebied=Ref(id=row["area__code"], titel=row["area__name"]),
            initiatief=Ref(id=row["initiative__public_id"], titel=row["initiative__title"])
            if row["initiative__public_id"]
            else None,
            helft=row["half"],
            stand=LISTING.words[row["state"]],
            tot_en_met=row["until_on"],
            op=row["placed_at"],
        )
        for row in page.rows
    ]
    return ListingPage(vraag_en_aanbod=found, links=page_links(request, page.after))
