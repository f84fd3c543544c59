"""Opening a ballot at a table, and its next round. The typed text is never lost."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from middenstip.domain.deliberation import rules, services
from middenstip.domain.deliberation.lifecycle import BALLOT
from middenstip.domain.deliberation.selectors.ballots import ballot_by_id
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import chairs_at, goal_by_id
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.deliberation.forms import NextForm, OpenForm
from middenstip.web.pages.deliberation.present import crumb_to
from middenstip.web.shared.hat import with_hat
from middenstip.web.shared.reply import done, found


@with_hat
def open_ballot(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Fix the question, the method, the thresholds, the roll and the closing time."""
    goal = found(goal_by_id(public_id))
    _require_seat(actor, goal)
    rules.check_table(goal)
    form = OpenForm(request.POST or None, initial=_days(14))
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        same = ("question", "text", "status_quo", "mode", "who", "quorum", "key")
        told: dict[str, Any] = {name: form.cleaned_data[name] for name in same}
        told |= form.times | {"is_secret": form.is_secret}
        try:
            ballot = services.open_ballot(by=actor, goal=goal, **told, at=clock.now())
        except (NotNow, Invalid) as refusal:
            status = form.absorb(refusal)
        else:
            words = _("De stemming is open. Wie op de kieslijst staat, krijgt bericht.")
            return done(request, words, "deliberation:ballot", ballot.public_id)
    page = {"title": _("Open een stemming"), "menu": "tafels", "goal": goal, "form": form}
    page["crumbs"] = [crumb_to(goal)]
    return render(request, "deliberation/open.html", page, status=status)


@with_hat
def next_round(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """A new text after a round that failed."""
    ballot = found(ballot_by_id(public_id))
    _require_seat(actor, ballot.goal)
    BALLOT.after(ballot.state, "follow")  # refuses before the reader fills in the form
    form = NextForm(request.POST or None, initial=_days(7) | {"text": ballot.text})
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("text", "key")} | form.times
        try:
            following = services.open_next_round(by=actor, ballot=ballot, **told, at=clock.now())
        except (NotNow, Invalid) as refusal:
            status = form.absorb(refusal)
        else:
            words = _("De volgende ronde is open.")
            return done(request, words, "deliberation:ballot", following.public_id)
    page = {"title": _("Een nieuwe tekst"), "menu": "tafels", "ballot": ballot, "form": form}
    page["crumbs"] = [{"url": path_to("ballot", public_id), "label": ballot.question, "is_title": True}]
    return render(request, "deliberation/next_round.html", page, status=status)


def _require_seat(actor: Actor, goal: Goal) -> None:
    chairs = {chair.seat_id for chair in chairs_at(goal) if chair.counts}
    require(rules.may_decide(actor, goal, chairs))


def _days(days: int) -> dict[str, Any]:
    today = clock.today()
    return {"closes_on": today + timedelta(days=days), "review_on": today + timedelta(days=days + 180)}
