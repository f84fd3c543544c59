"""What people do with one request: give advice, answer it, withdraw."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from middenstip.domain.advice import rules, services
from middenstip.domain.advice.selectors import advice_by_id, request_by_id
from middenstip.journeys import publish_text
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.advice.forms import AnswerForm, GiveForm
from middenstip.web.pages.advice.views import advice_page
from middenstip.web.shared.hat import acting, anyone, logged_in
from middenstip.web.shared.reply import done, found

PAGE = "advice:detail"


@logged_in
def give(request: HttpRequest, public_id: str) -> HttpResponse:
    one = found(request_by_id(public_id))
    by, form = anyone(request), GiveForm(request.POST)
    if not form.is_valid():
        return advice_page(request, public_id, 422, give_form=form)
    told = {name: form.cleaned_data[name] for name in ("text", "because", "key")}
    try:
        made = publish_text.advice(by=by, request=one, **told, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return advice_page(request, public_id, form.absorb(refusal), give_form=form)
    words = _("Je advies staat erbij. Dank je wel. Je krijgt bericht als er antwoord is.")
    return done(request, words, PAGE, public_id, part=f"a-{made.public_id}")


@acting
def withdraw(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    one = found(request_by_id(public_id))
    services.withdraw_request(by=actor, request=one, at=clock.now())
    return done(request, _("Jullie vraag om advies is ingetrokken."), PAGE, public_id)


@acting
def answer(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    advice = found(advice_by_id(public_id))
    one = advice.request
    require(rules.may_answer(actor, one))
    form = AnswerForm(request.POST, row=public_id)
    if not form.is_valid():
        return advice_page(request, one.public_id, 422, answer_form=form)
    told = {name: form.cleaned_data[name] for name in ("answer", "text")}
    try:
        services.answer_advice(by=actor, advice=advice, **told, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return advice_page(request, one.public_id, form.absorb(refusal), answer_form=form)
    words = _("Je antwoord staat erbij. Wie dit advies gaf, krijgt bericht.")
    return done(request, words, PAGE, one.public_id, part=f"a-{public_id}")


@logged_in
def take_back(request: HttpRequest, public_id: str) -> HttpResponse:
    advice = found(advice_by_id(public_id))
    services.take_back(by=anyone(request), advice=advice, at=clock.now())
    return done(request, _("Je advies is ingetrokken. De tekst is weg."), PAGE, advice.request.public_id)
