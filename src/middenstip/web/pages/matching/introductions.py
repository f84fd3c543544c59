"""One introduction: yes or no, writing to each other, agreeing, and the thank-you at the end."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.matching import services
from middenstip.domain.matching.lifecycle import AGREED, ASKED, DONE, INTRODUCTION, MET
from middenstip.domain.matching.models import Introduction
from middenstip.domain.matching.rules import may_act, may_read
from middenstip.domain.matching.selectors import introduction_by_id
from middenstip.domain.rooms import path_to
from middenstip.journeys import make_deal
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.contact import masked
from middenstip.kernel.verdict import Forbidden, Invalid
from middenstip.web.pages.matching.forms import DealForm, MessageForm, ThanksForm
from middenstip.web.pages.matching.lines import other_name
from middenstip.web.shared.dates import moment
from middenstip.web.shared.hat import acting, actor_of, anyone, logged_in, to_login
from middenstip.web.shared.reply import done, found
from middenstip.web.shared.words import in_words

PAGE = "matching:introduction"
CLOSED = "Deze kennismaking is van twee anderen."


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    if not request.user.is_authenticated:
        return to_login(request)
    return introduction_page(request, public_id, 200)


def introduction_page(request: HttpRequest, public_id: str, status: int, **forms: Any) -> HttpResponse:
    """One introduction for one of the two; `forms` are forms with errors to show again."""
    one, by = _mine(request, public_id)
    is_owner = by.person_id == one.owner_id
    other = other_name(one, by.person_id)
    can_act = may_act(by, one)
    page = {
        "title": _("Kennismaking met %(who)s") % {"who": other},
        "menu": "mijn",
        "crumbs": [{"url": reverse("matching:mine"), "label": _("Jouw vraag en aanbod")}],
        "one": one,
        "other": other,
        "other_person": _named(one, by),
        "state": _(INTRODUCTION.words[one.state]),
        "about": masked(one.title),
        "about_url": _about(one),
        "messages": [
            _message(row, by) for row in one.messages.select_related("person").order_by("at", "pk")[:200]
        ]
        if one.state != ASKED
        else [],
        "waits_for_me": is_owner and one.state == ASKED,
        "waits_for_other": not is_owner and one.state == ASKED,
        "can_write": one.state in (MET, AGREED) and bool(can_act),
        "can_agree": one.state == MET and bool(can_act),
        "is_agreed": one.state == AGREED,
        "is_done": one.state == DONE,
        "can_end": INTRODUCTION.allows(one.state, "end"),
        "agreement_url": path_to("agreement", one.agreement) if one.agreement else "",
        "why_not": in_words(can_act.reason),
        "actor": actor_of(request),
        "message_form": MessageForm(auto_id="bericht_%s"),
        "deal_form": DealForm(auto_id="afspraak_%s"),
        "thanks_form": ThanksForm(auto_id="dank_%s"),
    }
    return render(request, "matching/introduction.html", page | forms, status=status)


@logged_in
def accept(request: HttpRequest, public_id: str) -> HttpResponse:
    one, by = _mine(request, public_id)
    services.accept_introduction(by=by, introduction=one, at=clock.now())
    return done(request, _("Jullie kunnen elkaar nu schrijven."), PAGE, public_id)


@logged_in
def decline(request: HttpRequest, public_id: str) -> HttpResponse:
    one, by = _mine(request, public_id)
    services.decline_introduction(by=by, introduction=one, at=clock.now())
    return done(request, _("De ander hoort dat het nu niet past."), PAGE, public_id)


@logged_in
def say(request: HttpRequest, public_id: str) -> HttpResponse:
    """Write the other a message."""
    one, by = _mine(request, public_id)
    form = MessageForm(request.POST, auto_id="bericht_%s")
    status = 422
    if form.is_valid():
        try:
            told = {name: form.cleaned_data[name] for name in ("text", "key")}
            services.write_message(by=by, introduction=one, **told, at=clock.now())
        except Invalid as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("Je bericht staat erbij."), PAGE, public_id, part="berichten")
    return introduction_page(request, public_id, status, message_form=form)


@acting
def agree(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Agree what is done, and by when."""
    one, _by = _mine(request, public_id)
    form, status = DealForm(request.POST, auto_id="afspraak_%s"), 422
    if form.is_valid():
        what, due_on = form.cleaned_data["deal"], form.cleaned_data["due_on"]
        try:
            agreed = make_deal.agree(by=actor, introduction=one, what=what, due_on=due_on, at=clock.now())
        except Invalid as refusal:
            status = form.absorb(refusal)
        else:
            said = _("Dat is afgesproken.")
            if agreed.agreement:
                said = _("Dat is afgesproken. Jullie tekenen het nog op de bladzijde van de afspraak.")
            return done(request, said, PAGE, public_id)
    return introduction_page(request, public_id, status, deal_form=form)


@acting
def undo(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    one, _by = _mine(request, public_id)
    make_deal.undo(by=actor, introduction=one, at=clock.now())
    return done(request, _("Het gaat niet door. Jullie kunnen iets anders afspreken."), PAGE, public_id)


@logged_in
def finish(request: HttpRequest, public_id: str) -> HttpResponse:
    """It happened: the thank-you."""
    one, by = _mine(request, public_id)
    form, status = ThanksForm(request.POST, auto_id="dank_%s"), 422
    if form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("thanks", "hours", "goods", "euros")}
        try:
            services.finish_deal(by=by, introduction=one, **told, at=clock.now())
        except Invalid as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("Dank je wel. Het telt mee voor de buurt."), PAGE, public_id)
    return introduction_page(request, public_id, status, thanks_form=form)


@logged_in
def end(request: HttpRequest, public_id: str) -> HttpResponse:
    one, by = _mine(request, public_id)
    services.end_introduction(by=by, introduction=one, at=clock.now())
    return done(request, _("Deze kennismaking is gestopt."), PAGE, public_id)


def _mine(request: HttpRequest, public_id: str) -> tuple[Introduction, Doer]:
    """The introduction, for one of the two in it. Raises `Forbidden` for others."""
    one, by = found(introduction_by_id(public_id)), anyone(request)
    if not may_read(by, one):
        raise Forbidden(CLOSED)
    return one, by


def _named(one: Introduction, by: Doer) -> str:
    """The name of the other, once both said yes."""
    if one.answered_at is None or one.state not in (MET, AGREED, DONE):
        return ""
    other = one.owner if by.person_id == one.asker_id else one.asker
    return "" if other.erased_at else other.name


def _about(one: Introduction) -> str:
    if one.listing:
        return path_to("listing", one.listing.public_id)
    return path_to("initiative", one.initiative.public_id) if one.initiative else ""


def _message(row: Any, by: Doer) -> dict[str, Any]:
    return {
        "who": _("Jij") if row.person_id == by.person_id else row.person.name,
        "text": row.text,
        "when": moment(row.at),
    }
