"""A plan goes on after the count: it becomes an initiative, and a winner gets an agreement about its money.

The agreement says who gives what and when. With both signatures, and a yes of the desk, the initiative is a
project. A plan that lost goes on without the money.
"""

from __future__ import annotations

from datetime import date, datetime

from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.lifecycle import OPEN
from middenstip.domain.agreements.selectors import agreement_states
from middenstip.domain.budgeting import rules
from middenstip.domain.budgeting import services as budgeting
from middenstip.domain.budgeting.lifecycle import euro
from middenstip.domain.budgeting.models import Plan
from middenstip.domain.budgeting.selectors import money_of
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Person, Seat
from middenstip.journeys import submit_initiative
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import NotNow, require
from middenstip.kernel.write import write

TITLE, WHAT = 100, 2000  # what fits in an initiative; the plan keeps the whole text


@write
def go_on(*, by: Actor, plan: Plan, due_on: date | None = None, at: datetime) -> Plan:
    """The owner goes on with the plan. `due_on` is the last day of a winner's agreement.

    The budget is locked last (see the order in docs/huis.md), so a second press is refused there.
    """
    require(rules.may_go_on(by, plan))
    seat = Seat.objects.get(pk=by.seat_id)
    initiative = plan.initiative or _initiative(by, seat, plan, at)
    agreement = _money(by, initiative, plan, due_on, at) if plan.rank is not None else ""
    return budgeting.carry_on(by=by, plan=plan, initiative=initiative, agreement=agreement, at=at)


@write
def begin_if_signed(*, by: Actor, initiative: Initiative, at: datetime) -> None:
    """An initiative with signed money from a participatory budget is a project: the residents decided.

    It needs no table of its own, but does need the answer of the desk, whichever comes last.
    """
    if STAGES.allows(initiative.stage, "win") and OPEN in agreement_states(money_of(initiative)).values():
        initiatives.advance_initiative(by=by, initiative=initiative, act="win", at=at)


def _initiative(by: Actor, seat: Seat, plan: Plan, at: datetime) -> Initiative:
    """The plan as an initiative of its owner, submitted to the desk."""
    did = "won bij" if plan.rank else "deed mee aan"
    draft = submit_initiative.draft(
        initiator=Person.objects.get(pk=by.person_id),
        seat=seat,
        half=by.half,
        area=plan.budget.area,
        texts={
            "title": plan.title[:TITLE],
            "what": plan.text[:WHAT],
            "why": f"Dit plan {did}: {plan.budget.title}.",
        },
        reins={},
        at=at,
    )
    return submit_initiative.submit(by=by, initiative=draft, at=at)


def _money(by: Actor, initiative: Initiative, plan: Plan, due_on: date | None, at: datetime) -> str:
    """The agreement about the money of a winner, for both sides to sign; its public id."""
    budget = plan.budget
    giver = next((one for one in (budget.seat, budget.checker) if one.pk != initiative.seat_id), None)
    if giver is None:
        raise NotNow("Jij organiseert deze begroting. Laat een ander dit plan uitvoeren.")
    made = agreements.draft_agreement(
        by=by,
        initiative=initiative,
        promisor=giver,
        promisee=initiative.seat,
        what=f"{euro(plan.cost or 0)} uit {budget.title}, voor het plan: {plan.title}.",
        conditions="Het plan wordt uitgevoerd zoals het op het stembiljet stond.",
        due_on=due_on,
        at=at,
    )
    return made.public_id
