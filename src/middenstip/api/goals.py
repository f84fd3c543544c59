"""/opgaven: the tables where the three halves look for one goal. Closed letters are never shown."""

from __future__ import annotations

from datetime import datetime
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
    half_words,
    known_area,
    links,
)
from middenstip.domain.goals import lifecycle
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import (
    Place,
    VersionLine,
    goal_by_id,
    goal_rows,
    places_at,
    versions_of,
)
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.contact import masked

router = Router(tags=["opgaven"], by_alias=True)
ALL_HALVES = 7
State = Literal["helft-ontbreekt", "schrijven", "briefjes-open", "voorstel", "gedeeld", "afgerond", "gestopt"]
Answer = Literal["ja", "tenzij", "nee"]
STATES: dict[str, State] = {
    lifecycle.GATHERING: "helft-ontbreekt",
    lifecycle.WRITING: "schrijven",
    lifecycle.REVEALED: "briefjes-open",
    lifecycle.PROPOSED: "voorstel",
    lifecycle.SHARED: "gedeeld",
    lifecycle.FINISHED: "afgerond",
    lifecycle.STOPPED: "gestopt",
}
STATE_OF = {word: state for state, word in STATES.items()}


class GoalsAsked(Window):
    """Filters for tables."""

    na: str | None = Field(None, pattern=r"^[0-9]{1,15}$", description="Uit `_links.next`.")
    gebied: str | None = Field(None, pattern=AREA, description="CBS-code; ook alles wat erin ligt telt mee.")
    initiatief: str | None = Field(None, pattern=ID, description="Alleen bij dit initiatief.")
    status: State | None = Field(None, description="Hoe ver de tafel is.")


class GoalShape(Shape):
    """Een opgave, kort."""

    id: str
    titel: str
    vraag: str
    status: State
    versie: int = Field(description="De versie van het doel die op tafel ligt; 0 als er nog geen is.")
    aan_tafel: list[HalfWord] = Field(description="De helften die aan tafel zitten.")
    ontbreekt: list[HalfWord] = Field(description="De helften die nog ontbreken.")
    zeiden_ja: list[HalfWord] = Field(description="De helften waarvan iedereen aan tafel ja zei.")
    begonnen_door: HalfWord
    initiatief: Ref | None
    gebied: AreaRef
    geopend_op: datetime
    gewijzigd_op: datetime
    links: Links


class GoalPage(Shape):
    """Een bladzijde opgaven: de nieuwste eerst."""

    opgaven: list[GoalShape]
    links: PageLinks


class Said(Shape):
    """Wat een zetel zegt tegen een versie. Wie er niet bij staat, zweeg: zwijgen is geen ja."""

    zetel: str
    helft: HalfWord
    antwoord: Answer
    voorwaarde: str = Field(description="Wat er nodig is voor een ja, bij “tenzij”.")
    op: datetime


class VersionShape(Shape):
    """Een versie van het gezamenlijke doel."""

    nummer: int
    tekst: str
    van: str = Field(description="De zetel die deze tekst op tafel legde.")
    op: datetime
    antwoorden: list[Said]


class LetterShape(Seat):
    """Het doel zoals een zetel het eerst alleen opschreef."""

    tekst: str


class GoalDetail(GoalShape):
    """Een opgave met wie er zit, wat er ligt en wie wat zei."""

    zetels: list[Seat] = Field(description="Wie er nu aan tafel zit.")
    versies: list[VersionShape] = Field(description="Nieuwste eerst; hooguit dertig.")
    briefjes: list[LetterShape] = Field(description="Leeg tot de briefjes samen opengaan.")


@router.get(
    "", url_name="opgaven", operation_id="opgaven", response=GoalPage, summary="Alle opgaven, nieuwste eerst"
)
def index(request: HttpRequest, asked: Query[GoalsAsked]) -> GoalPage:
    """The matching tables. At most two queries."""
    only_known(request, asked)
    needs_json(request)
    area = known_area(asked.gebied)
    rows = goal_rows(
        area.code if area else "",
        initiative=asked.initiatief or "",
        state=STATE_OF[asked.status] if asked.status else "",
        before=int(asked.na) if asked.na else None,
        limit=asked.aantal + 1,
    )
    page = cut(rows, asked.aantal)
    return GoalPage(
        opgaven=[GoalShape(**_values(row)) for row in page.rows], links=page_links(request, page.after)
    )


@router.get("/{id}", url_name="opgave", operation_id="opgave", response=GoalDetail, summary="Eén opgave")
def detail(request: HttpRequest, id: PublicId) -> GoalDetail:
    """One table, as a visitor sees it. Three queries."""
    needs_json(request)
    goal = goal_by_id(id)
    if goal is None:
        raise Http404("Deze opgave is er niet.")
    places = places_at(goal, (), clock.today())
    return GoalDetail(
        **_values(_row(goal)),
        zetels=[Seat(zetel=one.label, helft=one.half) for one in places if one.is_here],  # type: ignore[arg-type]
        versies=[_version(one) for one in versions_of(goal)],
        briefjes=[_letter(one) for one in places if one.letter],
    )


def _row(goal: Goal) -> dict[str, Any]:
    there = {"area__code": goal.area.code, "area__name": goal.area.name}
    of = goal.initiative
    about = {"initiative__public_id": of and of.public_id, "initiative__title": of and of.title}
    return vars(goal) | there | about


def _values(row: dict[str, Any]) -> dict[str, Any]:
    of = row["initiative__public_id"]
    return {
        "id": row["public_id"],
        "titel": row["title"],
        "vraag": row["question"],
        "status": STATES[row["state"]],
        "versie": row["number"],
        "aan_tafel": half_words(row["halves_present"]),
        "ontbreekt": half_words(ALL_HALVES & ~row["halves_present"]),
        "zeiden_ja": half_words(row["halves_yes"]),
        "begonnen_door": row["raised_half"],
        "initiatief": Ref(id=of, titel=row["initiative__title"]) if of else None,
        "gebied": AreaRef(code=row["area__code"], naam=row["area__name"]),
        "geopend_op": row["opened_at"],
        "gewijzigd_op": row["changed_at"],
        "links": links(f"/opgaven/{row['public_id']}", path_to("goal", row["public_id"])),
    }


def _version(one: VersionLine) -> VersionShape:
    answers = [
        Said(
            zetel=said.label,
            helft=said.half,  # type: ignore[arg-type]
            antwoord=said.answer,  # type: ignore[arg-type]
            voorwaarde=masked(said.condition),
            op=said.at,
        )
        for said in one.answers
    ]
    return VersionShape(nummer=one.number, tekst=masked(one.text), van=one.by, op=one.at, antwoorden=answers)


def _letter(one: Place) -> LetterShape:
    return LetterShape(zetel=one.label, helft=one.half, tekst=one.letter)  # type: ignore[arg-type]
