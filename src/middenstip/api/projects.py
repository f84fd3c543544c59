"""/projecten and /fondsen: what is carried out, its money in cents, and where money can be asked."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from django.http import Http404, HttpRequest
from ninja import Field, Query, Router

from middenstip.api.geojson import needs_json
from middenstip.api.paging import PageLinks, Window, cut, only_known, page_links
from middenstip.api.parts import (
    AREA,
    AreaRef,
    HalfWord,
    Links,
    PublicId,
    Ref,
    Shape,
    half_words,
    known_area,
    links,
)
from middenstip.domain.projects import lifecycle
from middenstip.domain.projects.selectors import project_rows, scheme_rows
from middenstip.domain.projects.selectors.lists import project_row
from middenstip.domain.rooms import path_to

router = Router(tags=["projecten"], by_alias=True)
funds = Router(tags=["fondsen"], by_alias=True)
State = Literal["plan", "ingediend", "besluit", "uitvoering", "oplevering", "beheer", "geleerd"]
STATE_OF = {word: state for state, word in lifecycle.PROJECT.words.items()}


class ProjectsAsked(Window):
    """Filters for projects."""

    na: str | None = Field(None, pattern=r"^[0-9]{1,15}$", description="Uit `_links.next`.")
    gebied: str | None = Field(None, pattern=AREA, description="CBS-code; ook alles wat erin ligt telt mee.")
    status: State | None = Field(None, description="Alleen projecten in deze stap.")


class ProjectShape(Shape):
    """Een project. Bedragen zijn hele centen."""

    id: str
    titel: str
    status: str
    opdrachtgever: str = Field(description="De vorm van opdrachtgeven: die zegt wie uitgaven goedkeurt.")
    helften: list[HalfWord]
    begroot: int
    besteld: int
    betaald: int
    ontvangen: int
    toegekend: int = Field(description="Toegekend en nog niet betaald.")
    geld_op: date | None = Field(description="De eerste dag van de maand waarin het zekere geld op is.")
    uitkomst: str
    gebied: AreaRef
    initiatief: Ref
    links: Links


class ProjectPage(Shape):
    """Een bladzijde projecten: de nieuwste eerst."""

    projecten: list[ProjectShape]
    links: PageLinks


class FundsAsked(Window):
    """Filters for schemes."""

    na: str | None = Field(None, pattern=r"^[0-9]{1,15}$", description="Uit `_links.next`.")


class FundShape(Shape):
    """Een fonds of regeling."""

    naam: str
    van: str
    voorwaarden: str
    ook_commercieel: bool
    uiterste_dag: date | None
    eigen_deel: int = Field(description="In procenten.")
    nagekeken_op: date


class FundPage(Shape):
    """Een bladzijde fondsen: de nieuwste eerst."""

    fondsen: list[FundShape]
    links: PageLinks


@router.get(
    "",
    url_name="projecten",
    operation_id="projecten",
    response=ProjectPage,
    summary="Alle projecten, nieuwste eerst",
)
def index(request: HttpRequest, asked: Query[ProjectsAsked]) -> ProjectPage:
    """The matching projects. At most two queries."""
    only_known(request, asked)
    needs_json(request)
    area = known_area(asked.gebied)
    state = STATE_OF[asked.status] if asked.status else ""
    rows = project_rows(area, state, int(asked.na) if asked.na else None, asked.aantal + 1)
    page = cut(rows, asked.aantal)
    found = [ProjectShape(**_values(row)) for row in page.rows]
    return ProjectPage(projecten=found, links=page_links(request, page.after))


@router.get("/{id}", url_name="project", operation_id="project", response=ProjectShape, summary="Eén project")
def detail(request: HttpRequest, id: PublicId) -> ProjectShape:
    """One project. One query."""
    needs_json(request)
    row = project_row(id)
    if row is None:
        raise Http404("Dit project is er niet.")
    return ProjectShape(**_values(row))


@funds.get(
    "", url_name="fondsen", operation_id="fondsen", response=FundPage, summary="Alle fondsen, nieuwste eerst"
)
def fund_index(request: HttpRequest, asked: Query[FundsAsked]) -> FundPage:
    """The schemes. One query."""
    only_known(request, asked)
    needs_json(request)
    rows = scheme_rows(int(asked.na) if asked.na else None, asked.aantal + 1)
    page = cut(rows, asked.aantal, "id")
    found = [
        FundShape(
            naam=row["name"],
            van=row["level"],
            voorwaarden=row["conditions"],
            ook_commercieel=row["allows_commercial"],
            uiterste_dag=row["deadline"],
            eigen_deel=row["own_share"],
            nagekeken_op=row["checked_on"],
        )
        for row in page.rows
    ]
    return FundPage(fondsen=found, links=page_links(request, page.after))


def _values(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": row["public_id"],
        "titel": row["title"],
        "status": lifecycle.PROJECT.words[row["state"]],
        "opdrachtgever": row["client_form"],
        "helften": half_words(row["halves"]),
        "begroot": row["planned"],
        "besteld": row["ordered"],
        "betaald": row["paid"],
        "ontvangen": row["received"],
        "toegekend": row["promised"],
        "geld_op": row["ends_on"],
        "uitkomst": row["outcome"],
        "gebied": AreaRef(code=row["area__code"], naam=row["area__name"]),
        "initiatief": Ref(id=row["initiative__public_id"], titel=row["initiative__title"]),
        "links": links(f"/projecten/{row['public_id']}", path_to("project", row["public_id"])),
    }
