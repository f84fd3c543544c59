"""/signalen: what holds initiatives up, and what was answered."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from django.http import HttpRequest
from ninja import Field, Query, Router

from middenstip.api.geojson import needs_json
from middenstip.api.paging import PageLinks, Window, cut, only_known, page_links
from middenstip.api.parts import AREA, AreaRef, Shape
from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.signals.lifecycle import KINDS, SIGNAL
from middenstip.domain.signals.selectors import signal_rows
from middenstip.kernel.contact import masked

router = Router(tags=["signalen"], by_alias=True)
SortWord = Literal["regel", "plan", "geld", "buurt", "tijd", "kennis", "loket"]
SORTS = {word: key for key, word in KINDS.items()}


class SignalsAsked(Window):
    """Filters for signals."""

    na: str | None = Field(None, pattern=r"^[0-9]{1,15}$", description="Uit `_links.next`.")
    gebied: str | None = Field(None, pattern=AREA, description="In dit gebied.")
    soort: SortWord | None = Field(None, description="Van deze soort.")


class SignalShape(Shape):
    """Een signaal. Wie het gaf staat er niet bij."""

    id: str
    soort: SortWord
    titel: str
    tekst: str
    gebied: AreaRef
    stand: str
    ligt_bij: str | None = Field(description="De zetel die antwoordt.")
    mensen: int = Field(description="Hoeveel mensen dit meldden.")
    uren: int = Field(description="Hoeveel uur het hun kostte.")
    op: datetime
    uiterlijk: date | None
    beantwoord: datetime | None
    op_tijd: bool | None


class SignalPage(Shape):
    """Een bladzijde signalen: de nieuwste eerst."""

    signalen: list[SignalShape]
    links: PageLinks


@router.get(
    "", url_name="signalen", operation_id="signalen", response=SignalPage, summary="Signalen, nieuwste eerst"
)
def index(request: HttpRequest, asked: Query[SignalsAsked]) -> SignalPage:
    """The readable signals. One query, and one for the area."""
    only_known(request, asked)
    needs_json(request)
    area = area_by_code(asked.gebied) if asked.gebied else None
    if asked.gebied and area is None:
        return SignalPage(signalen=[], links=page_links(request, ""))
    kind = SORTS[asked.soort] if asked.soort else ""
    page = cut(signal_rows(area, kind, int(asked.na) if asked.na else None, asked.aantal + 1), asked.aantal)
    return SignalPage(signalen=[_shape(row) for row in page.rows], links=page_links(request, page.after))


def _shape(row: dict[str, Any]) -> SignalShape:
    seat = ", ".join(part for part in (row["to__title"], row["to__side__organisation__name"]) if part)
    return SignalShape(
        id=row["public_id"],
        soort=KINDS[row["kind"]],  # type: ignore[arg-type]  # the words of this Literal
        titel=masked(row["title"]),
        tekst=masked(row["text"]),
        gebied=AreaRef(code=row["area__code"], naam=row["area__name"]),
        stand=SIGNAL.words[row["state"]],
        ligt_bij=seat or None,
        mensen=row["report_count"],
        uren=row["hours_lost"],
        op=row["at"],
        uiterlijk=row["due_on"],
        beantwoord=row["answered_at"],
        op_tijd=row["was_in_time"],
    )
