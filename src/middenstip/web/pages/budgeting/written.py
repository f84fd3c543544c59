"""Writing rules and plans, and taking over a finished vote. The typed text is never lost."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.budgeting import rules, services
from middenstip.domain.budgeting.lifecycle import BUDGET
from middenstip.domain.budgeting.selectors import (
    checkers_in,
    own_initiatives,
    plan_by_id,
    tables_near,
)
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import seat_by_id
from middenstip.journeys import publish_text
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import NotNow, Refused, require
from middenstip.web.pages.budgeting.forms import (
    PlanForm,
    RulesForm,
    TakeOverForm,
    start_of,
    start_of_plan,
)
from middenstip.web.pages.budgeting.views import crumbs_of, readable
from middenstip.web.shared.hat import anyone, to_login, with_hat
from middenstip.web.shared.reply import done, found

PAGE = "budgeting:detail"
ONE = "budgeting:plan"


@with_hat
def new(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Write the rules of a new budget."""
    own = _own_seat(actor)
    require(rules.may_organise(actor, own.area))
    form = RulesForm(request.POST or None, seats=_checkers(own), tables=tables_near(own.area))
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        area = found(area_by_code(form.cleaned_data["area"]))
        told, key = form.told, form.cleaned_data["key"]
        try:
            budget = services.draft_budget(by=actor, area=area, key=key, at=clock.now(), **told)
        except Refused as refusal:
            status = form.absorb(refusal)
        else:
            words = _("De spelregels zijn bewaard. Nu zeggen de drie helften ja. Daarna stel je ze vast.")
            return done(request, words, PAGE, budget.public_id)
    return _show(request, form, status, title=_("Zet een burgerbegroting op"))


@with_hat
def change(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Change rules that are not fixed."""
    budget = readable(request, public_id)
    require(rules.may_organise(actor, budget.area))
    BUDGET.after(budget.state, "change")
    form = RulesForm(
        request.POST or None,
        seats=_checkers(budget.checker),
        tables=tables_near(budget.area),
        budget=budget,
        initial=start_of(budget),
    )
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        try:
            services.change_budget(by=actor, budget=budget, at=clock.now(), **form.told)
        except Refused as refusal:
            status = form.absorb(refusal)
        else:
            return done(
                request, _("De spelregels zijn bewaard. Wie al ja zei, leest ze opnieuw."), PAGE, public_id
            )
    return _show(request, form, status, title=_("Pas de spelregels aan"), crumbs=crumbs_of(budget))


@with_hat
def take_over(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Take over a finished vote from a file."""
    area = _own_seat(actor).area
    area = area.municipality or area
    require(rules.may_organise(actor, area))
    form = TakeOverForm(request.POST or None, request.FILES or None)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        choices = {name: told[name] for name in ("title", "rule", "completion", "lot")}
        about = {"text": told["file"], "held_on": told["held_on"], "key": told["key"]}
        try:
            budget = services.import_budget(by=actor, area=area, choices=choices, at=clock.now(), **about)
        except Refused as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("De stemming staat erbij, met haar uitslag."), PAGE, budget.public_id)
    title = _("Neem een eerdere stemming over")
    return _show(request, form, status, title=title, is_file=True)


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest, public_id: str) -> HttpResponse:
    """Propose a plan."""
    budget = readable(request, public_id)
    if not request.user.is_authenticated:
        return to_login(request)
    may = rules.may_propose(budget)
    if not may:
        raise NotNow(may.reason)
    form = PlanForm(request.POST or None, own=own_initiatives(request.user.pk))
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        about = {**form.told, "initiative": form.initiative_chosen, "key": form.cleaned_data["key"]}
        try:
            made = publish_text.plan(by=anyone(request), budget=budget, at=clock.now(), **about)
        except Refused as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("Je plan staat erbij."), ONE, public_id, made.public_id)
    return _show(request, form, status, title=_("Dien een plan in"), crumbs=crumbs_of(budget))


@require_http_methods(["GET", "HEAD", "POST"])
def change_plan(request: HttpRequest, public_id: str, plan_id: str) -> HttpResponse:
    """The owner changes a plan, or repairs it after a no."""
    budget = readable(request, public_id)
    plan = found(plan_by_id(budget, plan_id))
    if not request.user.is_authenticated:
        return to_login(request)
    by = anyone(request)
    require(rules.may_change(by, plan))
    form = PlanForm(request.POST or None, initial=start_of_plan(plan))
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        try:
            publish_text.plan_text(by=by, plan=plan, at=clock.now(), **form.told)
        except Refused as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("Je plan is bewaard."), ONE, public_id, plan_id)
    return _show(request, form, status, title=_("Pas je plan aan"), crumbs=crumbs_of(budget))


def _own_seat(actor: Actor) -> Seat:
    return found(seat_by_id(actor.seat_public_id))


def _checkers(own: Seat) -> list[Seat]:
    """The seats that can judge plans; without a handler the own seat."""
    return checkers_in(own.area) or [own]


def _show(request: HttpRequest, form: Any, status: int, **more: Any) -> HttpResponse:
    crumbs = [{"url": reverse("budgeting:index"), "label": _("Begrotingen")}]
    page = {"menu": "initiatieven", "crumbs": crumbs, "form": form, **more}
    return render(request, "budgeting/form.html", page, status=status)
