"""The budgets of the demo: a finished year, and one that is open for voting."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from middenstip.demo.rooms.step import Step
from middenstip.demo.stories.budgeted import THIS_YEAR, YEAR_BEFORE, Told
from middenstip.demo.teller import Teller, by_day
from middenstip.domain.areas.models import Area
from middenstip.domain.budgeting import services, tasks
from middenstip.domain.budgeting.models import Budget, Plan
from middenstip.domain.parties.models import Seat

LAST = "Huiswerkzolder"  # the last story: all others are told by then
OPEN_FOR = 20  # days that the vote of this year still runs


def divide(teller: Teller) -> None:
    if teller.story.title != LAST:
        return
    _finished(teller, by_day(teller.now - timedelta(days=150)))
    _open(teller, by_day(teller.now - timedelta(days=40)))


def _finished(teller: Teller, at: datetime) -> None:
    """Counted, and the first winner is built."""
    budget = _voting(teller, YEAR_BEFORE, at, open_for=30)
    _vote(teller, budget, YEAR_BEFORE, at + timedelta(days=12))
    at = at + timedelta(days=25)
    services.step_budget(by=teller.cast["yara"], budget=budget, act="close", at=at)
    tasks.count_closed(at + timedelta(minutes=5))
    first = Plan.objects.select_related("budget").get(budget=budget, rank=1)
    on = timezone.localdate(at + timedelta(days=60))
    services.deliver_plan(by=teller.cast["yara"], plan=first, on=on, at=at + timedelta(days=60))
    services.step_budget(by=teller.cast["yara"], budget=budget, act="finish", at=at + timedelta(days=61))


def _open(teller: Teller, at: datetime) -> None:
    """People vote now."""
    budget = _voting(teller, THIS_YEAR, at, open_for=40 + OPEN_FOR)
    _vote(teller, budget, THIS_YEAR, at + timedelta(days=12))


def _voting(teller: Teller, told: Told, at: datetime, open_for: int) -> Budget:
    organiser, judge = teller.cast["yara"], teller.cast["samira"]
    choices: dict[str, Any] = {
        "amount": told.amount * 100,
        "kind": told.kind,
        "most": 0,
        "rule": "mes",
        "completion": "add1",
        "min_votes": 0,
        "closes_on": timezone.localdate(at + timedelta(days=open_for)),
    }
    budget = services.draft_budget(
        by=organiser,
        area=Area.objects.get(code="GM0150"),
        checker=Seat.objects.get(pk=judge.seat_id),
        texts=told.texts,
        choices=choices,
        at=at,
    )
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
