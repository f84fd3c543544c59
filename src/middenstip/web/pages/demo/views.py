"""Walk the chain in five steps, each as somebody else; and the people you can be."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.parties.models import Person
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.domain.reports.selectors.waiting import waiting_for
from middenstip.kernel import clock
from middenstip.web.shared.demo_cast import cast_by_half

KEPT = 60  # seconds; counting asks a few queries per person


@require_safe
def tour(request: HttpRequest) -> HttpResponse:
    """Not there on a real platform."""
    if not settings.DEMO:
        raise Http404
    groups = cast_by_half()
    first = [one for group in groups for one in group["first"]]
    balls = cache.get_or_set("demo-balls", lambda: _balls([one["id"] for one in first]), KEPT) or {}
    for one in first:
        one["balls"] = balls.get(one["id"], 0)
    page = {
        "title": _("Loop in vijf stappen de keten"),
        "groups": groups,
        "steps": _steps({one["key"]: one["id"] for one in first}),
    }
    return render(request, "demo/tour.html", page)


def _balls(people: list[str]) -> dict[str, int]:
    """How many things wait for each of these people (public ids)."""
    today = clock.today()
    counts = {}
    for person in Person.objects.filter(public_id__in=people):
        seats = [hat.seat_id for hat in hats_of_person(person, today)]
        lines = waiting_for(person=person.pk, seats=seats, today=today)
        counts[person.public_id] = sum(line.is_to_do for line in lines)
    return counts


def _steps(ids: dict[str, str]) -> list[dict[str, Any]]:
    """Each step: what you do, as whom (`person`; "" is a visitor), and where it begins."""
    begin, desk, mine = (reverse(page) for page in ("submit:new", "desk:index", "mine:index"))
    told = [
        ("", begin, _("Vertel een idee"), _("Drie vragen. De code staat op het scherm.")),
        (
            "samira",
            desk,
            _("Neem een idee aan"),
            _("Eén vaste persoon aan de balie geeft antwoord."),
        ),
        ("yara", mine, _("Breng mensen bij elkaar"), _("De verbinder opent een tafel.")),
        (
            "ilse",
            mine,
            _("Zeg ja, nee of nee, tenzij"),
            _("Een doel geldt met drie keer ja."),
        ),
        ("bas", mine, _("Teken een afspraak"), _("Wie belooft wat, aan wie, en wanneer.")),
    ]
    return [
        {
            "person": ids.get(key, ""),
            "name": key.capitalize() or _("bezoeker"),
            "next": url,
            "title": title,
            "text": text,
        }
        for key, url, title, text in told
        if not key or key in ids
    ]
