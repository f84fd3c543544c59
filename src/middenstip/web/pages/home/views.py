"""The front page: what Middenstip is, and choose your place."""

from __future__ import annotations

from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.areas.models import Area, Kind
from middenstip.domain.areas.selectors import active_municipalities, find_places
from middenstip.domain.initiatives.selectors import number_missing, numbers
from middenstip.domain.initiatives.selectors.detail import public_number
from middenstip.kernel.half import Half

LONGEST = 80  # characters of a place name
ALL = 7  # the bits of the three halves
KEPT = 60  # seconds


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Search a place by name (`?q=`), or choose a gemeente; the number of an initiative leads to it."""
    typed = " ".join(request.GET.get("q", "").split())[:LONGEST]
    if number := public_number(typed):
        return redirect("initiatives:detail", number)
    context = {
        "title": _("Wat gebeurt er bij jou?"),
        "menu": "tribune",
        "q": typed,
        "found": [_place(one) for one in find_places(typed)] if typed else [],
        "active": cache.get_or_set(f"home-active-{get_language()}", _active, KEPT),
        "now": cache.get_or_set("home-numbers", _now, KEPT),
    }
    return render(request, "home/index.html", context)


def _place(area: Area) -> dict[str, str]:
    """A place with the gemeente it lies in, to tell one Centrum from another."""
    city = "" if area.kind == Kind.MUNICIPALITY or not area.municipality else area.municipality.name
    kind = _(area.get_kind_display()).lower()
    return {
        "url": f"/gebied/{area.code}/",
        "name": area.name,
        "line": _("%(kind)s in %(city)s") % {"kind": kind, "city": city} if city else kind,
    }


def _active() -> list[dict[str, str]]:
    return [_place(area) for area in active_municipalities()]


def _now() -> dict[str, Any]:
    """How many initiatives there are, how many have all three halves, and which halves are looked for."""
    counted = numbers()
    return {
        "count": sum(counted.values()),
        "whole": sum(count for (_stage, bits), count in counted.items() if bits == ALL),
        "missing": [
            {"half": half.value, "present": ALL & ~half.bit, "count": number_missing(counted, half)}
            for half in Half
        ],
    }
