"""The map with streets. Its script is fetched here and nowhere else; without it the list says the same."""

from __future__ import annotations

from urllib.parse import urlsplit

from csp.decorators import csp_update
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.rooms import path_to
from middenstip.web.pages.streets.listed import groups
from middenstip.web.pages.streets.spots import box_of, collection
from middenstip.web.shared.places import Place, place_by_code
from middenstip.web.shared.reply import found

KEPT = 60  # seconds
GEOJSON = "application/geo+json"


@require_safe
def index(request: HttpRequest, code: str) -> HttpResponse:
    """The list, and the map beside it for who has a script. The background may come from one other host."""
    place = found(place_by_code(code))
    tiles: str = settings.MAP_TILES
    host = urlsplit(tiles).netloc
    title = _("Kaart met straten van %(place)s") if tiles else _("Grote kaart van %(place)s")
    context = {
        "title": title % {"place": place.name},
        "description": _("Waar in %(place)s gebeurt wat? Op een kaart en als lijst.") % {"place": place.name},
        "site_place": place.name,
        "menu": "tribune",
        "area": place,
        "crumbs": [{"url": path_to("area", place.code), "label": place.name}],
        "list": _printed_list(place),
        "points_url": reverse("streets:points", args=[place.code]),
        "outlines_url": f"{reverse('api-1.0.0:gebieden')}?gebied={place.code}&formaat=geojson&aantal=100",
        "tiles": tiles,
        "tiles_host": host,
        "credit": settings.MAP_TILES_CREDIT,
    }
    answer = render(request, "streets/index.html", context)
    if tiles:
        csp_update({"img-src": [f"https://{host}"]})(lambda _request: answer)(request)  # marks the answer
    return answer


def _printed_list(place: Place) -> SafeString:
    """The list, which is the same for every reader. Kept for a minute."""
    key = f"streets-list-{place.code}-{get_language()}"
    html: str | None = cache.get(key)
    if html is None:
        html = render_to_string("streets/_list.html", {"groups": groups(place)})
        cache.set(key, html, KEPT)
    return mark_safe(html)  # noqa: S308 - printed by our own autoescaped template


@require_safe
def points(request: HttpRequest, code: str) -> HttpResponse:
    """The points in an area as GeoJSON; with `?vak=` those in that box. Kept for a minute."""
    place = found(place_by_code(code))
    box = box_of(request.GET.get("vak", ""))
    key = f"streets-{place.code}-{get_language()}-{box and '-'.join(map(str, box))}"
    told = cache.get(key)
    if told is None:
        told = collection(place, box)
        cache.set(key, told, KEPT)
    return JsonResponse(told, content_type=GEOJSON)
