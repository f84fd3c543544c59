"""/initiatieven: public initiatives and their stage. Drafts are never shown."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Field, Query, Router

from middenstip.api.geojson import Format, collection, needs_json, wants_map
from middenstip.api.paging import PageLinks, Window, only_known, page_links
from middenstip.api.parts import (
    AREA,
    BASE,
    AreaRef,
    HalfWord,
    Link,
    Links,
    Photo,
    Point,
    PublicId,
    Seat,
    Shape,
    Typed,
    half_words,
    known_area,
    links,
    photo,
    point,
    seat,
)
from middenstip.domain.areas.models import Area
from middenstip.domain.files.selectors import photos_of
from middenstip.domain.initiatives import method
from middenstip.domain.initiatives.lifecycle import DRAFT, STAGES
from middenstip.domain.initiatives.models import THEMES, Initiative, ReinsCard
from middenstip.domain.initiatives.selectors import STAGE_BY_WORD, Wanted, cards
from middenstip.domain.initiatives.selectors.around import Around, around
from middenstip.domain.initiatives.selectors.detail import initiative_by_id, reins_for
from middenstip.domain.rooms import path_to
from middenstip.kernel.contact import masked
from middenstip.kernel.half import Half
from middenstip.kernel.place import cursor, read_cursor

router = Router(tags=["initiatieven"], by_alias=True)
Stage = Literal["idee", "balie", "verbinden", "doel", "afspraken", "project", "leren", "gestopt"]
if TYPE_CHECKING:
    ThemeSlug = str
else:
    ThemeSlug = Literal[tuple(THEMES)]


class InitiativesAsked(Window):
    """The filters of the page, and the position to continue from."""

    na: str | None = Field(None, pattern=r"^[0-9]{1,16}-[0-9]{1,15}$", description="Uit `_links.next`.")
    gebied: str | None = Field(None, pattern=AREA, description="CBS-code; ook alles wat erin ligt telt mee.")
    thema: ThemeSlug | None = Field(None, description="Een van de hoofdthema's van TOOI.")
    fase: Stage | None = Field(None, description="De stap waarin het initiatief is.")
    helft: HalfWord | None = Field(None, description="De helft die begon.")
    mist: HalfWord | None = Field(None, description="Een helft die nog niet meedoet.")
    q: Typed = Field(
        None,
        max_length=100,
        description="Zoekwoorden, hooguit 16 verschillende; van wat erop lijkt de beste 200, nieuwste eerst.",
    )
    formaat: Format | None = Field(None, description="`geojson` voor een kaart; anders beslist Accept.")


class Theme(Shape):
    """Een hoofdthema uit de TOOI-waardelijst."""

    code: str
    naam: str
    uri: str


class InitiativeShape(Shape):
    """Een initiatief, kort."""

    id: str
    nummer: str = Field(description="Wat mensen zeggen: drie letters van het gebied en een getal.")
    titel: str
    wat: str
    fase: Stage
    helft: HalfWord = Field(description="De helft die begon.")
    helften: list[HalfWord] = Field(description="De helften die meedoen.")
    uitkomst: Literal["gelukt", "deels", "mislukt"] | None = Field(description="Leeg zolang het loopt.")
    thema: Theme | None
    gebied: AreaRef
    openbaar_sinds: datetime
    locatie: Point | None
    links: Links


class InitiativePage(Shape):
    """Een bladzijde initiatieven: nieuwste eerst."""

    initiatieven: list[InitiativeShape]
    links: PageLinks


class Starter(Seat):
    """Wie het initiatief begon, met de naam die zij of hij zelf toont."""

    naam: str


class Reins(Shape):
    """De regie-kaart: waarover de initiatiefnemer praat, en waarover niet."""

    versie: int
    vast: list[str]
    bespreekbaar: list[str]
    open: list[str]


class News(Shape):
    """Nieuws van de initiatiefnemer."""

    op: datetime
    tekst: str


class DetailLinks(Links):
    """Waar het staat, en wat erbij hoort."""

    opgaven: Link
    afspraken: Link


class InitiativeDetail(InitiativeShape):
    """Een initiatief met alles wat openbaar is."""

    waarom: str
    motto: str
    themas: list[Theme]
    initiatiefnemer: Starter
    ook_commercieel: bool = Field(description="Het heeft ook een commercieel doel.")
    wijk: AreaRef | None
    gemeente: AreaRef
    regiekaart: Reins | None
    doen_mee: list[Seat] = Field(description="De zetels die meedoen, in de volgorde waarin ze dat aanboden.")
    fotos: list[Photo] = Field(description="De foto die bovenaan staat komt eerst.")
    nieuws: list[News] = Field(description="De laatste drie berichten.")
    volgers: int
    geleerd: str
    gewijzigd_op: datetime
    links: DetailLinks


@router.get(
    "",
    url_name="initiatieven",
    operation_id="initiatieven",
    response=InitiativePage,
    summary="Alle openbare initiatieven, nieuwste eerst",
)
def index(request: HttpRequest, asked: Query[InitiativesAsked]) -> InitiativePage | HttpResponse:
    """The matching public initiatives. Two queries, and two more for a search."""
    only_known(request, asked)
    as_map = wants_map(request, asked.formaat)
    rows = _rows(asked)
    last = rows[asked.aantal - 1] if len(rows) > asked.aantal else None
    further = page_links(request, cursor(last["submitted_at"], last["pk"]) if last else "")
    found = [_shape(row) for row in rows[: asked.aantal]]
    if as_map:
        places = {one.id: one.locatie.model_dump() for one in found if one.locatie}
        return collection(found, further, key="id", geometry=places)
    return InitiativePage(initiatieven=found, links=further)


@router.get(
    "/{id}",
    url_name="initiatief",
    operation_id="initiatief",
    response=InitiativeDetail,
    summary="Eén initiatief",
)
def detail(request: HttpRequest, id: PublicId) -> InitiativeDetail:
    """One public initiative. Six queries."""
    needs_json(request)
    initiative = initiative_by_id(id)
    if initiative is None or initiative.stage == DRAFT:
        raise Http404("Dit initiatief is er niet, of het is nog een concept.")
    return _detail(initiative, reins_for(initiative), around(initiative))


def _rows(asked: InitiativesAsked) -> list[dict[str, Any]]:
    area = known_area(asked.gebied)
    wanted = Wanted(
        area=(area.code, area.kind) if area else None,
        theme=asked.thema or "",
        stage=STAGE_BY_WORD[asked.fase] if asked.fase else "",
        half=Half(asked.helft) if asked.helft else None,
        missing=Half(asked.mist) if asked.mist else None,
    )
    among = None if asked.q is None else method.find(asked.q, wanted)
    if among == []:
        return []
    return cards(wanted, asked.aantal + 1, before=read_cursor(asked.na) if asked.na else None, among=among)


def _shape(row: dict[str, Any]) -> InitiativeShape:
    return InitiativeShape(
        id=row["public_id"],
        nummer=row["number"],
        titel=row["title"],
        wat=masked(row["what"]),
        fase=STAGES.words[row["stage"]],  # type: ignore[arg-type]
        helft=row["origin_half"],
        helften=half_words(row["halves"]),
        uitkomst=row["outcome"] or None,
        thema=_theme(row["theme"]),
        gebied=AreaRef(code=row["area__code"], naam=row["area__name"]),
        openbaar_sinds=row["submitted_at"],
        locatie=point(row["lon"], row["lat"]),
        links=links(f"/initiatieven/{row['public_id']}", path_to("initiative", row["public_id"])),
    )


def _detail(one: Initiative, reins: ReinsCard | None, more: Around) -> InitiativeDetail:
    themes = [theme for theme in map(_theme, more.themes) if theme]
    return InitiativeDetail(
        id=one.public_id,
        nummer=one.number,  # type: ignore[arg-type]
        titel=one.title,
        wat=masked(one.what),
        waarom=masked(one.why),
        motto=one.motto,
        fase=STAGES.words[one.stage],  # type: ignore[arg-type]
        helft=one.origin_half,  # type: ignore[arg-type]
        helften=half_words(one.halves),
        uitkomst=one.outcome or None,  # type: ignore[arg-type]
        thema=next(iter(themes), None),
        themas=themes,
        initiatiefnemer=Starter(
            naam=one.initiator.shown_name,
            zetel=one.seat.label,
            helft=one.origin_half,  # type: ignore[arg-type]
        ),
        ook_commercieel=one.is_hybrid,
        gebied=_area(one.area),
        wijk=_area(one.district) if one.district else None,
        gemeente=_area(one.municipality),
        regiekaart=_reins(reins),
        doen_mee=[seat(row) for row in more.helping],
        fotos=[photo(row) for row in photos_of("initiative", one.public_id)],
        nieuws=[News(op=row["at"], tekst=masked(row["text"])) for row in more.news],
        volgers=one.follower_count,
        geleerd=one.lesson,
        openbaar_sinds=one.submitted_at,  # type: ignore[arg-type]
        gewijzigd_op=one.changed_at,
        locatie=point(one.lon, one.lat),
        links=_links(one.public_id),
    )


def _reins(card: ReinsCard | None) -> Reins | None:
    if card is None:
        return None
    lines = {"vast": card.fixed, "bespreekbaar": card.negotiable, "open": card.open}
    return Reins(versie=card.number, **{key: text.splitlines() for key, text in lines.items()})


def _links(public_id: str) -> DetailLinks:
    both = links(f"/initiatieven/{public_id}", path_to("initiative", public_id))
    asked = f"?initiatief={public_id}"
    return DetailLinks(
        self=both.self,
        pagina=both.pagina,
        opgaven=Link(href=f"{BASE}/opgaven{asked}"),
        afspraken=Link(href=f"{BASE}/afspraken{asked}"),
    )


def _area(area: Area) -> AreaRef:
    return AreaRef(code=area.code, naam=area.name)


def _theme(slug: str | None) -> Theme | None:
    theme = THEMES.get(slug or "")
    return Theme(code=theme.slug, naam=theme.word, uri=theme.uri) if theme else None
