"""/begrotingen: participatory budgets, their plans and their results."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from django.http import Http404, HttpRequest
from ninja import Field, Query, Router

from middenstip.api.geojson import needs_json
from middenstip.api.paging import PageLinks, Window, only_known, page_links
from middenstip.api.parts import AreaRef, Links, PublicId, Shape, links
from middenstip.domain.budgeting.lifecycle import READABLE
from middenstip.domain.budgeting.models import Budget, Plan
from middenstip.domain.budgeting.selectors import budget_by_id, budget_rows, outcome_of, plans_of
from middenstip.domain.rooms import path_to
from middenstip.kernel.contact import masked

router = Router(tags=["begrotingen"], by_alias=True)


class BudgetsAsked(Window):
    """The position in the list."""

    na: str | None = Field(None, pattern=r"^[0-9]{1,15}$", description="Uit `_links.next`.")


class BudgetShape(Shape):
    """Een burgerbegroting, kort. Bedragen zijn in centen."""

    id: str
    titel: str
    gebied: AreaRef
    stand: str = Field(description="De stap van het jaar, zoals `voting` of `counted`.")
    bedrag: int
    stembiljet: Literal["approval", "choose", "points", "basket"]
    regel: Literal["mes", "bos", "greedy", "no-skip"]
    aanvulling: Literal["none", "greedy", "add1", "add1e", "add1u"]
    stemmen_tot_en_met: date
    links: Links


class BudgetPage(Shape):
    """Een bladzijde begrotingen: de nieuwste eerst."""

    begrotingen: list[BudgetShape]
    links: PageLinks


class PlanShape(Shape):
    """Een plan. De naam van wie het indiende staat er niet bij."""

    nummer: int
    titel: str
    wat: str
    waar: str
    kosten: int | None
    stand: str
    reden: str
    stemmen: int | None
    plaats: int | None = Field(description="De plaats bij de winnaars; leeg als het niet won.")
    waarom: str


class BudgetDetail(BudgetShape):
    """Een burgerbegroting met haar plannen, en na de telling de uitslag."""

    wie_stemt: str
    minste_stemmen: int
    hoeveel: int = Field(description="Hoeveel plannen of punten; 0 als dat bij het stembiljet niet hoort.")
    voor_jongeren: bool
    zin_voor_het_lot: str
    controlegetal: str = Field(
        description="Van de spelregels zoals de drie helften ze vaststelden (docs/methoden)."
    )
    aantal_stemmen: int
    narekenen: str = Field(description="Het commando dat dezelfde uitslag geeft; leeg vóór de telling.")
    plannen: list[PlanShape]


@router.get(
    "",
    url_name="begrotingen",
    operation_id="begrotingen",
    response=BudgetPage,
    summary="Begrotingen, nieuwste eerst",
)
def index(request: HttpRequest, asked: Query[BudgetsAsked]) -> BudgetPage:
    """Budgets of which the rules are fixed. One query."""
    only_known(request, asked)
    needs_json(request)
    rows = budget_rows(int(asked.na) if asked.na else None, asked.aantal + 1)
    shown = rows[: asked.aantal]
    after = f"{shown[-1].pk}" if len(rows) > asked.aantal else ""
    return BudgetPage(
        begrotingen=[BudgetShape(**_values(one)) for one in shown], links=page_links(request, after)
    )


@router.get(
    "/{id}", url_name="begroting", operation_id="begroting", response=BudgetDetail, summary="Eén begroting"
)
def detail(request: HttpRequest, id: PublicId) -> BudgetDetail:
    """One budget. Three queries."""
    needs_json(request)
    budget = budget_by_id(id)
    if budget is None or budget.state not in READABLE:
        raise Http404("Deze begroting is er niet.")
    outcome = outcome_of(budget)
    return BudgetDetail(
        **_values(budget),
        wie_stemt=budget.who,
        minste_stemmen=budget.min_votes,
        hoeveel=budget.most,
        voor_jongeren=budget.is_youth,
        zin_voor_het_lot=budget.lot,
        controlegetal=budget.rules_mark,
        aantal_stemmen=budget.ballot_count,
        narekenen=outcome.command if outcome else "",
        plannen=[_plan(one) for one in plans_of(budget)],
    )


def _plan(one: Plan) -> PlanShape:
    return PlanShape(
        nummer=one.number,
        titel=masked(one.title),
        wat=masked(one.text),
        waar=masked(one.place),
        kosten=one.cost,
        stand=one.state,
        reden=one.reason,
        stemmen=one.votes,
        plaats=one.rank,
        waarom=one.why,
    )


def _values(one: Budget) -> dict[str, Any]:
    return {
        "id": one.public_id,
        "titel": one.title,
        "gebied": AreaRef(code=one.area.code, naam=one.area.name),
        "stand": one.state,
        "bedrag": one.amount,
        "stembiljet": one.kind,
        "regel": one.rule,
        "aanvulling": one.completion,
        "stemmen_tot_en_met": one.closes_on,
        "links": links(f"/begrotingen/{one.public_id}", path_to("budget", one.public_id)),
    }
