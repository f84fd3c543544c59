"""Pages to read: the list of budgets, one budget, and one plan."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_safe

from middenstip.domain.budgeting import rules
from middenstip.domain.budgeting.lifecycle import (
    BUDGET,
    COUNTED_STATES,
    PRACTICE,
    RULES,
    VOTING,
    WITH_LETTERS,
)
from middenstip.domain.budgeting.models import Budget
from middenstip.domain.budgeting.selectors import (
    assents_to,
    budget_by_id,
    budgets,
    drafts_for,
    plan_by_id,
    plans_of,
    realised,
)
from middenstip.domain.budgeting.services.budgets import STEPS
from middenstip.domain.goals.selectors import chairs_at
from middenstip.domain.parties.selectors import seat_by_id
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.place import cursor
from middenstip.web.pages.budgeting.forms import GoOnForm, JudgeForm, ReasonForm
from middenstip.web.pages.budgeting.present import (
    as_line,
    as_plan,
    listed,
    progress,
    report_url,
    rules_lines,
    stands_of,
    yes_cards,
)
from middenstip.web.shared.hat import actor_of, anyone
from middenstip.web.shared.paging import place_of
from middenstip.web.shared.reply import found

STEP_WORDS = {
    "fix": _lazy("Stel de spelregels vast"),
    "check": _lazy("Sluit de ideeën en begin met haalbaarheid"),
    "campaign": _lazy("Begin de campagne"),
    "open": _lazy("Open het stemmen"),
    "close": _lazy("Sluit de stembus en tel"),
    "finish": _lazy("Rond de begroting af"),
}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Budgets, newest first."""
    size: int = settings.PAGE_SIZE
    after = place_of(request.GET.get("na", ""))
    rows = budgets(after=after, limit=size + 1)
    shown, today = rows[:size], clock.today()
    realised_in = realised(shown)
    page: dict[str, Any] = {
        "title": _("Burgerbegrotingen"),
        "menu": "initiatieven",
        "budgets": [as_line(one, today, realised_in.get(one.pk)) for one in shown],
        "own": drafts_for(request.user.pk, actor_of(request)) if request.user.is_authenticated else [],
        "first_url": "?" if after else "",
    }
    if len(rows) > size:
        page["next_url"] = f"?na={cursor(shown[-1].drafted_at, shown[-1].pk)}"
    return render(request, "budgeting/index.html", page)


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return budget_page(request, public_id)


def budget_page(request: HttpRequest, public_id: str, status: int = 200, **forms: Any) -> HttpResponse:
    """One budget with its plans; `forms` are forms with errors to show again."""
    budget = readable(request, public_id)
    plans = listed(budget, plans_of(budget))
    stands = stands_of(plans)
    page = (
        frame(budget)
        | asked_for_yes(budget, actor_of(request))
        | {
            "title": budget.title,
            "crumbs": [{"url": reverse("budgeting:index"), "label": _("Begrotingen")}],
            "progress": progress(budget),
            "plans": [as_plan(one, budget) | stands.get(one.pk, {}) for one in plans],
            "can_propose": bool(rules.may_propose(budget)),
            "is_organiser": bool(rules.may_organise(actor_of(request), budget.area)),
            "steps": steps_of(budget),
            "stop_form": ReasonForm() if BUDGET.allows(budget.state, "stop") else None,
            "has_letters": budget.state in WITH_LETTERS,
            "has_paper": bool(rules.is_paper_time(budget)),
            "checker": budget.checker.label,
            "can_practise": budget.state in PRACTICE,
        }
    )
    return render(request, "budgeting/detail.html", page | forms, status=status)


@require_safe
def plan(request: HttpRequest, public_id: str, plan_id: str) -> HttpResponse:
    return plan_page(request, public_id, plan_id)


def plan_page(
    request: HttpRequest, public_id: str, plan_id: str, status: int = 200, **forms: Any
) -> HttpResponse:
    """One plan; `forms` are forms with errors to show again."""
    budget = readable(request, public_id)
    one = found(plan_by_id(budget, plan_id))
    by = anyone(request) if request.user.is_authenticated else None
    can_judge = by is not None and BUDGET.allows(budget.state, "judge") and one.state == "proposed"
    page = (
        frame(budget)
        | as_plan(one, budget)
        | {
            "crumbs": crumbs_of(budget),
            "plan": one,
            "who": one.person.shown_name if one.person else "",
            "half": one.seat.half if one.seat else "",
            "can_change": bool(by and rules.may_change(by, one) and budget.state in ("ideas", "checking")),
            "can_withdraw": bool(by and rules.may_withdraw(by, one) and one.state != "withdrawn"),
            "judge_form": JudgeForm() if by and can_judge and rules.may_judge(by, one) else None,
            "can_deliver": bool(
                one.rank and not one.delivered_on and rules.may_organise(actor_of(request), budget.area)
            ),
            "go_on_form": GoOnForm() if isinstance(by, Actor) and rules.may_go_on(by, one) else None,
            "stand_now": stands_of([one]).get(one.pk, {}),
            "report": "" if one.person is None or one.is_hidden else report_url(one),
        }
    )
    return render(request, "budgeting/plan.html", page | forms, status=status)


def readable(request: HttpRequest, public_id: str) -> Budget:
    """The budget, or 404 for who may not read it."""
    budget = found(budget_by_id(public_id))
    return found(budget if rules.may_read(actor_of(request), budget) else None)


def frame(budget: Budget) -> dict[str, Any]:
    """What every page of a budget has."""
    return {
        "menu": "initiatieven",
        "budget": budget,
        "rules": rules_lines(budget),
        "is_voting": budget.state == VOTING,
        "is_counted": budget.state in COUNTED_STATES,
    }


def crumbs_of(budget: Budget) -> list[dict[str, Any]]:
    """The way back from a page under a budget."""
    return [
        {"url": reverse("budgeting:index"), "label": _("Begrotingen")},
        {
            "url": reverse("budgeting:detail", args=[budget.public_id]),
            "label": budget.title,
            "is_title": True,
        },
    ]


def asked_for_yes(budget: Budget, by: Actor | None) -> dict[str, Any]:
    """What each half said to rules that are not fixed, and whether this actor can say yes. Three queries."""
    if budget.state != RULES:
        return {}
    given = assents_to(budget)
    seat = seat_by_id(by.seat_public_id) if by else None
    chairs = {one.seat_id for one in chairs_at(budget.goal)} if budget.goal else None
    goal = budget.goal
    return {
        "cards": yes_cards(given, clock.today()),
        "table": {"url": path_to("goal", goal.public_id), "title": goal.title} if goal else None,
        "mark": rules.mark_of(budget),
        "can_agree": bool(by and seat and rules.may_agree(by, budget, seat, chairs, given)),
    }


def steps_of(budget: Budget) -> list[dict[str, str]]:
    """The next step of the year, for the organiser."""
    return [{"act": act, "label": f"{STEP_WORDS[act]}"} for act in BUDGET.acts(budget.state) if act in STEPS]
