"""Visits of a portefeuillehouder to the table: one side says so, the other confirms."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from middenstip.domain.goals import facts, rules
from middenstip.domain.goals.lifecycle import DENIED, VISIT
from middenstip.domain.goals.models import Portfolio, Visit
from middenstip.domain.goals.selectors import chairs_at
from middenstip.domain.goals.services.hold import note
from middenstip.domain.goals.services.portfolio import open_goal
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, require
from middenstip.kernel.write import write


@write
def log_visit(*, by: Actor, portfolio: Portfolio, on: date, words: str = "", at: datetime) -> Visit:
    """Say that the portefeuillehouder was at the table on this day; one visit a day."""
    goal = open_goal(portfolio.goal)
    portfolio = Portfolio.objects.select_related("seat").get(pk=portfolio.pk)
    require(rules.may_log(by, portfolio, {chair.seat_id for chair in chairs_at(goal)}))
    today = timezone.localdate(at)
    if on > today:
        raise Invalid({"on": "Deze dag moet nog komen. Schrijf een bezoek op als het geweest is."})
    if on < timezone.localdate(goal.opened_at):
        raise Invalid({"on": "Toen was deze tafel er nog niet. Kies een latere dag."})
    if Visit.objects.filter(portfolio=portfolio, on=on).exclude(state=DENIED).exists():
        raise Invalid({"on": "Dit bezoek staat er al."})
    told = {"by_id": by.seat_id, "on": on, "note": typed.line(words), "at": at}
    visit = Visit(goal=goal, portfolio=portfolio, **told).store()
    note(facts.VisitLogged, goal, by, at, seat=portfolio.seat.public_id, on=on.isoformat())
    return visit


@write
def confirm_visit(*, by: Actor, visit: Visit, at: datetime) -> Visit:
    """The other side says: yes, that is right."""
    return _answer(facts.VisitConfirmed, "confirm", by, visit, at)


@write
def deny_visit(*, by: Actor, visit: Visit, at: datetime) -> Visit:
    """The other side says that it was not so: it no longer counts, and can be written down again."""
    return _answer(facts.VisitDenied, "deny", by, visit, at)


def _answer(
    kind: Any,
    act: str,
    by: Actor,
    visit: Visit,
    at: datetime,
) -> Visit:
    goal = open_goal(visit.goal)
    visit = Visit.objects.select_related("portfolio", "by").get(pk=visit.pk)
    require(rules.may_see(by, visit, {chair.seat_id for chair in chairs_at(goal)}))
    visit.state = VISIT.after(visit.state, act)
    note(kind, goal, by, at, seat=visit.by.public_id)
    return visit.store("state")
