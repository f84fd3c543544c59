"""The list of initiatives."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRedirect

from middenstip.domain.initiatives import method
from middenstip.domain.initiatives.selectors import cards
from middenstip.domain.initiatives.selectors.detail import public_id_typed
from middenstip.kernel.place import cursor
from middenstip.web.pages.finder import filters, options
from middenstip.web.pages.finder.filters import Asked
from middenstip.web.shared.cards import as_cards
from middenstip.web.shared.look import home_code
from middenstip.web.shared.paging import BrokenPlace, Page, place_of
from middenstip.web.shared.place_choices import area_groups
from middenstip.web.shared.places import place_by_code, place_map, tint_source

MOST_FOUND = 100  # a search shows the best results only; a longer search text gives others

Rows = Page[dict[str, Any]]


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Initiatives, newest first, or search results, best first; the number of one redirects to it."""
    is_part = "HX-Request" in request.headers
    if number := public_id_typed(request.GET.get("q", "")):
        away = redirect("initiatives:detail", number)
        return HttpResponseClientRedirect(away.url) if is_part else away
    groups = area_groups()
    asked = filters.read(request.GET, options.known_areas(groups, request.GET.get("gebied", "")))
    after = request.GET.get("na", "")
    page = _found(asked, _number(after)) if asked.q else _newest(asked, place_of(after))
    context = {
        "title": _("Initiatieven"),
        "menu": "initiatieven",
        "needs_htmx": True,
        "is_part": is_part,
        "asked": asked,
        "selects": options.selects(asked, groups),
        "cards": as_cards(page.rows, numbered=asked.on_map, asked=asked.q),
        **(_map(asked, page) if asked.on_map else {}),
        "found_text": _found_text(asked, None if page.after or after else len(page.rows)),
        "next_url": asked.address(na=page.after) if page.after else "",
        "first_url": asked.address() if after else "",
        "list_url": asked.address(weergave=""),
        "map_url": asked.address(weergave="kaart"),
    }
    return render(request, "finder/list.html", context)


def _newest(asked: Asked, before: tuple[Any, int] | None) -> Rows:
    size: int = settings.PAGE_SIZE
    rows = cards(asked.wanted, size + 1, before=before)
    more = len(rows) > size
    last = rows[size - 1] if more else None
    return Page(rows[:size], cursor(last["submitted_at"], last["pk"]) if last else "")


def _found(asked: Asked, start: int) -> Rows:
    """A page of search results, best first, from position `start`."""
    size: int = settings.PAGE_SIZE
    rows = method.find_cards(asked.q, asked.wanted, start, min(size, MOST_FOUND - start) + 1)
    more = len(rows) > size and start + size < MOST_FOUND
    return Page(rows[:size], str(start + size) if more else "")


def _number(after: str) -> int:
    """The number of results shown before. Raises `BrokenPlace` for any other text."""
    start = int(after) if after.isascii() and after.isdigit() and len(after) < 4 else 0
    if after and start == 0:
        raise BrokenPlace
    return start


def _map(asked: Asked, page: Rows) -> dict[str, str]:
    """The map of the chosen area (else of the gemeente) with the cards of this page, and its source."""
    place = place_by_code(asked.area[0] if asked.area else home_code())
    if place is None:
        return {}
    counts: dict[str, int] = {}
    for row in page.rows:
        for code in {row["area__code"], row["district__code"]} - {None}:  # in the whole gemeente: no wijk
            counts[code] = counts.get(code, 0) + 1
    address = f"{reverse('finder:list')}{asked.address(gebied='-')}".replace("gebied=-", "gebied={code}")
    return {"map": place_map(place, page.rows, counts, address), "source": tint_source(place)}


def _found_text(asked: Asked, number: int | None) -> str:
    """The number of results; `number` is None when there are more pages."""
    if number is None:
        return _("Gevonden") if asked.q else _("Nieuwste eerst")
    return ngettext("%(number)s initiatief", "%(number)s initiatieven", number) % {"number": number}
