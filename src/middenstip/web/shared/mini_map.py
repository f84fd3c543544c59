"""A small map with the one pin of an initiative, for its own page."""

from __future__ import annotations

from dataclasses import dataclass, replace

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
    key = f"mini-{get_language()}-{initiative.area.code}-{initiative.lon}-{initiative.lat}"
    html: str | None = cache.get(key)
    if html is None:
        html = _drawn(initiative, initiative.lon, initiative.lat)
        cache.set(key, html, KEPT)
    return mark_safe(html)  # noqa: S308 - rendered by our own autoescaped template


def _drawn(initiative: Initiative, lon: float, lat: float) -> str:
    ground = _ground(initiative.municipality.code)
    if ground is None:
        return ""
    x, y = ground.at(lon, lat)
    here = {area.code for area in (initiative.area, initiative.district) if area}
    context = {
        "box": ground.box,
        "areas": [{"path": path, "is_here": code in here} for code, path in ground.areas],
        "x": x,
        "y": y,
        "label": _("De plek op de kaart: %(area)s.") % {"area": initiative.area.name},
    }
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
