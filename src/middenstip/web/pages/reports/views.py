"""The report of one initiative, to read and to print."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.selectors.around import latest_news
from middenstip.domain.initiatives.selectors.detail import public_initiative
from middenstip.domain.reports.selectors.story import whole_story_of
from middenstip.kernel import clock
from middenstip.kernel.contact import masked
from middenstip.kernel.half import halves_of
from middenstip.web.pages.reports.steps import steps_of
from middenstip.web.parts import on_report
from middenstip.web.shared.part import OnReport, by_place
from middenstip.web.shared.reply import found

MOST_LINES = 500
MOST_NEWS = 50


@require_safe
def initiative(request: HttpRequest, public_id: str) -> HttpResponse:
    """Built from the rows and the journal on request: it is never stored, so never out of date."""
    initiative = found(public_initiative(public_id))
    parts = list(on_report(OnReport(initiative, clock.today())))
    halves = reduce(or_, (part.halves for part in parts), initiative.halves)  # halves that left are included
    page = (
        _told(initiative)
        | _story(initiative)
        | {
            "halves": [_(half.value) for half in halves_of(halves)],
            "rooms": by_place(parts),
            "made_at": clock.now(),
        }
    )
    return render(request, "reports/initiative.html", page)


def _told(initiative: Initiative) -> dict[str, Any]:
    outcome = _(initiative.get_outcome_display()) if initiative.outcome else ""
    url = reverse("initiatives:detail", args=[initiative.public_id])
    return {
        "title": _("Verslag: %(title)s") % {"title": initiative.title},
        "menu": "initiatieven",
        "crumbs": [{"url": url, "label": initiative.title, "is_title": True}],
        "report": initiative,
        "stage": _(STAGES.words[initiative.stage]),
        "outcome": outcome,
        "is_over": bool(outcome or initiative.lesson),
    }


def _story(initiative: Initiative) -> dict[str, Any]:
    """The facts by step, oldest first, with the news itself; of a very long story only the newest."""
    lines = whole_story_of(initiative.public_id, MOST_LINES + 1)
    news = {one.at: masked(one.text) for one in latest_news(initiative, MOST_NEWS)}
    shown = list(reversed(lines[:MOST_LINES]))
    return {"steps": steps_of(shown, news), "count": len(shown), "is_cut": len(lines) > MOST_LINES}
