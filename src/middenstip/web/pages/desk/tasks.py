"""The acts on an action of a case: close it, carry it, give it back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from middenstip.domain.intake import rules
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Action
from middenstip.domain.intake.selectors import action_by_id
from middenstip.domain.parties.selectors import seat_by_id
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Refused, require
from middenstip.web.pages.desk.making import Forms
from middenstip.web.pages.desk.page import refused, show_case
from middenstip.web.shared.hat import acting
from middenstip.web.shared.reply import done, found

PAGE = "desk:case"


@acting
def do(request: HttpRequest, actor: Actor, action_id: str) -> HttpResponse:
    return _close(request, actor, action_id, "do", _("Mooi, die is klaar."))


@acting
def drop(request: HttpRequest, actor: Actor, action_id: str) -> HttpResponse:
    return _close(request, actor, action_id, "drop", _("Deze actie is niet meer nodig."))


@acting
def reopen(request: HttpRequest, actor: Actor, action_id: str) -> HttpResponse:
    return _close(request, actor, action_id, "reopen", _("De actie staat weer open."))


@acting
def give_back(request: HttpRequest, actor: Actor, action_id: str) -> HttpResponse:
    """Geef de aap terug."""
    action = _visible(action_id, actor)
    intake.give_back_action(by=actor, action=action, at=clock.now())
    return _back(request, actor, action, _("De aap is terug bij de eigenaar."))


@acting
def carry(request: HttpRequest, actor: Actor, action_id: str) -> HttpResponse:
    """Ik doe het, tot … Also the answer yes to a request."""
    action = _visible(action_id, actor)
    form = Forms(action.case, actor).carry(action, request.POST)
    held = {f"carry_{action_id}": form}
    if not form.is_valid():
        return show_case(request, actor, action.case.public_id, status=422, **held)
    try:
        intake.carry_action(by=actor, action=action, until=form.cleaned_data["until"], at=clock.now())
    except Refused as refusal:
        return show_case(request, actor, action.case.public_id, status=refused(form, refusal), **held)
    return _back(request, actor, action, _("Jij draagt deze actie. De eigenaar blijft de eigenaar."))


@acting
def ask(request: HttpRequest, actor: Actor, action_id: str) -> HttpResponse:
    """Ask another seat. Nothing changes until it accepts."""
    action = _visible(action_id, actor)
    form = Forms(action.case, actor).ask(action, request.POST)
    held = {f"ask_{action_id}": form}
    if not form.is_valid():
        return show_case(request, actor, action.case.public_id, status=422, **held)
    to = seat_by_id(form.cleaned_data["to"])
    assert to  # a required choice
    try:
        intake.ask_carry(by=actor, action=action, to=to, until=form.cleaned_data["until"], at=clock.now())
    except Refused as refusal:
        return show_case(request, actor, action.case.public_id, status=refused(form, refusal), **held)
    return _back(request, actor, action, _("Je vraag is gesteld. De actie blijft van jou."))


def _close(request: HttpRequest, actor: Actor, action_id: str, act: str, said: str) -> HttpResponse:
    action = _visible(action_id, actor)
    intake.close_action(by=actor, action=action, act=act, at=clock.now())
    return _back(request, actor, action, said)


def _visible(action_id: str, actor: Actor) -> Action:
    action = found(action_by_id(action_id))
    require(rules.may_see(actor, action.case))
    return action


def _back(request: HttpRequest, actor: Actor, action: Action, said: str) -> HttpResponse:
    """Redirect to the case, or to *Mijn* when giving back the last action ended access to the case."""
    if not rules.may_see(actor, action.case):
        return done(request, said, "mine:index")
    return done(request, said, PAGE, action.case.public_id, part="acties")
