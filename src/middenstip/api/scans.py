"""/scans: the scans of areas, with the checksum of those that are fixed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Field, Query, Router

from middenstip.api.geojson import needs_json
from middenstip.api.paging import PageLinks, Window, cut, only_known, page_links
from middenstip.api.parts import AREA, AreaRef, Shape
from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.baseline.lifecycle import SCAN
from middenstip.domain.baseline.selectors import scan_rows
from middenstip.domain.rooms import path_to
from middenstip.kernel.contact import masked

router = Router(tags=["scans"], by_alias=True)


class ScansAsked(Window):
    """Filters for scans."""

    na: str | None = Field(None, pattern=r"^[0-9]{1,15}$", description="Uit `_links.next`.")
    gebied: str | None = Field(None, pattern=AREA, description="In dit gebied.")


class ScanShape(Shape):
    """Een scan. Wie hem begon staat er niet bij."""

    id: str
    vraag: str
    gebied: AreaRef
    stand: str
    herhaling_van: str | None = Field(description="De scan die met deze opnieuw gemeten wordt.")
    begonnen: datetime
    vastgesteld: datetime | None
    controlegetal: str | None = Field(description="De SHA-256 van het bestand met de cijfers.")
    cijfers: str = Field(description="Het adres van het bestand met de cijfers (CSV).")


class ScanPage(Shape):
    """Een bladzijde scans: de nieuwste eerst."""

    scans: list[ScanShape]
    links: PageLinks


@router.get("", url_name="scans", operation_id="scans", response=ScanPage, summary="Scans, nieuwste eerst")
def index(request: HttpRequest, asked: Query[ScansAsked]) -> ScanPage:
    """The readable scans. One query, and one for the area."""
    only_known(request, asked)
    needs_json(request)
    area = area_by_code(asked.gebied) if asked.gebied else None
    if asked.gebied and area is None:
        return ScanPage(scans=[], links=page_links(request, ""))
    page = cut(scan_rows(area, int(asked.na) if asked.na else None, asked.aantal + 1), asked.aantal)
    return ScanPage(scans=[_shape(row) for row in page.rows], links=page_links(request, page.after))


def _shape(row: dict[str, Any]) -> ScanShape:
    return ScanShape(
        id=row["public_id"],
        vraag=masked(row["question"]),
        gebied=AreaRef(code=row["area__code"], naam=row["area__name"]),
        stand=SCAN.words[row["state"]],
        herhaling_van=row["baseline__public_id"],
        begonnen=row["at"],
        vastgesteld=row["fixed_at"],
        controlegetal=row["checksum"] or None,
        cijfers=path_to("scan", row["public_id"]) + "cijfers.csv",
    )
