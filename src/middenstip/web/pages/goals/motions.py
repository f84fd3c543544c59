"""Ask to stop the table or to send a chair away, answer that, and undo it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from middenstip.domain.goals.lifecycle import CARRIED, PENDING
from middenstip.domain.goals.models import Motion
from middenstip.domain.goals.selectors import goal_by_id, motion_by_id
from middenstip.journeys import move_goal
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.web.pages.goals.acts import PAGE
from middenstip.web.shared.hat import acting
from middenstip.web.shared.reply import done, found


@acting
def move(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """`seat` is the public id of the seat to send away; without it: stop the table."""
    goal, seat = found(goal_by_id(public_id)), request.POST.get("seat", "")[:20]
    reason = request.POST.get("reason", "")
    motion = move_goal.move(by=actor, goal=goal, seat=seat, reason=reason, at=clock.now())
    return done(request, _said(motion), PAGE, public_id, part="verzoek")


@acting
def answer(request: HttpRequest, actor: Actor, public_id: str, motion_id: str) -> HttpResponse:
    motion = found(motion_by_id(found(goal_by_id(public_id)), motion_id))
    is_yes = request.POST.get("answer") == "ja"
    motion = move_goal.answer(by=actor, motion=motion, is_yes=is_yes, at=clock.now())
    return done(request, _said(motion), PAGE, public_id, part="verzoek")


@acting
def undo(request: HttpRequest, actor: Actor, public_id: str, motion_id: str) -> HttpResponse:
    motion = found(motion_by_id(found(goal_by_id(public_id)), motion_id))
    move_goal.undo(by=actor, motion=motion, at=clock.now())
    return done(request, _("Het is teruggedraaid. Iedereen krijgt bericht."), PAGE, public_id)


def _said(motion: Motion) -> str:
    if motion.state == CARRIED:
        return _("Het is gebeurd. Iedereen krijgt bericht. Zeven dagen lang kan het worden teruggedraaid.")
    if motion.state == PENDING:
        return _("Je verzoek ligt op tafel. Het gebeurt als iedere helft ja zegt.")
    return _("Het verzoek is van tafel.")
