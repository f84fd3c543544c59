"""The budgets of the demo: a finished year, one that is open for voting, and one of which the rules wait."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from middenstip.demo.rooms.step import Step
from middenstip.demo.stories.budgeted import THIS_YEAR, YEAR_BEFORE, YOUNG, Told
from middenstip.demo.teller import Teller, by_day
from middenstip.domain.areas.models import Area
from middenstip.domain.budgeting import services, tasks
from middenstip.domain.budgeting.lifecycle import FEASIBLE
from middenstip.domain.budgeting.models import Budget, Plan
from middenstip.domain.budgeting.rules import mark_of
from middenstip.domain.parties.models import Seat
from middenstip.journeys import award_plan

LAST = "Huiswerkzolder"  # the last story: all others are told by then
OPEN_FOR = 20  # days that the vote of this year still runs


def divide(teller: Teller) -> None:
    if teller.story.title != LAST:
        return
    _finished(teller, by_day(teller.now - timedelta(days=150)))
    _open(teller, by_day(teller.now - timedelta(days=40)))


def _finished(teller: Teller, at: datetime) -> None:
    """Counted; the first winner is built, the second has an agreement, and a plan that lost goes on."""
    budget = _voting(teller, YEAR_BEFORE, at, open_for=30)
    _vote(teller, budget, YEAR_BEFORE, at + timedelta(days=12))
    at = at + timedelta(days=25)
    services.step_budget(by=teller.cast["yara"], budget=budget, act="close", at=at)
    tasks.count_closed(at + timedelta(minutes=5))
    first = Plan.objects.select_related("budget").get(budget=budget, rank=1)
    on = timezone.localdate(at + timedelta(days=60))
    services.deliver_plan(by=teller.cast["yara"], plan=first, on=on, at=at + timedelta(days=60))
    for plan in Plan.objects.select_related("budget__area", "budget__seat", "budget__checker").filter(
        Q(rank=2) | Q(rank=None, state=FEASIBLE), budget=budget
    ):
        owner = next(one for one in teller.cast.values() if one.person_id == plan.person_id)
        due = timezone.localdate(teller.now + timedelta(days=60)) if plan.rank else None
        award_plan.go_on(by=owner, plan=plan, due_on=due, at=at + timedelta(days=3))
    services.step_budget(by=teller.cast["yara"], budget=budget, act="finish", at=at + timedelta(days=61))


def _open(teller: Teller, at: datetime) -> None:
    """People vote now; and young people will, once the third half said yes to their rules."""
    budget = _voting(teller, THIS_YEAR, at, open_for=40 + OPEN_FOR)
    _vote(teller, budget, THIS_YEAR, at + timedelta(days=12))
    young = _drafted(teller, YOUNG, at + timedelta(days=20), open_for=120, is_youth=True)
    for who in ("marijke", "ilse"):
        services.agree_rules(
            by=teller.cast[who], budget=young, mark=mark_of(young), at=at + timedelta(days=22)
        )


def _drafted(teller: Teller, told: Told, at: datetime, open_for: int, *, is_youth: bool = False) -> Budget:
    choices: dict[str, Any] = {
        "amount": told.amount * 100,
        "kind": told.kind,
        "most": 0,
        "rule": "mes",
        "completion": "add1",
        "min_votes": 0,
        "closes_on": timezone.localdate(at + timedelta(days=open_for)),
        "is_youth": is_youth,
    }
    return services.draft_budget(
        by=teller.cast["yara"],
        area=Area.objects.get(code="GM0150"),
        checker=Seat.objects.get(pk=teller.cast["samira"].seat_id),
        texts=told.texts,
        choices=choices,
        at=at,
    )


def _voting(teller: Teller, told: Told, at: datetime, open_for: int) -> Budget:
    organiser, judge = teller.cast["yara"], teller.cast["samira"]
    budget = _drafted(teller, told, at, open_for)
    for who in ("marijke", "ilse", "bas"):  # one of each half
        services.agree_rules(by=teller.cast[who], budget=budget, mark=mark_of(budget), at=at)
    services.step_budget(by=organiser, budget=budget, act="fix", at=at)
    made = []
    for days, one in enumerate(told.plans, 1):
        texts = {"title": one.title, "text": one.text, "place": one.place}
        plan = services.propose_plan(
            by=teller.cast[one.who],
            budget=budget,
            texts=texts,
            costs=(one.cost * 80, one.cost * 110),
            at=at + timedelta(days=days),
        )
        made.append((plan, one))
    at = at + timedelta(days=9)
    services.step_budget(by=organiser, budget=budget, act="check", at=at)
    for plan, one in made:
        is_feasible = not one.why_not
        services.judge_plan(
            by=judge,
            plan=plan,
            is_feasible=is_feasible,
            cost=one.cost * 100 if is_feasible else 0,
            reason=one.why_not or "Dit kan: de grond is van de gemeente, en iemand zorgt ervoor.",
            at=at,
        )
    services.step_budget(by=organiser, budget=budget, act="campaign", at=at + timedelta(days=1))
    return services.step_budget(by=organiser, budget=budget, act="open", at=at + timedelta(days=2))


def _vote(teller: Teller, budget: Budget, told: Told, at: datetime) -> None:
    _batch, codes = services.make_codes(
        by=teller.cast["yara"], budget=budget, number=len(told.ballots) + 20, at=at
    )
    for code, numbers in zip(codes, told.ballots, strict=False):
        services.cast_ballot(
            budget=budget, code=code, choices=dict.fromkeys(numbers, 1), is_blank=not numbers, at=at
        )


STEPS = (Step(97, divide),)
