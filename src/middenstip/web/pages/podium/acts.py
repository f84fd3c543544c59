"""What people do at the podium: a step further, choose and take back, promise, and come for a card."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from middenstip.domain.podium import rules, services
from middenstip.domain.podium.selectors import card_by_id, edition_by_id, pitch_by_id
from middenstip.domain.rooms import path_to
from middenstip.journeys import promise_at_pitch
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.contact import masked
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.podium import present
from middenstip.web.pages.podium.forms import CardForm, PromiseForm
from middenstip.web.pages.podium.views import pitch_page
from middenstip.web.shared.hat import acting, anyone, logged_in, with_hat
from middenstip.web.shared.reply import done, found


@logged_in
def step(request: HttpRequest, public_id: str) -> HttpResponse:
    edition = found(edition_by_id(public_id))
    services.step_edition(by=anyone(request), edition=edition, at=clock.now())
    return done(request, _("De editie is een stap verder."), "podium:detail", public_id)


@logged_in
def choose(request: HttpRequest, public_id: str) -> HttpResponse:
    pitch = found(pitch_by_id(public_id))
    services.choose_pitch(by=anyone(request), pitch=pitch, at=clock.now())
    return done(request, _("De pitch staat op het programma."), "podium:detail", pitch.edition.public_id)


@logged_in
def drop(request: HttpRequest, public_id: str) -> HttpResponse:
    pitch = found(pitch_by_id(public_id))
    services.drop_pitch(by=anyone(request), pitch=pitch, at=clock.now())
    return done(request, _("De pitch is teruggetrokken."), "podium:detail", pitch.edition.public_id)


@acting
def promise(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    pitch = found(pitch_by_id(public_id))
    require(rules.may_promise(actor, pitch))
    form = PromiseForm(request.POST)
    if not form.is_valid():
        return pitch_page(request, public_id, 422, promise_form=form)
    try:
        promise_at_pitch.promise(by=actor, pitch=pitch, told=form.told, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return pitch_page(request, public_id, form.absorb(refusal), promise_form=form)
    said = _("Dank je wel. Teken de afspraak binnen veertien dagen.")
    return done(request, said, "podium:pitch", public_id)


@logged_in
def card(request: HttpRequest, public_id: str) -> HttpResponse:
    pitch, by = found(pitch_by_id(public_id)), anyone(request)
    require(rules.may_manage(by, pitch.edition))
    form = CardForm(request.POST)
    if not form.is_valid():
        return pitch_page(request, public_id, 422, card_form=form)
    told = {name: form.cleaned_data[name] for name in ("name", "half", "key")}
    try:
        services.type_card(by=by, pitch=pitch, told=form.told, **told, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return pitch_page(request, public_id, form.absorb(refusal), card_form=form)
    said = _("De kaart staat erbij. Geef de code aan wie haar schreef.")
    return done(request, said, "podium:pitch", public_id)


@with_hat
def claim(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Who wrote a card comes for it, with the code that the host gave."""
    card = found(card_by_id(public_id))
    refusal = rules.may_promise(actor, card.pitch)
    if request.method == "POST":
        require(refusal)
        promise_at_pitch.claim(by=actor, card=card, at=clock.now())
        said = _("De afspraak staat klaar om te tekenen.")
        return done(request, said, "podium:pitch", card.pitch.public_id)
    told = present.Told((card,), {}, clock.today())
    page = present.promise_line(card, told, False) | {
        "title": _("Haal je kaart op"),
        "menu": "agenda",
        "crumbs": [
            {
                "url": path_to("pitch", card.pitch.public_id),
                "label": masked(card.pitch.initiative.title),
                "is_title": True,
            }
        ],
        "card": card,
        "is_taken": card.seat_id is not None,
        "why_not": _(refusal.reason) if refusal.reason else "",
    }
    return render(request, "podium/claim.html", page)
