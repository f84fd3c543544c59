"""/bijeenkomsten: what is in the agenda, with what came of it."""

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
    Photo,
    PublicId,
    Shape,
    known_area,
    links,
    photo,
)
from middenstip.domain.files.selectors import photos_of
from middenstip.domain.gatherings.lifecycle import GATHERING, HALL, KINDS, REPORT_PHOTO
from middenstip.domain.gatherings.models import Gathering, HallQuestion
from middenstip.domain.gatherings.selectors import Asked, gathering_by_id, gathering_rows, shown_photos
from middenstip.domain.gatherings.selectors.hall import shown_hall
from middenstip.domain.rooms import path_to
from middenstip.kernel.contact import masked
from middenstip.kernel.half import Half

router = Router(tags=["bijeenkomsten"], by_alias=True)
KindWord = Literal["bijeenkomst", "meet-up", "wandeling", "luisterronde", "activiteit", "terugkomsessie"]
StateWord = Literal["aangekondigd", "geweest", "opgevolgd", "afgelast"]
HallWord = Literal["wacht", "op tafel", "beantwoord", "samengevat", "gehoord"]
KEYS = {word: kind for kind, word in KINDS.items()}


class GatheringsAsked(Window):
    """Filters for gatherings."""

    na: str | None = Field(None, pattern=r"^[0-9]{1,15}$", description="Uit `_links.next`.")
    gebied: str | None = Field(None, pattern=AREA, description="CBS-code; ook alles wat erin ligt telt mee.")
    soort: KindWord | None = Field(None, description="Alleen deze soort.")


class HalfCount(Shape):
    """Hoeveel mensen van één helft."""

    helft: HalfWord
    aangemeld: int
    zonder_aanmelding: int


class GatheringShape(Shape):
    """Een bijeenkomst. Van een besloten bijeenkomst staat er alleen wanneer en waarom."""

    id: str
    soort: KindWord
    titel: str
    tekst: str = Field(description="Van een besloten bijeenkomst: waarom die besloten is.")
    besloten: bool
    begint: datetime
    eindigt: datetime
    plek: str
    online: str
    toegankelijkheid: str
    gebied: AreaRef
    status: StateWord
    plekken: int | None
    komen: list[HalfCount] = Field(description="Van een besloten bijeenkomst leeg.")
    vervolgdag: date | None
    gedaan_op_vervolgdag: int | None = Field(description="Leeg zolang die dag nog komt.")
    links: Links


class HallQuestionShape(Shape):
    """Een vraag uit de zaal. Wie haar stelde, is niet bekend."""

    id: str
    tekst: str
    helft: HalfWord | None
    status: HallWord
    ook_mijn_vraag: int = Field(description="Voor hoeveel anderen dit ook hun vraag is.")
    van_papier: bool
    samenvatting: str = Field(description="In een luisterronde: wat er is gehoord. Anders leeg.")


class GatheringWhole(GatheringShape):
    """Eén bijeenkomst, met de foto’s waar iedereen die erop staat ja tegen zei, en de vragen uit de zaal."""

    fotos: list[Photo]
    vragen: list[HallQuestionShape] = Field(
        description="Wat de meesten vragen eerst. Van een besloten bijeenkomst leeg."
    )


class GatheringPage(Shape):
    """Een bladzijde bijeenkomsten: de laatst aangekondigde eerst."""

    bijeenkomsten: list[GatheringShape]
    links: PageLinks


@router.get(
    "",
    url_name="bijeenkomsten",
    operation_id="bijeenkomsten",
    response=GatheringPage,
    summary="Bijeenkomsten, laatst aangekondigd eerst",
)
def index(request: HttpRequest, asked: Query[GatheringsAsked]) -> GatheringPage:
    """The matching gatherings. At most two queries."""
    only_known(request, asked)
    needs_json(request)
    area = known_area(asked.gebied)
    wanted = Asked(area=(area.code, area.kind) if area else None, kind=KEYS.get(asked.soort or "", ""))
    rows = gathering_rows(wanted, int(asked.na) if asked.na else None, asked.aantal + 1)
    shown = rows[: asked.aantal]
    after = f"{shown[-1].pk}" if len(rows) > asked.aantal else ""
    return GatheringPage(
        bijeenkomsten=[GatheringShape(**_values(row)) for row in shown], links=page_links(request, after)
    )


@router.get(
    "/{id}",
    url_name="bijeenkomst",
    operation_id="bijeenkomst",
    response=GatheringWhole,
    summary="Eén bijeenkomst",
)
def detail(request: HttpRequest, id: PublicId) -> GatheringWhole:
    """One gathering that everyone may read. At most four queries."""
    needs_json(request)
    one = gathering_by_id(id)
    if one is None or one.is_hidden:
        raise Http404("Deze bijeenkomst is er niet.")
    photos = [photo(row) for row in photos_of(REPORT_PHOTO, *shown_photos(one))]
    return GatheringWhole(**_values(one), fotos=photos, vragen=[_asked(row) for row in shown_hall(one)])


def _asked(row: HallQuestion) -> HallQuestionShape:
    told: dict[str, Any] = {
        "id": row.public_id,
        "tekst": masked(row.text),
        "helft": row.half or None,
        "status": HALL.words[row.state],
        "ook_mijn_vraag": row.echoes,
        "van_papier": row.on_card,
        "samenvatting": masked(row.summary),
    }
    return HallQuestionShape(**told)


def _values(one: Gathering) -> dict[str, Any]:
    counts = [
        HalfCount(
            helft=half.value, aangemeld=one.coming.get(half, 0), zonder_aanmelding=one.walked_in.get(half, 0)
        )
        for half in Half
    ]
    return {
        "id": one.public_id,
        "soort": KINDS[one.kind],
        "titel": masked(one.title),
        "tekst": masked(one.what),
        "besloten": one.is_closed,
        "begint": one.starts_at,
        "eindigt": one.ends_at,
        "plek": masked(one.place),
        "online": one.online,
        "toegankelijkheid": masked(one.access),
        "gebied": AreaRef(code=one.area.code, naam=one.area.name),
        "status": GATHERING.words[one.state],
        "plekken": one.places,
        "komen": [] if one.is_closed else counts,
        "vervolgdag": one.follow_up_on,
        "gedaan_op_vervolgdag": one.follow_up_done,
        "links": links(f"/bijeenkomsten/{one.public_id}", path_to("gathering", one.public_id)),
    }
