"""Who is told about budgets: the owner of a plan, of the judgement and of the result."""

from __future__ import annotations

from typing import Any

from middenstip.domain.budgeting import facts
from middenstip.domain.budgeting.lifecycle import RULES
from middenstip.domain.budgeting.models import Budget, Plan
from middenstip.domain.budgeting.selectors import budget_by_id, plan_by_id, plans_of
from middenstip.domain.goals.selectors import chairs_at
from middenstip.journal.told import Silent
from middenstip.notices.audience import Audience, in_seats
from middenstip.notices.dossier import Dossier
from middenstip.notices.policy import Post, own

_ORGANISER = Silent("the organiser did it")
_ON_PAGE = Silent("it stands on the page and on the tribune")
_MODERATED = Silent("who moderates tells the writer why")


def budget_of(dossier: Dossier) -> Budget | None:
    return dossier.subject("budget", budget_by_id)


def plan_of(dossier: Dossier) -> Plan | None:
    """The plan in the data of the fact."""
    budget, public_id = budget_of(dossier), dossier.entry.data.get("plan", "")
    if budget is None or not public_id:
        return None
    return dossier.once("plan", lambda: plan_by_id(budget, public_id))


def _owner(dossier: Dossier) -> list[Any]:
    plan = plan_of(dossier)
    return [plan.person] if plan and plan.person else []


def _owners(dossier: Dossier) -> list[Any]:
    budget = budget_of(dossier)
    plans = plans_of(budget) if budget else []
    return list({one.person_id: one.person for one in plans if one.person}.values())


def _table(dossier: Dossier) -> list[Any]:
    """The seats at the table that agrees on the rules."""
    budget = budget_of(dossier)
    return [chair.seat for chair in chairs_at(budget.goal)] if budget and budget.goal else []


def _waits(dossier: Dossier) -> bool:
    budget = budget_of(dossier)
    return budget is not None and budget.state == RULES


TABLE = in_seats("rules_table", "jij aan de tafel zit die over deze spelregels beslist", _table)
OWNER = Audience("plan_owner", "jij dit plan indiende", _owner)
OWNERS = Audience("plan_owners", "jij een plan indiende voor deze begroting", _owners)


def _gaps(dossier: Dossier) -> dict[str, Any]:
    return {"budget": budget_of(dossier), "plan": plan_of(dossier)}


POST = Post(
    heard={
        facts.BudgetDrafted: (own(TABLE, page="budget", still=_waits),),
        facts.BudgetChanged: (own(TABLE, page="budget", still=_waits),),
        facts.BudgetAgreed: Silent("the page shows which halves said yes"),
        facts.BudgetFixed: _ON_PAGE,
        facts.BudgetChecking: _ON_PAGE,
        facts.BudgetCampaigned: _ON_PAGE,
        facts.BudgetOpened: _ON_PAGE,
        facts.BudgetClosed: _ORGANISER,
        facts.BudgetCounted: (own(OWNERS, page="budget"),),
        facts.BudgetImported: _ORGANISER,
        facts.BudgetFinished: _ORGANISER,
        facts.BudgetStopped: (own(OWNERS, page="budget"),),
        facts.CodesMade: _ORGANISER,
        facts.CodesVoided: _ORGANISER,
        facts.PlanProposed: _ON_PAGE,
        facts.PlanChanged: Silent("the owner did it"),
        facts.PlanAccepted: (own(OWNER, page="budget"),),
        facts.PlanRefused: (own(OWNER, page="budget"),),
        facts.PlanWithdrawn: Silent("the owner did it"),
        facts.PlanWentOn: Silent("who signs hears it of the agreement"),
        facts.PlanDelivered: _ON_PAGE,
        facts.PlanHidden: _MODERATED,
        facts.PlanShown: _MODERATED,
    },
    things={"budget": budget_of},
    gaps=_gaps,
)
