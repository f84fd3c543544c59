"""What the halves share: the result of an inquiry, its downloads, and what the table does with it."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.deliberation import rules, services
from middenstip.domain.deliberation.lifecycle import CLOSED
from middenstip.domain.deliberation.method.opinions import COMMAND, members_of
from middenstip.domain.deliberation.selectors.opinions import (
    answers_in,
    held_in,
    inquiry_of,
    people_in,
    statement_by_id,
    texts_of,
)
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import chairs_at, goal_by_id
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.deliberation.opinion_forms import InquiryForm
from middenstip.web.pages.deliberation.opinion_map import map_svg
from middenstip.web.pages.deliberation.present import crumb_to, sentences
from middenstip.web.pages.deliberation.result import as_lines, ways
from middenstip.web.shared.hat import acting, actor_of, with_hat
from middenstip.web.shared.reply import done, found
from middenstip.web.shared.sheet import as_table

PAGE = "deliberation:shared"
HELD = 20


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """What all halves share, what nearly, where they differ, the groups and the map."""
    inquiry = found(inquiry_of(public_id))
    actor, texts = actor_of(request), texts_of(inquiry)
    decides = _decides(actor, inquiry.goal)
    result = inquiry.result or {}
    page = {
        "title": _("Wat wij delen"),
        "menu": "tafels",
        "crumbs": [crumb_to(inquiry.goal)],
        "inquiry": inquiry,
        "goal_id": public_id,
        "is_closed": inquiry.state == CLOSED,
        "result": result,
        "why": sentences(result.get("why", [])),
        "lines": as_lines(result, texts),
        "ways": ways(people_in(inquiry)),
        "map": map_svg(result.get("map", [])) if result.get("map") else None,
        "decides": decides,
        "held": held_in(inquiry, HELD) if decides else [],
        "command": COMMAND,
    }
    return render(request, "deliberation/shared.html", page)


@with_hat
def open_inquiry(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Ask what people find."""
    goal = found(goal_by_id(public_id))
    require(rules.may_decide(actor, goal, _chairs(goal)))
    rules.check_table(goal)
    form = InquiryForm(request.POST or None, initial={"closes_on": clock.today() + timedelta(days=30)})
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        try:
            services.open_inquiry(by=actor, goal=goal, **form.told, at=clock.now())
        except (NotNow, Invalid) as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("De stellingen staan klaar."), "deliberation:statements", public_id)
    page = {"title": _("Vraag wat mensen vinden"), "menu": "tafels", "form": form, "crumbs": [crumb_to(goal)]}
    return render(request, "deliberation/open_inquiry.html", page, status=status)


@acting
def judge(request: HttpRequest, actor: Actor, public_id: str, statement_id: str) -> HttpResponse:
    """Let a statement through, or not with the rule that it breaks."""
    inquiry = found(inquiry_of(public_id))
    statement = found(statement_by_id(inquiry, statement_id))
    statement.inquiry = inquiry
    is_shown, reason = request.POST.get("answer") == "ja", request.POST.get("reason", "")[:200]
    services.judge_statement(by=actor, statement=statement, is_shown=is_shown, reason=reason, at=clock.now())
    words = _("De stelling staat erbij.") if is_shown else _("De stelling staat er niet bij.")
    return done(request, words, PAGE, public_id)


@acting
def close(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    services.close_inquiry(inquiry=found(inquiry_of(public_id)), by=actor, at=clock.now())
    return done(request, _("De peiling is gesloten en geteld."), PAGE, public_id)


@require_safe
def answers_csv(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """All answers, with a number for each person, in the columns that the command reads."""
    return as_table("antwoorden", ("person", "statement", "vote"), answers_in(found(inquiry_of(public_id))))


@require_safe
def halves_csv(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Everybody with their half, also who did not answer."""
    inquiry = found(inquiry_of(public_id))
    people = [(name, half) for name, half, _way in people_in(inquiry)]
    rows = members_of(people, inquiry.members).items()
    return as_table("helften", ("person", "half"), rows)


def _chairs(goal: Goal) -> set[int]:
    return {chair.seat_id for chair in chairs_at(goal) if chair.counts}


def _decides(actor: Actor | None, goal: Goal) -> bool:
    return bool(actor and rules.may_decide(actor, goal, _chairs(goal)))
