"""Services that write a plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from middenstip.domain.budgeting import facts, rules
from middenstip.domain.budgeting.lifecycle import (
    BUDGET,
    COUNTED_STATES,
    MOST_MONEY,
    MOST_PLANS,
    PLAN,
    REFUSED,
)
from middenstip.domain.budgeting.models import Budget, Plan
from middenstip.domain.budgeting.services.record import fresh, fresh_plan, record_about
from middenstip.domain.initiatives.models import Initiative
from middenstip.kernel import hidden, typed
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

WITHDRAWN_TEXT = "Dit plan is ingetrokken."


@write
@once(lambda public_id: Plan.objects.select_related("budget__area").get(public_id=public_id))
def propose_plan(
    *,
    by: Doer,
    budget: Budget,
    texts: Mapping[str, str],
    costs: tuple[int, int],
    initiative: Initiative | None = None,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Plan:
    """Propose a plan; the proposer is its owner. `costs` are the least and the most it costs, in cents."""
    budget = fresh(budget)
    may = rules.may_propose(budget)
    if not may:
        raise NotNow(may.reason)
    if initiative:
        require(rules.may_link(by, initiative))
    if budget.plan_count >= MOST_PLANS:
        raise NotNow("Er zijn al 400 plannen. Meer past niet op een stembiljet.")
    budget.plan_count += 1
    plan = Plan(
        public_id=public_id or new_id(),
        budget=budget,
        number=budget.plan_count,
        person_id=by.person_id,
        seat_id=by.seat_id if isinstance(by, Actor) else None,
        initiative=initiative,
        at=at,
        **_cleaned(texts, costs),
    ).store()
    budget.store("plan_count")
    record_about(facts.PlanProposed, budget, by, at, plan=plan.public_id)
    return plan


@write
def change_plan(
    *, by: Doer, plan: Plan, texts: Mapping[str, str], costs: tuple[int, int], at: datetime
) -> Plan:
    """The owner changes a plan before it is judged; after a no, this is the one repair."""
    plan = fresh_plan(plan)
    require(rules.may_change(by, plan))
    if not BUDGET.allows(plan.budget.state, "propose") and not BUDGET.allows(plan.budget.state, "judge"):
        raise NotNow(BUDGET.refusal(plan.budget.state))
    is_repair = plan.state == REFUSED
    plan.state = PLAN.after(plan.state, "repair" if is_repair else "change")
    plan.repairs += is_repair
    new = _cleaned(texts, costs)
    for name, value in new.items():
        setattr(plan, name, value)
    plan.store(*new, "state", "repairs")
    record_about(facts.PlanChanged, plan.budget, by, at, plan=plan.public_id)
    return plan


@write
def judge_plan(*, by: Doer, plan: Plan, is_feasible: bool, cost: int, reason: str, at: datetime) -> Plan:
    """The named seat says whether a plan is feasible, at which cost (cents), and why. Everyone reads it."""
    plan = fresh_plan(plan)
    require(rules.may_judge(by, plan))
    BUDGET.after(plan.budget.state, "judge")
    plan.state = PLAN.after(plan.state, "accept" if is_feasible else "refuse")
    plan.reason = typed.text(reason)
    if not plan.reason:
        raise Invalid({"reason": "Schrijf waarom. Iedereen leest het."})
    if is_feasible and not 0 < cost <= MOST_MONEY:
        raise Invalid({"cost": "Schrijf wat het plan kost."})
    if is_feasible and cost > plan.budget.amount:
        raise Invalid({"cost": "Dit is meer dan het hele budget. Dan kan het plan nooit winnen."})
    plan.cost = cost if is_feasible else None
    plan.store("state", "reason", "cost")
    kind = facts.PlanAccepted if is_feasible else facts.PlanRefused
    record_about(kind, plan.budget, by, at, plan=plan.public_id)
    return plan


@write
def withdraw_plan(*, by: Doer, plan: Plan, at: datetime) -> Plan:
    """The owner withdraws a plan before the vote: its words are deleted."""
    plan = fresh_plan(plan)
    require(rules.may_withdraw(by, plan))
    plan.state = PLAN.after(plan.state, "withdraw")
    plan.title, plan.text, plan.place, plan.hidden = WITHDRAWN_TEXT, WITHDRAWN_TEXT, "", None
    plan.store("state", "title", "text", "place", "hidden")
    record_about(facts.PlanWithdrawn, plan.budget, by, at, plan=plan.public_id)
    return plan


@write
def carry_on(*, by: Actor, plan: Plan, initiative: Initiative, agreement: str, at: datetime) -> Plan:
    """The plan is this initiative from now on; `agreement` is about the money of a winner. From a journey."""
    plan = fresh_plan(plan)
    require(rules.may_go_on(by, plan))
    plan.initiative, plan.agreement = initiative, agreement
    plan.store("initiative", "agreement")
    record_about(facts.PlanWentOn, plan.budget, by, at, plan=plan.public_id)
    return plan


@write
def deliver_plan(*, by: Doer, plan: Plan, on: date, at: datetime) -> Plan:
    """A winning plan is realised. Saying it twice changes nothing."""
    plan = fresh_plan(plan)
    require(rules.may_organise(by, plan.budget.area))
    if plan.budget.state not in COUNTED_STATES or plan.rank is None:
        raise NotNow("Alleen een plan dat won, kan af zijn.")
    if plan.delivered_on is None:
        plan.delivered_on = on
        plan.store("delivered_on")
        record_about(facts.PlanDelivered, plan.budget, by, at, plan=plan.public_id)
    return plan


@write
def hide_plan(*, code: str, words: str, by: Doer | None, at: datetime) -> None:
    """Put `words` in place of its texts; a journey of moderation calls this."""
    plan = fresh_plan(Plan.objects.get(public_id=code))
    hidden.hide(plan, words)
    record_about(facts.PlanHidden, plan.budget, by, at, plan=code)


@write
def show_plan(*, code: str, by: Doer | None, at: datetime) -> None:
    """Put the texts back. `NotNow` when they are not hidden."""
    plan = fresh_plan(Plan.objects.get(public_id=code))
    hidden.show(plan)
    record_about(facts.PlanShown, plan.budget, by, at, plan=code)


def _cleaned(texts: Mapping[str, str], costs: tuple[int, int]) -> dict[str, Any]:
    title, text = typed.name("title", texts.get("title", "")), typed.text(texts.get("text", ""))
    low, high = costs
    errors = {}
    if not title:
        errors["title"] = "Geef je plan een naam."
    if not text:
        errors["text"] = "Schrijf wat je wilt doen."
    if not 0 <= low <= high <= MOST_MONEY:
        errors["cost_high"] = "Het meeste is niet minder dan het minste, en hoogstens € 100 miljoen."
    if errors:
        raise Invalid(errors)
    place = typed.name("place", texts.get("place", ""))
    return {"title": title, "text": text, "place": place, "cost_low": low, "cost_high": high}
