"""The front page: what Middenstip is, and choose your place."""

from __future__ import annotations

from collections.abc import Callable
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
from middenstip.domain.initiatives.selectors.detail import public_id_typed
from middenstip.domain.rooms import path_to
from middenstip.kernel.half import ALL_HALVES, Half
from middenstip.kernel.typed import line
from middenstip.web.pages.home.addresses import find_address, knows_addresses, looks_like_address
from middenstip.web.shared.places import home_area, place_by_code

LONGEST = 80  # characters of a place name
KEPT = 60  # seconds


@require_safe
def index(request: HttpRequest, tribune: Callable[[HttpRequest, str], HttpResponse]) -> HttpResponse:
    """The tribune of the home area; without one, choose a gemeente.

    `?q=` searches a place by name; the number of an initiative redirects to it. With a geocoder a postcode or
    a street leads to its buurt; `?straat=1` looks for a street that is called like a place.
    `tribune` is the page of an area, which belongs to another folder of pages.
    """
    typed = line(request.GET.get("q", ""))[:LONGEST]
    if not typed and (home := home_area()):
        return tribune(request, home["code"])
    if number := public_id_typed(typed):
        return redirect("initiatives:detail", number)
    places = [_place(one) for one in find_places(typed)] if typed else []
    asks = typed and (not places or looks_like_address(typed) or "straat" in request.GET)
    address = find_address(typed) if asks and knows_addresses() else None
    if address and address.only:
        return redirect(address.only)
    context = {
        "title": _("Wat gebeurt er bij jou?"),
        "menu": "tribune",
        "q": typed,
        "found": [*(address.places if address else ()), *places],
        "knows_addresses": knows_addresses(),
        "may_be_street": knows_addresses() and not address,
        "has_failed": address and address.has_failed,
        "inside": _inside_home() if address and address.has_failed else [],
        "active": cache.get_or_set(f"home-active-{get_language()}", _active, KEPT),
        "now": cache.get_or_set("home-numbers", _counts, KEPT),
    }
    return render(request, "home/index.html", context)


def _place(area: Area) -> dict[str, str]:
    """A place with its gemeente, to tell places with the same name apart."""
    city = "" if area.kind == Kind.MUNICIPALITY or not area.municipality else area.municipality.name
    kind = _(area.get_kind_display()).lower()
    return {
        "url": path_to("area", area.code),
        "name": area.name,
        "line": _("%(kind)s in %(city)s") % {"kind": kind, "city": city} if city else kind,
    }


def _inside_home() -> list[dict[str, str]]:
    """The wijken of the home gemeente, to choose from."""
    home = home_area()
    place = place_by_code(home["code"]) if home else None
    some = place.inside if place else []
    return [{"url": path_to("area", one["code"]), "name": one["name"], "line": ""} for one in some]


def _active() -> list[dict[str, str]]:
    return [_place(area) for area in active_municipalities()]


def _counts() -> dict[str, Any]:
    """The number of initiatives, how many have all three halves, and which halves are missing."""
    counted = numbers()
    return {
        "count": sum(counted.values()),
        "whole": sum(count for (_stage, bits), count in counted.items() if bits == ALL_HALVES),
        "missing": [
            {"half": half.value, "present": ALL_HALVES & ~half.bit, "count": number_missing(counted, half)}
            for half in Half
        ],
    }
