"""A small map with the one pin of an initiative, for its own page."""

from __future__ import annotations

import numpy as np
from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

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
        html = _drawn(initiative, initiative.lon, initiative.lat)
        cache.set(key, html, KEPT)
    return mark_safe(html)  # noqa: S308 - rendered by our own autoescaped template


def _drawn(initiative: Initiative, lon: float, lat: float) -> str:
    place = place_by_code(initiative.municipality.code)
    ground = Ground.of(place.drawn) if place else None
    if ground is None:
        return ""
    x, y = ground.on_paper(np.array([[lon, lat]]))[0]
    here = {area.code for area in (initiative.area, initiative.district) if area}
    areas = [one for one in ground.shapes if one.role == "link"] or ground.shapes
    context = {
        "box": ground.box,
        "areas": [{"path": one.path, "is_here": one.code in here} for one in areas],
        "x": plain(x),
        "y": plain(y),
        "label": _("De plek op de kaart: %(area)s.") % {"area": initiative.area.name},
    }
    return str(render_to_string("components/mini_map.html", context))
