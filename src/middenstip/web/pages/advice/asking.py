"""Asking residents for advice. The typed text is never lost."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from middenstip.domain.advice import rules
from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import goal_by_id
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.selectors.detail import public_initiative
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import seat_by_id
from middenstip.journeys import publish_text
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.contact import masked
from middenstip.kernel.ids import typed_id
from middenstip.kernel.verdict import Refused, require
from middenstip.web.pages.advice.forms import AskForm
from middenstip.web.shared.hat import with_hat
from middenstip.web.shared.reply import done, found

TEXTS = ("question", "context", "use")


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def ask(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The form; `initiatief` or `opgave` in the address is what it is about."""
    seat = found(seat_by_id(actor.seat_public_id))
    initiative, goal = _about(request)
    require(rules.may_ask(seat))
    require(rules.may_ask_about(initiative, goal))
    about = initiative or goal
    form = AskForm(request.POST or None, has_area=about is not None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            told = form.cleaned_data
            try:
                made = publish_text.advice_request(
                    by=actor,
                    texts={name: told[name] for name in TEXTS},
                    closes_on=told["closes_on"],
                    area=about.area if about else _area(told["area"], seat),
                    theme=told["theme"],
                    initiative=initiative,
                    goal=goal,
                    key=told["key"],
                    at=clock.now(),
                )
            except Refused as refusal:
                status = form.absorb(refusal)
            else:
                words = _("Jullie vraag staat erbij. Je krijgt bericht bij elk advies.")
                return done(request, words, "advice:detail", made.public_id)
    page: dict[str, Any] = {
        "title": _("Vraag bewoners om advies"),
        "menu": "initiatieven",
        "crumbs": [{"url": reverse("advice:index"), "label": _("Advies van bewoners")}],
        "form": form,
        "about": masked(about.title) if about else "",
        "seat": seat.label,
    }
    return render(request, "advice/ask.html", page, status=status)


def _about(request: HttpRequest) -> tuple[Initiative | None, Goal | None]:
    """What the address says that it is about; 404 when that is not there."""
    of_initiative, of_goal = (request.GET.get(name, "") for name in ("initiatief", "opgave"))
    if of_goal:
        return None, found(goal_by_id(typed_id(of_goal)))
    return (found(public_initiative(typed_id(of_initiative))) if of_initiative else None), None


def _area(code: str, seat: Seat) -> Area:
    """The chosen area, else the gemeente of the seat."""
    chosen = area_by_code(code) if code else None
    return chosen or seat.area.municipality or seat.area
