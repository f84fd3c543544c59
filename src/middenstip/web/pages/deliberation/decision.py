"""The decisions of an area, one decision, and what a seat gives along with it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.deliberation import services
from middenstip.domain.deliberation.lifecycle import ADOPTED
from middenstip.domain.deliberation.models import OUTCOMES, Decision
from middenstip.domain.deliberation.selectors.ballots import conditions_of, counted_in, rounds_of, voters_in
from middenstip.domain.deliberation.selectors.decisions import decision_by_id, decisions_in, minority_of
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock, typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.place import cursor
from middenstip.kernel.verdict import Invalid
from middenstip.web.pages.deliberation.forms import MinorityForm
from middenstip.web.pages.deliberation.present import (
    condition_lines,
    half_cards,
    half_rows,
    how_we_count,
    needs,
    recount,
    sentences,
    states_of,
)
from middenstip.web.shared.hat import acting, actor_of
from middenstip.web.shared.paging import place_of
from middenstip.web.shared.places import home_area
from middenstip.web.shared.reply import done, found

PER_PAGE = 25


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The decisions of the home area, or of the area in `gebied`; newest first."""
    home = home_area()
    asked = typed.line(request.GET.get("gebied", "")).upper()[:20]
    before = place_of(request.GET.get("na", ""))
    rows = decisions_in(asked or (home["code"] if home else ""), before=before, limit=PER_PAGE + 1)
    shown = rows[:PER_PAGE]
    page: dict[str, Any] = {"title": _("Besluiten"), "menu": "tafels", "lines": [_line(one) for one in shown]}
    query = f"{urlencode({'gebied': asked})}&" if asked else ""
    if len(rows) > PER_PAGE:
        page["next_url"] = f"?{query}na={cursor(shown[-1].decided_at, shown[-1].pk)}"
    if before:
        page["first_url"] = f"?{query}" if query else reverse("deliberation:decisions")
    return render(request, "deliberation/decisions.html", page)


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return decision_page(request, public_id)


def decision_page(request: HttpRequest, public_id: str, status: int = 200, **forms: Any) -> HttpResponse:
    """The record; `forms` are forms with errors to show again."""
    decision = found(decision_by_id(public_id))
    last = decision.ballot
    last.goal = decision.goal
    rounds = rounds_of(last)
    conditions = conditions_of(rounds)
    words = minority_of(decision)
    own = [one for one in conditions if one.ballot_id == last.pk]
    is_adopted = decision.outcome == ADOPTED
    actor = actor_of(request)
    page = {
        "title": decision.question,
        "menu": "tafels",
        "crumbs": [{"url": reverse("deliberation:decisions"), "label": _("Besluiten")}],
        "decision": decision,
        "is_adopted": is_adopted,
        "outcome": _(OUTCOMES[decision.outcome]),
        "goal_url": path_to("goal", decision.goal.public_id),
        "ballot": last,
        "rounds": [{"ballot": one, "halves": half_rows(one.halves)} for one in rounds],
        "cards": half_cards(last.halves),
        "why": sentences(last.why),
        "counts": how_we_count(last),
        "conditions": condition_lines(conditions),
        "needs": [] if is_adopted else needs(last, last.halves, own, counted_in([last])),
        "states": states_of(last.halves),
        "minority": words,
        "can_speak": bool(actor and voters_in(last, [actor.seat_id])),
        "form": MinorityForm(initial={"text": _own(words, actor)}),
        "recount": recount(last),
    }
    return render(request, "deliberation/decision.html", page | forms, status=status)


@acting
def give_along(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """A seat that was on the roll writes what the decision must remember."""
    decision = found(decision_by_id(public_id))
    form = MinorityForm(request.POST)
    if not form.is_valid():
        return decision_page(request, public_id, 422, form=form)
    text, at = form.cleaned_data["text"], clock.now()
    try:
        services.add_minority_word(by=actor, decision=decision, text=text, at=at)
    except Invalid as refusal:
        return decision_page(request, public_id, form.absorb(refusal), form=form)
    return done(request, _("Dat staat nu bij het besluit."), "deliberation:decision", public_id, part="nee")


def _own(words: list[Any], actor: Actor | None) -> str:
    return next((one.text for one in words if actor and one.seat_id == actor.seat_id), "")


def _line(decision: Decision) -> dict[str, Any]:
    return {
        "url": path_to("decision", decision.public_id),
        "number": decision.number,
        "question": decision.question,
        "goal": decision.goal.title,
        "area": decision.area.name,
        "outcome": _(OUTCOMES[decision.outcome]),
        "is_adopted": decision.outcome == ADOPTED,
        "decided_at": decision.decided_at,
    }
