"""A small map with one pin, for the page of an initiative or of the place of a lab."""

from __future__ import annotations

from dataclasses import dataclass, replace

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


@dataclass(frozen=True)
class _Ground:
    """The gemeente as it is drawn: the box, the codes and paths of its areas, and the scale."""

    box: str
    areas: list[tuple[str, str]]
    scale: Ground

    def at(self, lon: float, lat: float) -> tuple[str, str]:
        """A point on the drawing."""
        x, y = self.scale.on_paper(np.array([[lon, lat]]))[0]
        return plain(x), plain(y)


def mini_map(initiative: Initiative) -> SafeString:
    """The gemeente with the wijk and the pin; "" without a pin, or without outlines. Cached by its place."""
    if initiative.lon is None or initiative.lat is None:
        return SafeString("")
    around = (initiative.municipality, initiative.area, initiative.district)
    return _kept(*around, initiative.lon, initiative.lat)


def map_of(area: Area, lon: float | None, lat: float | None) -> SafeString:
    """The gemeente with this area in it, and a pin when the point is known; "" without outlines. Cached."""
    city = area.municipality or area
    if city == area and lon is None:
        return SafeString("")  # a whole gemeente says nothing
    return _kept(city, area, area.district, lon, lat)


def _kept(city: Area, area: Area, district: Area | None, lon: float | None, lat: float | None) -> SafeString:
    key = f"mini-{get_language()}-{area.code}-{lon}-{lat}"
    html: str | None = cache.get(key)
    if html is None:
        html = _drawn(city, area, district, lon, lat)
        cache.set(key, html, KEPT)
    return mark_safe(html)  # noqa: S308 - rendered by our own autoescaped template


def _drawn(city: Area, area: Area, district: Area | None, lon: float | None, lat: float | None) -> str:
    ground = _ground(city.code)
    if ground is None:
        return ""
    here = {one.code for one in (area, district) if one}
    context = {
        "box": ground.box,
        "areas": [{"path": path, "is_here": code in here} for code, path in ground.areas],
        "label": _("De plek op de kaart: %(area)s.") % {"area": area.name},
    }
    if lon is not None and lat is not None:
        context["x"], context["y"] = ground.at(lon, lat)
    return str(render_to_string("components/mini_map.html", context))


def _ground(code: str) -> _Ground | None:
    """The same for every pin in a gemeente, so drawn once; None without outlines."""
    key = f"mini-ground-{code}"
    ground: _Ground | None = cache.get(key)
    if ground is None:
        place = place_by_code(code)
        drawn = Ground.of(place.drawn) if place else None
        if drawn is None:
            return None
        areas = [one for one in drawn.shapes if one.role == "link"] or drawn.shapes
        bare = replace(drawn, shapes=())  # the shapes themselves are large
        ground = _Ground(drawn.box, [(one.code, one.path) for one in areas], bare)
        cache.set(key, ground, KEPT)
    return ground
