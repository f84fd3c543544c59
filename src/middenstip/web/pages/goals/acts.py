"""The acts at a table that need no words: sit down, get up, open the letters, stop."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from middenstip.domain.goals import services
from middenstip.domain.goals.selectors import goal_by_id
from middenstip.journeys import agree_goal
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.web.shared.hat import acting
from middenstip.web.shared.reply import done, found

PAGE = "goals:detail"


@acting
def join(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    agree_goal.join(by=actor, goal=found(goal_by_id(public_id)), at=clock.now())
    said = _("Je zit aan tafel, voor de %(half)s.") % {"half": _(actor.half.value)}
    return done(request, said, PAGE, public_id)


@acting
def leave(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    agree_goal.leave(by=actor, goal=found(goal_by_id(public_id)), at=clock.now())
    return done(request, _("Je bent van tafel opgestaan."), PAGE, public_id)


@acting
def reveal(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    services.reveal_letters(by=actor, goal=found(goal_by_id(public_id)), at=clock.now())
    return done(request, _("Alle briefjes zijn open."), PAGE, public_id, part="briefjes")


@acting
def stop(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    agree_goal.stop(by=actor, goal=found(goal_by_id(public_id)), at=clock.now())
    return done(request, _("Deze tafel is gestopt."), PAGE, public_id)
