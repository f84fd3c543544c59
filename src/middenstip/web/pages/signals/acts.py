"""What a reader does with one signal. What was typed is never lost."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from middenstip.domain.parties.selectors import seat_by_id
from middenstip.domain.signals import rules
from middenstip.domain.signals import services as signals
from middenstip.domain.signals.method import alike
from middenstip.domain.signals.models import Signal
from middenstip.domain.signals.selectors import seats_to_ask, signal_by_id
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, require
from middenstip.web.pages.signals import forms
from middenstip.web.pages.signals.views import signal_page
from middenstip.web.shared.hat import acting
from middenstip.web.shared.reply import done, found

PAGE = "signals:detail"


@acting
def join(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Ik heb dit ook."""
    signal, form = _signal(public_id), forms.JoinForm(request.POST, prefix="ook")
    if not form.is_valid():
        return signal_page(request, public_id, 422, join_form=form)
    hours = form.cleaned_data["hours_lost"] or 0
    signals.join_signal(by=actor, signal=signal, hours_lost=hours, at=clock.now())
    return done(request, _("Je staat erbij. Je krijgt het antwoord."), PAGE, public_id)


@acting
def withdraw(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    signals.withdraw_signal(by=actor, signal=_signal(public_id), at=clock.now())
    return done(request, _("Je signaal is ingetrokken."), PAGE, public_id)


@acting
def address(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    signal = _signal(public_id)
    require(rules.may_pass_on(actor, signal))
    form = forms.AddressForm(request.POST, prefix="door", seats=seats_to_ask(signal, clock.today()))
    if not form.is_valid():
        return signal_page(request, public_id, 422, address_form=form)
    to = found(seat_by_id(form.cleaned_data["to"]))
    try:
        signals.address_signal(by=actor, signal=signal, to=to, at=clock.now())
    except Invalid as refusal:
        return signal_page(request, public_id, form.absorb(refusal), address_form=form)
    return done(request, _("Het signaal ligt bij %(seat)s.") % {"seat": to.label}, PAGE, public_id)


@acting
def bundle(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    signal = _signal(public_id)
    require(rules.may_route(actor, signal))
    form = forms.BundleForm(request.POST, prefix="samen", signals=alike(signal))
    if not form.is_valid():
        return signal_page(request, public_id, 422, bundle_form=form)
    into = _signal(form.cleaned_data["into"])
    signals.bundle_signal(by=actor, signal=signal, into=into, at=clock.now())
    return done(request, _("De signalen zijn samengevoegd."), PAGE, into.public_id)


@acting
def study(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    signals.study_signal(by=actor, signal=_signal(public_id), at=clock.now())
    return done(request, _("Iedereen die dit meldde, hoort dat je het uitzoekt."), PAGE, public_id)


@acting
def answer(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    signal, form = _signal(public_id), forms.AnswerForm(request.POST, prefix="antwoord")
    require(rules.may_answer(actor, signal))
    if not form.is_valid():
        return signal_page(request, public_id, 422, answer_form=form)
    told = _told(form, "outcome", "text")
    try:
        signals.answer_signal(by=actor, signal=signal, **told, at=clock.now())
    except Invalid as refusal:
        return signal_page(request, public_id, form.absorb(refusal), answer_form=form)
    return done(request, _("Je antwoord is verstuurd aan iedereen die dit meldde."), PAGE, public_id)


@acting
def reopen(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    signal, form = _signal(public_id), forms.ReopenForm(request.POST, prefix="opnieuw")
    if not form.is_valid():
        return signal_page(request, public_id, 422, reopen_form=form)
    try:
        signals.reopen_signal(by=actor, signal=signal, **_told(form, "why"), at=clock.now())
    except Invalid as refusal:
        return signal_page(request, public_id, form.absorb(refusal), reopen_form=form)
    return done(request, _("Je vraag ligt er weer. Je krijgt opnieuw antwoord."), PAGE, public_id)


def _signal(public_id: str) -> Signal:
    return found(signal_by_id(public_id))


def _told(form: Any, *keys: str) -> dict[str, Any]:
    return {key: form.cleaned_data[key] for key in keys}
