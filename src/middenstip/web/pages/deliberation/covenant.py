"""A covenant: what the halves want together, who signed, and how far the agreements are."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_safe

from middenstip.domain.agreements.lifecycle import DONE
from middenstip.domain.agreements.selectors import agreements_of
from middenstip.domain.deliberation import rules, services
from middenstip.domain.deliberation.lifecycle import COVENANT, STANDS
from middenstip.domain.deliberation.models import (
    QUESTION_LENGTH,
    TEXT_LENGTH,
    THEMES_LENGTH,
    CovenantSignature,
)
from middenstip.domain.deliberation.selectors.covenants import covenant_by_id, covenant_of, signatures_on
from middenstip.domain.goals.selectors import chairs_at, goal_by_id
from middenstip.journeys import publish_text
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.deliberation.present import crumb_to
from middenstip.web.shared.fields import Day, Text, Title
from middenstip.web.shared.forms import Form
from middenstip.web.shared.hat import acting, actor_of, with_hat
from middenstip.web.shared.held import or_held
from middenstip.web.shared.reply import done, found

PARTS = ("name", "ambition", "themes", "review_on")


class CovenantForm(Form):
    name = Title(label=_lazy("Hoe heet het convenant?"), max_length=QUESTION_LENGTH)
    ambition = Text(label=_lazy("Wat willen jullie samen?"), max_length=TEXT_LENGTH)
    themes = Text(
        label=_lazy("Over welke thema's gaat het?"),
        help_text=_lazy("Eén thema op een regel."),
        max_length=THEMES_LENGTH,
        required=False,
        rows=3,
    )
    review_on = Day(label=_lazy("Wanneer bekijken jullie het opnieuw?"))


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    covenant = found(covenant_by_id(public_id))
    actor, today = actor_of(request), clock.today()
    signed = signatures_on(covenant)
    chairs = {chair.seat_id for chair in chairs_at(covenant.goal) if chair.counts}
    may = rules.may_sign_covenant(actor, chairs) if actor else None
    lines = agreements_of(covenant.goal, today)
    page: dict[str, Any] = {
        "title": covenant.name,
        "menu": "tafels",
        "crumbs": [crumb_to(covenant.goal)],
        "covenant": covenant,
        "stands": covenant.state == STANDS,
        "state_words": _(COVENANT.words[covenant.state]),
        "themes": covenant.themes.splitlines(),
        "halves": [_half(half.value, signed) for half in Half],
        "may_sign": bool(may)
        and not covenant.is_hidden
        and not any(actor and one.seat_id == actor.seat_id for one in signed),
        "may_write": bool(actor and rules.may_decide(actor, covenant.goal, chairs))
        and not signed
        and not covenant.is_hidden,
        "lines": lines,
        "kept": sum(one.state == DONE for one in lines),
    }
    return render(request, "deliberation/covenant.html", page)


@with_hat
def write(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Write it, or write it anew as long as nobody signed."""
    goal = found(goal_by_id(public_id))
    require(rules.may_decide(actor, goal, {one.seat_id for one in chairs_at(goal) if one.counts}))
    rules.check_table(goal)
    covenant = covenant_of(goal)
    start: dict[str, Any] = {"review_on": clock.today() + timedelta(days=365)}
    start |= {name: getattr(covenant, name) for name in PARTS} if covenant else {}
    form = CovenantForm(request.POST or None, initial=start)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        told = {name: form.cleaned_data[name] for name in PARTS}
        try:
            made = publish_text.covenant(by=actor, goal=goal, **told, at=clock.now())
        except (NotNow, Invalid) as refusal:
            status = form.absorb(refusal)
        else:
            words = _("Het convenant staat er. Nu tekent een zetel van elke helft.")
            return done(request, or_held(made, words), "deliberation:covenant", made.public_id)
    page = {"title": _("Schrijf een convenant"), "menu": "tafels", "form": form, "crumbs": [crumb_to(goal)]}
    return render(request, "deliberation/write_covenant.html", page, status=status)


@acting
def sign(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    covenant = found(covenant_by_id(public_id))
    services.sign_covenant(by=actor, covenant=covenant, at=clock.now())
    return done(request, _("Je tekende voor je helft."), "deliberation:covenant", public_id, part="tekent")


def _half(half: str, signed: list[CovenantSignature]) -> dict[str, Any]:
    own = [one for one in signed if one.half == half]
    return {"half": half, "signed": [{"seat": one.seat.label, "at": one.at} for one in own]}
