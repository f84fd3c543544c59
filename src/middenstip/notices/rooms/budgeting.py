"""Who is told about budgets: the owner of a plan, of the judgement and of the result."""

from __future__ import annotations

from typing import Any

from middenstip.domain.budgeting import facts
from middenstip.domain.budgeting.models import Budget, Plan
from middenstip.domain.budgeting.selectors import budget_by_id, plan_by_id, plans_of
from middenstip.journal.told import Silent
from middenstip.notices.audience import Audience
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


OWNER = Audience("plan_owner", "jij dit plan indiende", _owner)
OWNERS = Audience("plan_owners", "jij een plan indiende voor deze begroting", _owners)


def _gaps(dossier: Dossier) -> dict[str, Any]:
    return {"budget": budget_of(dossier), "plan": plan_of(dossier)}


POST = Post(
    heard={
        facts.BudgetDrafted: _ORGANISER,
        facts.BudgetChanged: _ORGANISER,
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
        facts.PlanDelivered: _ON_PAGE,
        facts.PlanHidden: _MODERATED,
        facts.PlanShown: _MODERATED,
    },
    things={"budget": budget_of},
    gaps=_gaps,
)
