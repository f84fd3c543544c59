"""A visit to a place: anybody asks, the hosts answer, and whoever asked takes it back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from middenstip.domain.labs import rules, services
from middenstip.domain.labs.lifecycle import VISIT
from middenstip.domain.labs.models import LabPlace
from middenstip.domain.labs.selectors import hosts_of, other_days, place_by_id, visit_by_id
from middenstip.domain.parties import services as parties
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.contact import masked
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.labs import present
from middenstip.web.pages.labs.forms import AgreeForm, NeedsForm, NoteVisitForm, RefuseForm, VisitForm
from middenstip.web.pages.labs.places import place_page
from middenstip.web.shared.hat import acting, anyone, logged_in, read_as, to_login
from middenstip.web.shared.login_code import mail_code, refuse_flood, visitor_of
from middenstip.web.shared.reply import done, found
from middenstip.web.shared.waiting import keep_visit

PAGE, PLACE = "labs:visit", "labs:place"


@require_POST
def ask(request: HttpRequest, public_id: str) -> HttpResponse:
    """Ask a visit. Who is not logged in first proves an address with a code; then it is asked."""
    place, is_known = found(place_by_id(public_id)), request.user.is_authenticated
    require(rules.may_visit(place.lab))
    form = VisitForm(request.POST, is_known=is_known)
    if not form.is_valid():
        return place_page(request, public_id, 422, visit_form=form)
    try:
        if not is_known:
            return _first_prove(request, place, form)
        told = {name: form.cleaned_data[name] for name in ("on", "people", "needs", "key")}
        made = services.ask_visit(by=anyone(request), place=place, **told, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return place_page(request, public_id, form.absorb(refusal), visit_form=form)
    return done(request, _("Je vraag is verstuurd. Je krijgt bericht."), PAGE, made.public_id)


@acting
def note(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """A host notes the visit of somebody who called or stands at the counter."""
    place = found(place_by_id(public_id))
    require(rules.may_answer_visit(actor, hosts_of(place.lab)))
    form = NoteVisitForm(request.POST)
    if not form.is_valid():
        return place_page(request, public_id, 422, note_form=form)
    told = {name: form.cleaned_data[name] for name in ("name", "on", "time_at", "people", "needs", "key")}
    try:
        services.note_visit(by=actor, place=place, **told, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return place_page(request, public_id, form.absorb(refusal), note_form=form)
    return done(
        request, _("Het bezoek staat in de agenda."), "labs:detail", place.lab.public_id, part="bezoek"
    )


@never_cache
@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return visit_page(request, public_id)


def visit_page(request: HttpRequest, public_id: str, status: int = 200, **forms: Any) -> HttpResponse:
    """One visit, for who asked and for the hosts; `forms` are forms with errors. Two queries."""
    visit = found(visit_by_id(public_id))
    if not request.user.is_authenticated:
        return to_login(request)
    place, lab, today = visit.place, visit.place.lab, clock.today()
    hosts = hosts_of(lab)
    actor = read_as(request, lambda hat: any(host.seat_id == hat.seat_id for host in hosts))
    reader = anyone(request)
    require(rules.may_read_visit(reader, visit, hosts))
    can_answer = bool(actor and rules.may_answer_visit(actor, hosts) and VISIT.allows(visit.state, "agree"))
    is_mine = reader.person_id == visit.person_id
    is_open = VISIT.allows(visit.state, "withdraw")
    page = present.visit_card(visit, today) | {
        "title": _("Een kijkje nemen"),
        "menu": "agenda",
        "crumbs": [
            {"url": path_to("lab", lab.public_id), "label": masked(lab.name), "is_title": True},
            {"url": path_to("lab_place", place.public_id), "label": masked(place.name), "is_title": True},
        ],
        "visit": visit,
        "place": {"name": masked(place.name), "url": path_to("lab_place", place.public_id)},
        "address": masked(place.address),
        "access": masked(place.access),
        "is_mine": is_mine,
        "can_withdraw": is_open and bool(rules.may_withdraw_visit(reader, visit, hosts)),
        "agree_form": AgreeForm(initial={"on": visit.on}) if can_answer else None,
        "refuse_form": RefuseForm() if can_answer else None,
        "needs_form": NeedsForm(initial={"needs": visit.needs}) if is_mine and is_open else None,
    }
    return render(request, "labs/visit.html", page | forms, status=status)


@acting
def agree(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    visit, form = found(visit_by_id(public_id)), AgreeForm(request.POST)
    require(rules.may_answer_visit(actor, hosts_of(visit.place.lab)))
    if not form.is_valid():
        return visit_page(request, public_id, 422, agree_form=form)
    told = {name: form.cleaned_data[name] for name in ("on", "time_at", "answer")}
    try:
        services.agree_visit(by=actor, visit=visit, **told, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return visit_page(request, public_id, form.absorb(refusal), agree_form=form)
    return done(request, _("Je antwoord is verstuurd."), PAGE, public_id)


@acting
def refuse(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    visit, form = found(visit_by_id(public_id)), RefuseForm(request.POST)
    require(rules.may_answer_visit(actor, hosts_of(visit.place.lab)))
    if not form.is_valid():
        return visit_page(request, public_id, 422, refuse_form=form)
    try:
        services.refuse_visit(by=actor, visit=visit, answer=form.cleaned_data["why_not"], at=clock.now())
    except (Invalid, NotNow) as refusal:
        return visit_page(request, public_id, form.absorb(refusal), refuse_form=form)
    return done(request, _("Je antwoord is verstuurd."), PAGE, public_id)


@logged_in
def needs(request: HttpRequest, public_id: str) -> HttpResponse:
    visit, form = found(visit_by_id(public_id)), NeedsForm(request.POST)
    require(rules.may_tell_needs(anyone(request), visit))
    if not form.is_valid():
        return visit_page(request, public_id, 422, needs_form=form)
    services.tell_needs(by=anyone(request), visit=visit, needs=form.cleaned_data["needs"], at=clock.now())
    return done(request, _("Bewaard. Alleen wie het lab draagt, leest dit."), PAGE, public_id)


@logged_in
def withdraw(request: HttpRequest, public_id: str) -> HttpResponse:
    visit = found(visit_by_id(public_id))
    services.withdraw_visit(by=anyone(request), visit=visit, at=clock.now())
    return done(request, _("Het bezoek is ingetrokken."), PLACE, visit.place.public_id)


def _first_prove(request: HttpRequest, place: LabPlace, form: VisitForm) -> HttpResponse:
    """Mail a code; the visit is asked when it was typed. What they need is asked after that."""
    told, today = form.cleaned_data, clock.today()
    others = other_days([place], told["on"] or today)
    if wrong := rules.wrong_wish(place, others, told["on"], told["people"], today):
        raise Invalid(wrong)
    email, visitor = told["email"], visitor_of(request)
    refuse_flood(request, email)
    parties.claim_address(
        visitor=visitor, key="join", email=email, name=told["name"], told={}, at=clock.now()
    )
    keep_visit(request, email, place.public_id, told["on"], told["people"], told["key"])
    return mail_code(request, email, reverse(PLACE, args=[place.public_id]))
