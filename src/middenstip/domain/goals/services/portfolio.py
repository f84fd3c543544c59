"""The portefeuillehouder of a goal: asked, accepted, committed in public, asked again when one leaves."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from middenstip.domain.goals import facts, rules
from middenstip.domain.goals.lifecycle import ACTIVE, COMMIT_DAYS, COMMITMENTS, GOAL, PORTFOLIO
from middenstip.domain.goals.models import Commitment, Goal, Portfolio
from middenstip.domain.goals.selectors import chairs_at
from middenstip.domain.goals.selectors.board import committed_by, portfolios_to_ring
from middenstip.domain.goals.services.hold import fresh, locked, note
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import manager_above, sitting_in
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.clock import is_past
from middenstip.kernel.term import REMINDERS
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

AT_ONCE = 200


@write
def name_portfolio(*, by: Actor, goal: Goal, seat: Seat, at: datetime) -> Portfolio:
    """Ask a seat of the own organisation to be portefeuillehouder. Who asks themselves accepted already."""
    goal = open_goal(goal)
    require(rules.may_name(by, {chair.seat_id for chair in chairs_at(goal)}))
    mine, seat = (Seat.objects.select_related("side").get(pk=pk) for pk in (by.seat_id, seat.pk))
    require(rules.may_hold(seat, mine))
    assert seat.side
    today, organisation = timezone.localdate(at), seat.side.organisation_id
    if not sitting_in([seat.pk], today)[seat.pk]:
        raise Invalid({"seat": "Deze zetel is leeg: niemand leest je vraag. Kies een andere."})
    now = Portfolio.objects.filter(goal=goal, organisation=organisation, state__in=ACTIVE).first()
    if now and now.seat_id == seat.pk:
        return now  # the same form twice
    if now:
        raise NotNow("Je organisatie heeft hier al een portefeuillehouder. Laat die eerst los.")
    portfolio = Portfolio(goal=goal, organisation_id=organisation, seat=seat, by=mine, named_at=at)
    if seat.pk == mine.pk:
        portfolio.state = PORTFOLIO.after(portfolio.state, "accept")
    portfolio.start_term(today, COMMIT_DAYS)
    portfolio.store()
    note(facts.PortfolioAsked, goal, by, at, seat=seat.public_id, due=_due(portfolio))
    return portfolio


@write
def accept_portfolio(*, by: Actor, portfolio: Portfolio, at: datetime) -> Portfolio:
    """The seat is portefeuillehouder. Its commitment is waited for in the same term."""
    portfolio = _own(by, portfolio)
    portfolio.state = PORTFOLIO.after(portfolio.state, "accept")
    note(facts.PortfolioAccepted, portfolio.goal, by, at, seat=portfolio.seat.public_id)
    return portfolio.store("state")


@write
def decline_portfolio(*, by: Actor, portfolio: Portfolio, why: str, at: datetime) -> Portfolio:
    """It belongs to another, with the reason: who asked can ask the right one."""
    portfolio = _own(by, portfolio)
    state, why = PORTFOLIO.after(portfolio.state, "decline"), typed.line(why)
    if not why:
        raise Invalid({"why": "Schrijf waarom niet, of wie het wel is."})
    portfolio.state, portfolio.why = state, why
    portfolio.end_term()
    seats = {"seat": portfolio.seat.public_id, "asked_by": portfolio.by.public_id}
    note(facts.PortfolioDeclined, portfolio.goal, by, at, **seats)
    return portfolio.store("state", "why", "bell_on")


@write
def release_portfolio(*, by: Actor, portfolio: Portfolio, at: datetime) -> Portfolio:
    """The seat is portefeuillehouder no longer. What was committed stays with its date."""
    portfolio = _fresh(portfolio)
    mine = Seat.objects.select_related("side").get(pk=by.seat_id)
    chairs = {chair.seat_id for chair in chairs_at(portfolio.goal)}
    require(rules.may_release(by, portfolio, mine, chairs))
    portfolio.state = PORTFOLIO.after(portfolio.state, "release")
    portfolio.end_term()
    note(facts.PortfolioReleased, portfolio.goal, by, at, seat=portfolio.seat.public_id)
    return portfolio.store("state", "bell_on")


@write
def commit(*, by: Actor, portfolio: Portfolio, answer: str, text: str, at: datetime) -> Portfolio:
    """Say in public: ja, ja mits, or nee want. An earlier commitment stays readable with its day."""
    portfolio = _own(by, portfolio)
    state, text = PORTFOLIO.after(portfolio.state, "commit"), typed.text(text)
    errors = {}
    if answer not in COMMITMENTS:
        errors["answer"] = "Kies een antwoord."
    if not text:
        errors["text"] = "Schrijf waar je voor staat en wat je daarvoor doet, of waarom niet."
    if errors:
        raise Invalid(errors)
    if (state, answer, text) == (portfolio.state, portfolio.answer, portfolio.text):
        return portfolio  # the same form twice
    if portfolio.was_in_time is None:
        portfolio.was_in_time = not is_past(portfolio.due_on, timezone.localdate(at))
    portfolio.state, portfolio.answer, portfolio.text = state, answer, text
    portfolio.said_at, portfolio.confirmed_at = at, None
    portfolio.end_term()
    portfolio.store()
    Commitment(goal=portfolio.goal, portfolio=portfolio, answer=answer, text=text, at=at).store()
    note(facts.CommitmentSaid, portfolio.goal, by, at, seat=portfolio.seat.public_id, answer=answer)
    return portfolio


@write
def confirm_commitment(*, by: Actor, portfolio: Portfolio, at: datetime) -> Portfolio:
    """Who sits in the seat now says that the commitment of the one before still stands."""
    portfolio = _own(by, portfolio)
    portfolio.state, portfolio.confirmed_at = PORTFOLIO.after(portfolio.state, "confirm"), at
    portfolio.end_term()
    note(facts.CommitmentConfirmed, portfolio.goal, by, at, seat=portfolio.seat.public_id)
    return portfolio.store("state", "confirmed_at", "bell_on")


@write
def ask_again(*, seat: Seat, at: datetime) -> int:
    """Somebody left this seat at this moment: who comes after is asked whether its commitments still stand.

    Returns how many. Safe to run twice.
    """
    number = 0
    for one in committed_by(seat):
        goal = locked().get(pk=one.goal_id)
        portfolio = Portfolio.objects.select_related("seat").get(pk=one.pk)
        last = portfolio.confirmed_at or portfolio.said_at
        if goal.state in GOAL.ends or last is None or last >= at:
            continue
        portfolio.state = PORTFOLIO.after(portfolio.state, "leave")
        portfolio.start_term(timezone.localdate(at), COMMIT_DAYS)
        portfolio.store("state", *Portfolio.TERM)
        note(facts.CommitmentWaits, goal, None, at, seat=seat.public_id, due=_due(portfolio))
        number += 1
    return number


def ring_portfolios(*, at: datetime) -> int:
    """Ring every bell of today and earlier; returns how many. Safe to run twice."""
    number = 0
    while waiting := portfolios_to_ring(timezone.localdate(at), AT_ONCE):
        for portfolio in waiting:
            _ring(portfolio=portfolio, at=at)
        number += len(waiting)
    return number


@write
def _ring(*, portfolio: Portfolio, at: datetime) -> None:
    goal, today = locked().get(pk=portfolio.goal_id), timezone.localdate(at)
    portfolio = Portfolio.objects.select_related("seat").get(pk=portfolio.pk)
    if goal.state in GOAL.ends:
        portfolio.end_term()  # nobody waits at a table that ended
    seat = portfolio.seat.public_id
    for bell in portfolio.ring(today):
        told = {"bell": bell, "due": _due(portfolio)}
        if bell in REMINDERS:
            note(facts.CommitmentReminded, goal, None, at, seat=seat, **told)
            continue
        manager, _is_up = manager_above(rules.codes_around(goal), today)
        named = manager.public_id if manager else ""
        note(facts.CommitmentEscalated, goal, None, at, seat=named, holder=seat, **told)
    portfolio.store("bell_on")


def open_goal(goal: Goal) -> Goal:
    """The goal, locked; refused when it ended, and while it is hidden."""
    goal = fresh(goal)
    if goal.state in GOAL.ends:
        raise NotNow("Deze tafel is klaar. Je kunt lezen wat het bestuur toezegde.")
    if goal.is_hidden:
        raise NotNow("Deze tekst is verborgen. Lees bij het besluit waarom.")
    return goal


def _fresh(portfolio: Portfolio) -> Portfolio:
    """The portfolio as it is now, with its goal locked."""
    goal = open_goal(portfolio.goal)
    found = Portfolio.objects.select_related("seat", "by").get(pk=portfolio.pk)
    found.goal = goal
    return found


def _own(by: Actor, portfolio: Portfolio) -> Portfolio:
    portfolio = _fresh(portfolio)
    require(rules.may_commit(by, portfolio))
    return portfolio


def _due(portfolio: Portfolio) -> str:
    assert portfolio.due_on
    return portfolio.due_on.isoformat()
