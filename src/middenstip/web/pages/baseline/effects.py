"""What an initiative wants to change, and what it measured."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.baseline import rules
from middenstip.domain.baseline.lifecycle import MOST_EFFECTS
from middenstip.domain.baseline.models import Effect
from middenstip.domain.baseline.selectors import effect_by_id, effects_of
from middenstip.domain.initiatives.selectors.detail import public_initiative
from middenstip.domain.rooms import path_to
from middenstip.journeys import claim_effect
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.contact import masked
from middenstip.kernel.verdict import Invalid, require
from middenstip.web.pages.baseline import forms
from middenstip.web.pages.baseline.present import value_words
from middenstip.web.shared.dates import long_date
from middenstip.web.shared.hat import acting, actor_of
from middenstip.web.shared.reply import done, found

PAGE = "baseline:effects"


@require_safe
def index(request: HttpRequest, public_id: str) -> HttpResponse:
    return effects_page(request, public_id)


@require_safe
def effect(request: HttpRequest, public_id: str) -> HttpResponse:
    """An effect stands on the page of its initiative."""
    one = found(effect_by_id(public_id))
    return redirect(f"{reverse(PAGE, args=[one.initiative])}#effect-{one.number}")


@acting
def add(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    initiative = found(public_initiative(public_id))
    require(rules.may_speak_for(actor, initiative.initiator_id))
    form = forms.EffectForm(request.POST)
    if not form.is_valid():
        return effects_page(request, public_id, 422, add_form=form)
    data = form.cleaned_data
    told = {name: data[name] for name in ("start", "start_on", "target", "key")}
    texts = {name: data[name] for name in ("word", "unit")}
    try:
        claim_effect.want_effect(by=actor, initiative=initiative, texts=texts, **told, at=clock.now())
    except Invalid as refusal:
        return effects_page(request, public_id, form.absorb(refusal), add_form=form)
    return done(request, _("Dit staat er. Meet het later opnieuw."), PAGE, public_id)


@acting
def measure(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    one = found(effect_by_id(public_id))
    initiative = found(public_initiative(one.initiative))
    require(rules.may_speak_for(actor, initiative.initiator_id))
    form = forms.EffectValueForm(request.POST, prefix=f"m{one.number}")
    if not form.is_valid():
        return effects_page(request, one.initiative, 422, measuring={one.number: form})
    told = {"value": form.cleaned_data["value"], "on": form.cleaned_data["value_on"]}
    try:
        claim_effect.measure(by=actor, initiative=initiative, effect=one, **told, at=clock.now())
    except Invalid as refusal:
        return effects_page(request, one.initiative, form.absorb(refusal), measuring={one.number: form})
    return done(request, _("De meting staat erbij."), PAGE, one.initiative)


def effects_page(
    request: HttpRequest, public_id: str, status: int = 200, measuring: Any = None, **held: Any
) -> HttpResponse:
    """The effects of an initiative; `measuring` has a form with an error by the number of its effect."""
    initiative = found(public_initiative(public_id))
    actor = actor_of(request)
    is_mine = bool(actor and rules.may_speak_for(actor, initiative.initiator_id))
    effects = effects_of(public_id)
    room = len(effects) < MOST_EFFECTS
    wrong = next(iter((measuring or {}).values()), None)
    page = {
        "title": _("Wat verandert er?"),
        "crumbs": [{"url": path_to("initiative", public_id), "label": initiative.title, "is_title": True}],
        "code": public_id,
        "effects": list(_effects(effects, measuring or {}, is_mine)),
        "add_form": forms.EffectForm() if is_mine and room else None,
        "form": held.get("add_form") or wrong,
        "actor": actor,
    }
    return render(request, "baseline/effects.html", page | held, status=status)


def _effects(effects: Iterable[Effect], measuring: Any, is_mine: bool) -> Iterable[dict[str, Any]]:
    for one in effects:
        values = sorted(one.values.all(), key=lambda value: value.on)
        form = measuring.get(one.number) or forms.EffectValueForm(prefix=f"m{one.number}")
        points = [(one.start_on, one.start), *((value.on, value.value) for value in values)]
        yield {
            "id": one.public_id,
            "number": one.number,
            "word": masked(one.word),
            "target": "" if one.target is None else value_words(one.target, "number", one.unit),
            "values": [(long_date(day), value_words(value, "number", one.unit)) for day, value in points],
            "report": ""
            if one.is_hidden or is_mine
            else reverse("moderation:report", args=["effect", one.public_id]),
            "form": form if is_mine else None,
        }
