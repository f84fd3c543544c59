"""Reading: the tables of an area, one table, and whom to ask."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.goals import rules, services
from middenstip.domain.goals.lifecycle import GOAL
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import (
    Place,
    goal_by_id,
    places_at,
    seats_to_invite,
    tables_in,
    versions_of,
)
from middenstip.domain.parties.selectors import seat_by_id, sitting_in
from middenstip.domain.projects.selectors import agreements_of
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import YES, Verdict, require
from middenstip.web.pages.goals.forms import AnswerForm, InviteForm, LetterForm, SearchForm, VersionForm
from middenstip.web.pages.goals.lines import table_lines
from middenstip.web.pages.goals.present import first_forms, present
from middenstip.web.pages.goals.table import Table
from middenstip.web.shared.agreement_lines import agreement_lines, late_first
from middenstip.web.shared.hat import hats_of, read_as, with_hat
from middenstip.web.shared.paging import cursor, place_of
from middenstip.web.shared.places import home_area
from middenstip.web.shared.reply import done, found

PER_PAGE = 25


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The tables of the home area, or of the area in `gebied`; newest first."""
    home = home_area()
    asked = request.GET.get("gebied", "").strip().upper()[:20]
    code = asked or (home["code"] if home else "")
    before = place_of(request.GET.get("na", ""))
    rows = tables_in(code, before=before, limit=PER_PAGE + 1)
    shown = rows[:PER_PAGE]
    page: dict[str, Any] = {"title": _("Tafels"), "menu": "tafels", "lines": table_lines(shown), "code": code}
    query = f"{urlencode({'gebied': asked})}&" if asked else ""
    if len(rows) > PER_PAGE:
        page["next_url"] = f"?{query}na={cursor(shown[-1].opened_at, shown[-1].id)}"
    if before:
        page["first_url"] = f"?{query}" if query else reverse("goals:index")
    return render(request, "goals/index.html", page)


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return table_page(request, public_id)


def table_page(request: HttpRequest, public_id: str, status: int = 200, **forms: Any) -> HttpResponse:
    """The table; `forms` are the ones that came back with something to mend, and `newer` a newer text."""
    goal = found(goal_by_id(public_id))
    today, mine = clock.today(), {hat.seat for hat in hats_of(request)}
    places = places_at(goal, mine, today)
    sits = mine & {place.seat for place in places if place.is_here}
    asked = {place.seat for place in places if place.is_invited}
    actor = read_as(request, lambda hat: hat.seat in (sits or asked))  # one person sits here in one hat
    may_sit = _may_sit(request, actor, goal, places)
    table = Table(goal, places, versions_of(goal) if goal.number else [], actor, may_sit)
    start = first_forms(table)
    page = present(table) | {
        "menu": "tafels",
        "letter_form": LetterForm(initial=start["letter"]),
        "version_form": VersionForm(initial=start["version"]),
        "answer_form": AnswerForm(initial=start["answer"]),
        "agreements": _agreements(goal, today) if goal.number else [],
    }
    return render(request, "goals/detail.html", page | forms, status=status)


def _agreements(goal: Goal, today: date) -> list[dict[str, Any]]:
    return sorted(agreement_lines(agreements_of(goal, today), today), key=late_first)


def _may_sit(request: HttpRequest, actor: Actor | None, goal: Goal, places: list[Place]) -> Verdict:
    """Whether the reader may sit down in this hat. A query only for the government: do they speak alone?"""
    here = {place.seat for place in places if place.is_here}
    if actor is None or actor.seat in here:
        return YES
    seat = seat_by_id(actor.seat_id) if actor.half == Half.GOVERNMENT else None
    speaks_alone = seat is not None and seat.side_id is None
    hats = hats_of(request)
    sits_already = any(hat.seat in here for hat in hats)
    return rules.may_join(hats, goal) and rules.may_sit(actor.half, speaks_alone, sits_already)


@with_hat
def invite(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Choose a seat, and ask it to come."""
    goal = found(goal_by_id(public_id))
    search = SearchForm(request.GET)
    search.is_valid()
    asked = search.cleaned_data
    if request.method == "POST":
        seat = seat_by_id(request.POST.get("seat", "")[:20])
        if seat:
            services.invite_seat(by=actor, goal=goal, seat=seat, at=clock.now())
            said = _("%(seat)s krijgt een bericht.")
            if not sitting_in([seat.pk], clock.today())[seat.pk]:
                said = _("%(seat)s is gevraagd. Daar zit nu niemand: wie er komt, ziet de vraag bij Mijn.")
            return done(request, said % {"seat": seat.label}, "goals:detail", public_id, part="wie")
    require(rules.may_act(actor, set(goal.chairs.filter(left_at=None).values_list("seat", flat=True))))
    GOAL.after(goal.state, "join")  # refuses with the reason: nobody is asked who cannot come
    seats = seats_to_invite(goal, clock.today(), asked.get("helft", ""), asked.get("q", ""))
    form = InviteForm(request.POST or None, candidates=seats)
    page = {"title": _("Nodig iemand uit"), "menu": "tafels", "goal": goal, "form": form, "search": search}
    page["seats"] = seats
    return render(request, "goals/invite.html", page, status=422 if request.method == "POST" else 200)
