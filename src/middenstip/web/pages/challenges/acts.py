"""What the initiator and the handler do with a challenge. What was typed is never lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from middenstip.domain.intake import rules
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.lifecycle import PARTS
from middenstip.domain.intake.models import Challenge
from middenstip.domain.intake.selectors import case_by_id
from middenstip.domain.intake.selectors.challenge import challenge_by_id
from middenstip.journeys import challenge_task
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Forbidden, Refused, require
from middenstip.web.pages.challenges import forms
from middenstip.web.pages.challenges.views import FORMS, show
from middenstip.web.shared.hat import acting
from middenstip.web.shared.reply import done, found

PAGE = "challenges:detail"


@acting
def begin(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Begin with a talk."""
    one = intake.open_challenge(by=actor, case=found(case_by_id(public_id)), at=clock.now())
    return done(request, _("Je uitdaging is begonnen. De balie weet het."), PAGE, one.public_id)


@acting
def write(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Keep what was written, or send it."""
    one, form = found(challenge_by_id(public_id)), forms.WriteForm(request.POST)
    require(rules.may_challenge(actor, one.case))
    send = "verstuur" in request.POST
    if not form.is_valid():
        return show(request, actor, public_id, 422, write=form)
    parts = {name: form.cleaned_data[name] for name in PARTS}
    try:
        intake.write_challenge(by=actor, challenge=one, parts=parts, send=send, at=clock.now())
    except Refused as refusal:
        return show(request, actor, public_id, form.absorb(refusal), write=form)
    said = _("Je uitdaging is verstuurd. Je hoort op tijd het antwoord.") if send else _("Bewaard.")
    return done(request, said, PAGE, public_id)


@acting
def check(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    def act(one: Challenge, told: dict[str, Any]) -> None:
        is_complete = told["is_complete"] == "ja"
        intake.check_challenge(
            by=actor, challenge=one, is_complete=is_complete, why=told["why"], at=clock.now()
        )

    return _answer(request, actor, public_id, "check", act, _("De initiatiefnemer hoort het."))


@acting
def decide(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    def act(one: Challenge, told: dict[str, Any]) -> None:
        intake.decide_challenge(by=actor, challenge=one, **told, at=clock.now())

    return _answer(request, actor, public_id, "decide", act, _("Je antwoord is verstuurd."))


@acting
def agree(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    def act(one: Challenge, told: dict[str, Any]) -> None:
        challenge_task.draw_up(by=actor, challenge=one, **told, at=clock.now())

    said = _("De overeenkomst ligt klaar. Jullie tekenen die allebei.")
    return _answer(request, actor, public_id, "agree", act, said)


@acting
def talk(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    def act(one: Challenge, told: dict[str, Any]) -> None:
        intake.talk_about(by=actor, challenge=one, **told, at=clock.now())

    return _answer(request, actor, public_id, "talk", act, _("Bewaard. De ander hoort het."))


@acting
def evaluate(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    def act(one: Challenge, told: dict[str, Any]) -> None:
        intake.evaluate_challenge(by=actor, challenge=one, **told, at=clock.now())

    return _answer(request, actor, public_id, "evaluate", act, _("Bewaard. De initiatiefnemer hoort het."))


@acting
def withdraw(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    intake.withdraw_challenge(by=actor, challenge=found(challenge_by_id(public_id)), at=clock.now())
    return done(request, _("Je uitdaging is ingetrokken."), PAGE, public_id)


def _answer(
    request: HttpRequest,
    actor: Actor,
    public_id: str,
    name: str,
    act: Callable[[Challenge, dict[str, Any]], None],
    said: str,
) -> HttpResponse:
    """Do the act when the form was sent well, else show the page with the form and what is wrong."""
    one, form = found(challenge_by_id(public_id)), FORMS[name](request.POST, prefix=name)
    may = rules.may_talk if name == "talk" else rules.may_handle
    require(may(actor, one.case))
    if not form.is_valid():
        return show(request, actor, public_id, 422, **{name: form})
    told = {key: value for key, value in form.cleaned_data.items() if key != "key"}
    try:
        act(one, told)
    except Forbidden:
        raise
    except Refused as refusal:
        return show(request, actor, public_id, form.absorb(refusal), **{name: form})
    return done(request, said, PAGE, public_id)
