"""A small map with one pin, for the page of an initiative or of the place of a lab."""

from __future__ import annotations

import numpy as np
from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.web.shared.area_map_shapes import Ground, plain
from middenstip.web.shared.places import place_by_code

KEPT = 24 * 3600  # seconds


def mini_map(initiative: Initiative) -> SafeString:
    """The gemeente with the wijk and the pin; "" without a pin, or without outlines. Cached by its place."""
    if initiative.lon is None or initiative.lat is None:
        return SafeString("")
    key = f"mini-{get_language()}-{initiative.municipality.code}-{initiative.lon}-{initiative.lat}"
    html: str | None = cache.get(key)
    if html is None:
        around = (initiative.municipality, initiative.area, initiative.district)
        html = _drawn(*around, initiative.lon, initiative.lat)
        cache.set(key, html, KEPT)
    return mark_safe(html)  # noqa: S308 - rendered by our own autoescaped template


def map_of(area: Area, lon: float | None, lat: float | None) -> SafeString:
    """The gemeente with this area in it, and a pin when the point is known; "" without outlines. Cached."""
    city = area.municipality or area
    if city == area and lon is None:
        return SafeString("")  # a whole gemeente says nothing
    key = f"mini-{get_language()}-{area.code}-{lon}-{lat}"
    html: str | None = cache.get(key)
    if html is None:
        html = _drawn(city, area, area.district, lon, lat)
        cache.set(key, html, KEPT)
    return mark_safe(html)  # noqa: S308 - rendered by our own autoescaped template


def _drawn(city: Area, area: Area, district: Area | None, lon: float | None, lat: float | None) -> str:
    place = place_by_code(city.code)
    ground = Ground.of(place.drawn) if place else None
    if ground is None:
        return ""
    here = {one.code for one in (area, district) if one}
    areas = [one for one in ground.shapes if one.role == "link"] or ground.shapes
    context = {
        "box": ground.box,
        "areas": [{"path": one.path, "is_here": one.code in here} for one in areas],
        "label": _("De plek op de kaart: %(area)s.") % {"area": area.name},
    }
    if lon is not None and lat is not None:
        x, y = ground.on_paper(np.array([[lon, lat]]))[0]
        context |= {"x": plain(x), "y": plain(y)}
    return str(render_to_string("components/mini_map.html", context))
