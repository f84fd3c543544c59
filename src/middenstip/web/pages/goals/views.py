"""Pages to read: the tables of an area, and one table."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.agreements.selectors import agreements_in
from middenstip.domain.goals import rules
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import (
    Place,
    goal_by_id,
    places_at,
    tables_in,
    versions_of,
)
from middenstip.domain.parties.selectors import seat_by_id
from middenstip.domain.reports.selectors.turns import turn_at_table
from middenstip.kernel import clock, typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.place import cursor
from middenstip.kernel.verdict import YES, Verdict
from middenstip.web.pages.goals.forms import AnswerForm, LetterForm, VersionForm
from middenstip.web.pages.goals.lines import table_groups
from middenstip.web.pages.goals.present import first_forms, present
from middenstip.web.pages.goals.seating import who_comes_and_goes
from middenstip.web.pages.goals.table import Table, table_at
from middenstip.web.parts import on_goal
from middenstip.web.parts.agreements import agreement_lines
from middenstip.web.shared.hat import hats_of, read_as
from middenstip.web.shared.paging import place_of
from middenstip.web.shared.part import OnGoal, by_place
from middenstip.web.shared.places import home_area
from middenstip.web.shared.reply import found

PER_PAGE = 25
BESIDE = 5  # agreements beside the tables


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The tables of the home area, or of the area in `gebied`; newest first."""
    home = home_area()
    asked = typed.line(request.GET.get("gebied", "")).upper()[:20]
    code = asked or (home["code"] if home else "")
    before = place_of(request.GET.get("na", ""))
    rows = tables_in(code, before=before, limit=PER_PAGE + 1)
    shown = rows[:PER_PAGE]
    page: dict[str, Any] = {"title": _("Tafels"), "menu": "tafels", "code": code}
    page["groups"] = table_groups(shown)
    page["agreements"] = agreement_lines(agreements_in(code, clock.today(), limit=BESIDE), clock.today())
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
    """The table; `forms` are forms with errors to show again, and `newer` is a newer text."""
    goal = found(goal_by_id(public_id))
    today, mine = clock.today(), {hat.seat_id for hat in hats_of(request)}
    places = places_at(goal, mine, today)
    sits = mine & {place.seat for place in places if place.is_here}
    asked = {place.seat for place in places if place.is_invited}
    actor = read_as(request, lambda hat: hat.seat_id in (sits or asked))  # a person is here in one hat
    may_sit = _may_sit(request, actor, goal, places)
    versions = versions_of(goal) if goal.number else []
    turn = turn_at_table(goal, table_at(goal, places, versions), today)
    table = Table(goal, places, versions, actor, may_sit, turn)
    start = first_forms(table)
    sits_here = actor is not None and actor.seat_id in sits
    page = (
        present(table)
        | who_comes_and_goes(table, today, clock.now())
        | {
            "menu": "tafels",
            "letter_form": LetterForm(initial=start["letter"]),
            "version_form": VersionForm(initial=start["version"]),
            "answer_form": AnswerForm(initial=start["answer"]),
            "rooms": by_place(on_goal(OnGoal(goal, today, actor, sits_here))),
        }
    )
    return render(request, "goals/detail.html", page | forms, status=status)


def _may_sit(request: HttpRequest, actor: Actor | None, goal: Goal, places: list[Place]) -> Verdict:
    """Whether the reader may join in this hat. A query only for the government, to look for a mandate."""
    here = {place.seat for place in places if place.is_here}
    if actor is None or actor.seat_id in here:
        return YES
    seat = seat_by_id(actor.seat_public_id) if actor.half == Half.GOVERNMENT else None
    speaks_alone = seat is not None and seat.side_id is None
    hats = hats_of(request)
    sits_already = any(hat.seat_id in here for hat in hats)
    return rules.may_join(hats, goal) and rules.may_sit(actor.half, speaks_alone, sits_already)
