"""The agreement texts: all of them, and one with where it was used."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.learning.content import BY_KEY, TEXTS
from middenstip.domain.learning.selectors import tables_of, use_counts, uses_of
from middenstip.domain.rooms import path_to
from middenstip.web.shared.dates import long_date
from middenstip.web.shared.hat import actor_of
from middenstip.web.shared.reply import found


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    counts = use_counts()
    texts = [
        {
            "url": reverse("learning:text", args=[one.key]),
            "title": _(one.title),
            "when": _(one.when),
            "count": counts.get(one.key, 0),
        }
        for one in TEXTS
    ]
    return render(
        request, "learning/texts.html", {"title": _("Afspraakteksten"), "menu": "tafels", "texts": texts}
    )


@require_safe
def detail(request: HttpRequest, key: str) -> HttpResponse:
    """One text; who sits at a table with a shared goal can begin an agreement with it."""
    text = found(BY_KEY.get(key))
    actor = actor_of(request)
    page = {
        "title": _(text.title),
        "when": _(text.when),
        "what": _(text.what),
        "conditions": [_(one) for one in text.conditions],
        "menu": "tafels",
        "crumbs": [{"url": reverse("learning:texts"), "label": _("Afspraakteksten")}],
        "uses": [
            {
                "url": path_to("agreement", one["agreement"]),
                "line": f"{one['area__name']}, {long_date(one['at'])}",
            }
            for one in uses_of(key)
        ],
        "tables": [
            {
                "url": f"{reverse('agreements:propose', args=[goal.public_id])}?tekst={key}",
                "title": goal.title,
            }
            for goal in (tables_of(actor.seat_id) if actor else [])
        ],
    }
    return render(request, "learning/text.html", page)
