"""The bestuur of a goal: who is portefeuillehouder, what they say in public, and when they came by."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.goals import rules, services
from middenstip.domain.goals.lifecycle import ACTIVE, GOAL, PORTFOLIO, VISIT
from middenstip.domain.goals.models import Goal, Portfolio, Visit
from middenstip.domain.goals.selectors import chairs_at, goal_by_id
from middenstip.domain.goals.selectors.board import (
    commitments_at,
    portfolio_by_id,
    portfolios_at,
    seats_to_name,
    visit_by_id,
    visits_at,
)
from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import seat_by_id
from middenstip.domain.rooms import path_to
from middenstip.journeys import publish_text
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.goals.board_forms import CommitForm, DeclineForm, NameForm, VisitForm
from middenstip.web.shared.board import as_portfolio, as_visit
from middenstip.web.shared.hat import acting, read_as
from middenstip.web.shared.reply import done, found

PAGE = "goals:board"


@require_safe
def index(request: HttpRequest, public_id: str) -> HttpResponse:
    return board_page(request, found(goal_by_id(public_id)))


def board_page(request: HttpRequest, goal: Goal, status: int = 200, **held: Any) -> HttpResponse:
    """Everything about the bestuur of this goal; `held` are forms with errors. At most seven queries."""
    today, chairs = clock.today(), {chair.seat_id for chair in chairs_at(goal)}
    portfolios, visits, said = portfolios_at(goal), visits_at(goal), commitments_at(goal)
    active = [one for one in portfolios if one.state in ACTIVE]
    holding = {one.seat_id for one in active}
    reader = read_as(request, lambda hat: hat.seat_id in holding | chairs)
    actor = reader if _runs(goal) else None  # at the end everyone only reads
    mine = seat_by_id(actor.seat_public_id) if actor and actor.half == Half.GOVERNMENT else None
    rows = []
    for one in portfolios:
        shown = as_portfolio(one, today, [line for line in said if line.portfolio_id == one.pk])
        rows.append(shown | (_acts(one, actor, mine, chairs) if actor else {}))
    may_log = actor is not None and bool(active) and actor.seat_id in chairs | holding
    seats = _to_name(actor, mine, active, chairs)
    page: dict[str, Any] = {
        "title": _("Het bestuur"),
        "menu": "tafels",
        "crumbs": [{"url": path_to("goal", goal.public_id), "label": goal.title, "is_title": True}],
        "goal": goal,
        "portfolios": rows,
        "visits": [as_visit(one) | {"may_see": _may_see(actor, one, chairs)} for one in visits],
        "decline_form": DeclineForm(),
        "commit_form": CommitForm(),
        "name_form": NameForm(seats=seats) if seats else None,
        "visit_form": VisitForm(holders=_names(active)) if may_log else None,
    }
    return render(request, "goals/board.html", page | held, status=status)


def _runs(goal: Goal) -> bool:
    """Whether something can still be said here."""
    stage = goal.initiative.stage if goal.initiative else ""
    return goal.state not in GOAL.ends and not goal.is_hidden and (not stage or bool(STAGES.acts(stage)))


def _names(portfolios: list[Portfolio]) -> list[tuple[str, str]]:
    return [(one.public_id, one.seat.label) for one in portfolios]


def _may_see(actor: Actor | None, one: Visit, chairs: set[int]) -> bool:
    return (
        actor is not None and VISIT.allows(one.state, "confirm") and bool(rules.may_see(actor, one, chairs))
    )


def _acts(one: Portfolio, actor: Actor, mine: Seat | None, chairs: set[int]) -> dict[str, bool]:
    """What the reader may do with this portefeuille."""
    acts = PORTFOLIO.acts(one.state)
    is_holder = bool(rules.may_commit(actor, one))
    may_release = mine is not None and bool(rules.may_release(actor, one, mine, chairs))
    return {
        "can_accept": is_holder and "accept" in acts,
        "can_commit": is_holder and "commit" in acts,
        "can_confirm": is_holder and "confirm" in acts,
        "can_release": may_release and "release" in acts,
    }


def _to_name(actor: Actor | None, mine: Seat | None, active: list[Portfolio], chairs: set[int]) -> list[Seat]:
    """The seats that the reader may ask: none while the organisation has a portefeuillehouder here."""
    if actor is None or mine is None or mine.side is None or not rules.may_name(actor, chairs):
        return []
    organisation = mine.side.organisation_id
    has_one = any(one.organisation_id == organisation for one in active)
    return [] if has_one else seats_to_name(mine, clock.today())


@acting
def name(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    goal = found(goal_by_id(public_id))
    require(rules.may_name(actor, {chair.seat_id for chair in chairs_at(goal)}))
    mine = found(seat_by_id(actor.seat_public_id))
    form, status = NameForm(request.POST, seats=seats_to_name(mine, clock.today())), 422
    if form.is_valid():
        seat = form.by_id[form.cleaned_data["seat"]]
        try:
            services.name_portfolio(by=actor, goal=goal, seat=seat, at=clock.now())
        except (Invalid, NotNow) as refusal:
            status = form.absorb(refusal)
        else:
            words = _("Je vraag is verstuurd. Het antwoord komt binnen tien werkdagen.")
            return done(request, words, PAGE, public_id)
    return board_page(request, goal, status, name_form=form)


@acting
def accept(request: HttpRequest, actor: Actor, public_id: str, key: str) -> HttpResponse:
    """Yes; or no, with who it is."""
    goal, one = _one(public_id, key)
    require(rules.may_commit(actor, one))
    if request.POST.get("answer") != "nee":
        services.accept_portfolio(by=actor, portfolio=one, at=clock.now())
        return done(request, _("Jij bent portefeuillehouder. Geef nu je toezegging."), PAGE, public_id)
    form, status = DeclineForm(request.POST), 422
    if form.is_valid():
        why = form.cleaned_data["why"]
        try:
            services.decline_portfolio(by=actor, portfolio=one, why=why, at=clock.now())
        except (Invalid, NotNow) as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("Wie dit vroeg, leest dat een ander het is."), PAGE, public_id)
    return board_page(request, goal, status, decline_form=form)


@acting
def commit(request: HttpRequest, actor: Actor, public_id: str, key: str) -> HttpResponse:
    goal, one = _one(public_id, key)
    require(rules.may_commit(actor, one))
    form, status = CommitForm(request.POST), 422
    if form.is_valid():
        told = {field: form.cleaned_data[field] for field in ("answer", "text")}
        try:
            publish_text.commitment(by=actor, portfolio=one, **told, at=clock.now())
        except (Invalid, NotNow) as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("Dit staat nu bij de opgave. Iedereen kan het lezen."), PAGE, public_id)
    return board_page(request, goal, status, commit_form=form)


@acting
def confirm(request: HttpRequest, actor: Actor, public_id: str, key: str) -> HttpResponse:
    _goal, one = _one(public_id, key)
    services.confirm_commitment(by=actor, portfolio=one, at=clock.now())
    return done(request, _("De toezegging staat. De tafel krijgt bericht."), PAGE, public_id)


@acting
def release(request: HttpRequest, actor: Actor, public_id: str, key: str) -> HttpResponse:
    _goal, one = _one(public_id, key)
    services.release_portfolio(by=actor, portfolio=one, at=clock.now())
    return done(request, _("Deze zetel is geen portefeuillehouder meer."), PAGE, public_id)


@acting
def visit(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    goal = found(goal_by_id(public_id))
    holders = {one.public_id: one for one in portfolios_at(goal) if one.state in ACTIVE}
    chairs = {chair.seat_id for chair in chairs_at(goal)}
    require(rules.may_act(actor, chairs | {one.seat_id for one in holders.values()}))
    form, status = VisitForm(request.POST, holders=_names(list(holders.values()))), 422
    if form.is_valid():
        told = form.cleaned_data
        one = holders[told["who"]]
        one.goal = goal
        try:
            services.log_visit(by=actor, portfolio=one, on=told["on"], words=told["note"], at=clock.now())
        except (Invalid, NotNow) as refusal:
            status = form.absorb(refusal)
        else:
            words = _("Het bezoek staat erbij. De andere kant bevestigt het.")
            return done(request, words, PAGE, public_id)
    return board_page(request, goal, status, visit_form=form)


@acting
def see(request: HttpRequest, actor: Actor, public_id: str, key: str) -> HttpResponse:
    """The other side: this visit was so, or it was not."""
    one = found(visit_by_id(found(goal_by_id(public_id)), key))
    if request.POST.get("answer") == "nee":
        services.deny_visit(by=actor, visit=one, at=clock.now())
        return done(request, _("Dit bezoek telt niet mee. Wie het opschreef, leest dat."), PAGE, public_id)
    services.confirm_visit(by=actor, visit=one, at=clock.now())
    return done(request, _("Het bezoek is bevestigd."), PAGE, public_id)


def _one(public_id: str, key: str) -> tuple[Goal, Portfolio]:
    goal = found(goal_by_id(public_id))
    return goal, found(portfolio_by_id(goal, key))
