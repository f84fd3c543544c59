"""Who decides what at a table, checked afterwards; what each half brings, gets and fears; and the meter."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.deliberation import rules, services
from middenstip.domain.deliberation.lifecycle import CHECKS
from middenstip.domain.deliberation.models import Gain
from middenstip.domain.deliberation.selectors.mandates import checks_of, gains_of, mandate_of, weights_at
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import chairs_at, goal_by_id
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.deliberation.mandate_forms import CheckForm, GainForm, MandateForm
from middenstip.web.pages.deliberation.present import crumb_to
from middenstip.web.shared.hat import acting, actor_of, with_hat
from middenstip.web.shared.reply import done, found

PAGE = "deliberation:mandate"
CARD = ("subject", "decides", "advises", "informed", "step", "promise", "until_on")
CELLS = ("brings", "gets", "fears")


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return mandate_page(request, found(goal_by_id(public_id)))


def mandate_page(request: HttpRequest, goal: Goal, status: int = 200, **forms: Any) -> HttpResponse:
    """The card, the table of the halves and the meter; `forms` are forms with errors to show again."""
    actor = actor_of(request)
    mandate, gains, chairs = mandate_of(goal), gains_of(goal), chairs_at(goal)
    decides = bool(actor and rules.may_decide(actor, goal, {one.seat_id for one in chairs if one.counts}))
    sits = bool(actor and any(one.seat_id == actor.seat_id for one in chairs))
    own = gains.get(actor.half.value) if actor else None
    page = {
        "title": _("Wie beslist wat"),
        "menu": "tafels",
        "crumbs": [crumb_to(goal)],
        "goal": goal,
        "mandate": mandate,
        "checks": _checks(checks_of(mandate)) if mandate else [],
        "gains": [_gain(half.value, gains.get(half.value)) for half in Half],
        "meter": _meter(goal),
        "decides": decides,
        "sits": sits,
        "check_form": CheckForm(auto_id="klopt_%s"),
        "gain_form": GainForm(initial={name: getattr(own, name, "") for name in CELLS}, auto_id="win_%s"),
    }
    return render(request, "deliberation/mandate.html", page | forms, status=status)


@with_hat
def write(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Write down who decides what."""
    goal = found(goal_by_id(public_id))
    require(rules.may_decide(actor, goal, {one.seat_id for one in chairs_at(goal) if one.counts}))
    rules.check_table(goal)
    mandate = mandate_of(goal)
    start = {name: getattr(mandate, name) for name in CARD} if mandate else {}
    form = MandateForm(
        request.POST or None, initial={"until_on": clock.today() + timedelta(days=180)} | start
    )
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        told = {name: form.cleaned_data[name] for name in CARD}
        try:
            services.set_mandate(by=actor, goal=goal, **told, at=clock.now())
        except (NotNow, Invalid) as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("Zo weet iedereen wie wat beslist."), PAGE, public_id)
    page = {"title": _("Wie beslist wat"), "menu": "tafels", "form": form, "crumbs": [crumb_to(goal)]}
    return render(request, "deliberation/write_mandate.html", page, status=status)


@acting
def check(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Say whether you had the influence that was promised."""
    goal = found(goal_by_id(public_id))
    mandate = found(mandate_of(goal))
    form = CheckForm(request.POST, auto_id="klopt_%s")
    if not form.is_valid():
        return mandate_page(request, goal, 422, check_form=form)
    mandate.goal = goal
    answer = form.cleaned_data["answer"]
    services.check_mandate(by=actor, mandate=mandate, answer=answer, at=clock.now())
    return done(request, _("Je antwoord telt mee voor je helft."), PAGE, public_id, part="klopt")


@acting
def gain(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Write what your half brings, gets and fears."""
    goal = found(goal_by_id(public_id))
    form = GainForm(request.POST, auto_id="win_%s")
    if not form.is_valid():
        return mandate_page(request, goal, 422, gain_form=form)
    told = {name: form.cleaned_data[name] for name in CELLS}
    services.write_gain(by=actor, goal=goal, **told, at=clock.now())
    return done(request, _("De regel van je helft staat erin."), PAGE, public_id, part="winwin")


def _checks(counts: dict[tuple[str, str], int]) -> list[dict[str, Any]]:
    return [
        {
            "half": half.value,
            "answers": [
                {"word": _(word), "number": counts.get((half.value, key), 0)} for key, word in CHECKS.items()
            ],
        }
        for half in Half
    ]


def _gain(half: str, one: Gain | None) -> dict[str, Any]:
    cells = [getattr(one, name, "") for name in CELLS]
    return {"half": half, "cells": cells, "is_complete": all(cells)}


def _meter(goal: Goal) -> list[dict[str, Any]]:
    weights = weights_at(goal)
    words = sum(one.words for one in weights)
    return [
        {
            "half": one.half,
            "share": 100 * one.words // words if words else 0,
            "words": one.words,
            "proposals": one.proposals,
            "unanswered": one.unanswered,
        }
        for one in weights
    ]
