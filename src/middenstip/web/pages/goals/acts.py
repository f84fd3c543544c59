"""The acts at a table without a form of their own: join, ask for a chair, let in, leave, open the letters."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from middenstip.domain.goals import services
from middenstip.domain.goals.selectors import goal_by_id, invitation_of, request_by_id
from middenstip.journeys import agree_goal
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.web.shared.hat import acting
from middenstip.web.shared.reply import done, found

PAGE = "goals:detail"


@acting
def join(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    agree_goal.join(by=actor, goal=found(goal_by_id(public_id)), at=clock.now())
    return done(request, sits_for(actor), PAGE, public_id)


@acting
def ask(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Ask for a chair at a table to which you were not invited."""
    goal, word = found(goal_by_id(public_id)), request.POST.get("word", "")
    services.ask_chair(by=actor, goal=goal, word=word, at=clock.now())
    return done(request, _("Je vraag ligt op tafel. Je krijgt bericht."), PAGE, public_id)


@acting
def answer_request(request: HttpRequest, actor: Actor, public_id: str, request_id: str) -> HttpResponse:
    """Let in the seat that asked, or say not now."""
    asked = found(request_by_id(found(goal_by_id(public_id)), request_id))
    if request.POST.get("answer") == "ja":
        agree_goal.let_in(by=actor, request=asked, at=clock.now())
        return done(
            request, _("%(seat)s zit aan tafel.") % {"seat": asked.seat.label}, PAGE, public_id, part="wie"
        )
    services.refuse_chair(by=actor, request=asked, reply=request.POST.get("reply", ""), at=clock.now())
    return done(request, _("Je zei: niet nu. We laten het weten."), PAGE, public_id, part="wie")


@acting
def withdraw_request(request: HttpRequest, actor: Actor, public_id: str, request_id: str) -> HttpResponse:
    asked = found(request_by_id(found(goal_by_id(public_id)), request_id))
    services.withdraw_request(by=actor, request=asked, at=clock.now())
    return done(request, _("Je vraag om een stoel is ingetrokken."), PAGE, public_id)


@acting
def decline(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Say no to an invitation: not now, or not for me."""
    invitation = found(invitation_of(found(goal_by_id(public_id)), actor.seat_id))
    answer, word = request.POST.get("answer", ""), request.POST.get("word", "")
    services.answer_invitation(by=actor, invitation=invitation, answer=answer, word=word, at=clock.now())
    return done(request, _("Je hebt nee gezegd. Dat mag. We laten het weten."), PAGE, public_id)


def sits_for(actor: Actor) -> str:
    return _("Je zit aan tafel, voor de %(half)s.") % {"half": _(actor.half.value)}


@acting
def leave(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    agree_goal.leave(by=actor, goal=found(goal_by_id(public_id)), at=clock.now())
    return done(request, _("Je bent van tafel opgestaan."), PAGE, public_id)


@acting
def reveal(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    services.reveal_letters(by=actor, goal=found(goal_by_id(public_id)), at=clock.now())
    return done(request, _("Alle briefjes zijn open."), PAGE, public_id, part="briefjes")
