"""Institutions that are invited into the process of an initiative: ask, answer, withdraw."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.gatherings import rules, services
from middenstip.domain.gatherings.lifecycle import ANSWERS, ASKED, INVITE
from middenstip.domain.gatherings.models import ProcessInvite
from middenstip.domain.gatherings.selectors import invite_by_id, invites_of, seats_to_invite
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.rules import may_take_partner
from middenstip.domain.initiatives.selectors.detail import public_initiative
from middenstip.domain.rooms import path_to
from middenstip.journeys import ask_institution
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.contact import masked
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.gatherings.forms import AnswerForm, InviteForm
from middenstip.web.shared import dates
from middenstip.web.shared.hat import acting, actor_of, anyone, logged_in, read_as, to_login
from middenstip.web.shared.reply import done, found

PAGE = "gatherings:invite"


@require_http_methods(["GET", "HEAD", "POST"])
def of_initiative(request: HttpRequest, public_id: str) -> HttpResponse:
    """Who was asked and what they said; the initiator asks. Three queries."""
    initiative = found(public_initiative(public_id))
    actor = actor_of(request)
    form, status = None, 200
    if request.method == "POST":
        if actor is None:
            return to_login(request)
        require(rules.may_invite(actor, initiative))
    if actor and rules.may_invite(actor, initiative):
        form = _form(request, initiative)
    if form and request.method == "POST":
        status = 422
        if form.is_valid():
            told = {name: form.cleaned_data[name] for name in ("what_for", "key")}
            seat = form.by_id[form.cleaned_data["seat"]]
            assert actor
            try:
                told["has_ticked"] = bool(form.cleaned_data.get("shares_reins"))
                made = ask_institution.ask(by=actor, initiative=initiative, seat=seat, **told, at=clock.now())
            except (Invalid, NotNow) as refusal:
                status = form.absorb(refusal)
            else:
                return done(request, _("De vraag is verstuurd."), PAGE, made.public_id)
    page = {
        "title": _("Gevraagd om mee te doen"),
        "menu": "initiatieven",
        "crumbs": [
            {"url": path_to("initiative", public_id), "label": masked(initiative.title), "is_title": True}
        ],
        "invites": [_values(one) for one in invites_of(initiative)],
        "form": form,
        "around_url": reverse("initiatives:around", args=[public_id]),
    }
    return render(request, "gatherings/invites.html", page, status=status)


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return invite_page(request, public_id)


def invite_page(request: HttpRequest, public_id: str, status: int = 200, **forms: Any) -> HttpResponse:
    """One invitation with its answer; `forms` are forms with errors to show again. One query."""
    one = found(invite_by_id(public_id))
    actor = read_as(request, lambda hat: hat.seat_id == one.seat_id)
    reader = anyone(request) if request.user.is_authenticated else None
    acts = INVITE.acts(one.state)
    code = one.initiative.public_id
    page = _values(one) | {
        "title": masked(one.what_for),
        "menu": "initiatieven",
        "crumbs": [
            {"url": reverse("gatherings:invites", args=[code]), "label": _("Gevraagd om mee te doen")}
        ],
        "invite": one,
        "about": {"title": masked(one.initiative.title), "url": path_to("initiative", code)},
        "can_answer": bool(actor and rules.may_answer(actor, one) and set(acts) & set(ANSWERS)),
        "can_withdraw": bool(reader and rules.may_withdraw(reader, one) and "withdraw" in acts),
        "answer_form": AnswerForm(initial={"answer": one.state, "text": one.answer}),
    }
    return render(request, "gatherings/invite.html", page | forms, status=status)


@acting
def answer(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    one = found(invite_by_id(public_id))
    require(rules.may_answer(actor, one))
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return invite_page(request, public_id, 422, answer_form=form)
    told = {name: form.cleaned_data[name] for name in ("answer", "text")}
    try:
        services.answer_invite(by=actor, invite=one, **told, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return invite_page(request, public_id, form.absorb(refusal), answer_form=form)
    return done(request, _("Je antwoord is verstuurd."), PAGE, public_id)


@logged_in
def withdraw(request: HttpRequest, public_id: str) -> HttpResponse:
    one = found(invite_by_id(public_id))
    services.withdraw_invite(by=anyone(request), invite=one, at=clock.now())
    return done(request, _("De uitnodiging is ingetrokken."), PAGE, public_id)


def _form(request: HttpRequest, initiative: Initiative) -> InviteForm:
    """The form to ask; from *Wie hoort erbij* with the organisation of that row (`?organisatie=`)."""
    seats = seats_to_invite(initiative)
    wanted = request.GET.get("organisatie", "")
    seat = next((one for one in seats if one.side and one.side.organisation.public_id == wanted), None)
    first = {"seat": seat.public_id} if seat else None
    asks_tick = not may_take_partner(initiative)
    return InviteForm(request.POST or None, seats=seats, asks_tick=asks_tick, initial=first)


def _values(one: ProcessInvite) -> dict[str, Any]:
    today = clock.today()
    waits = one.state == ASKED and one.due_on
    return {
        "url": reverse(PAGE, args=[one.public_id]),
        "what_for": masked(one.what_for),
        "seat": one.seat.label,
        "half": one.seat.half,
        "stand": _(INVITE.words[one.state]),
        "answer": masked(one.answer),
        "due": dates.days_left(one.due_on, today) if waits and one.due_on else "",
        "is_late": bool(waits and one.due_on and one.due_on < today),
    }
