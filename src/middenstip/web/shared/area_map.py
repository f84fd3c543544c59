"""The map of an area as inline SVG: areas are links, initiatives are rings. Works without JavaScript.

The rings repeat links of the list next to the map, which the caller always shows. Without any outline
there is no map: `area_map` then returns an empty string.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from middenstip.web.shared.area_map_places import APART_PHONE, Spot, clustered, is_crowded, named, placed
from middenstip.web.shared.area_map_shapes import Ground, Shape, figure, plain
from middenstip.web.shared.drawing import ring

TEMPLATE = "components/area_map.html"
MOST_POINTS = 150  # with more, single rings are unreadable: clusters
FARTHEST = 96  # units: a ring that must move farther for lack of room would mislead: clusters
KEPT = 24 * 3600  # seconds
DENSITIES = (500, 2500, 5000)  # inhabitants per km2 from which a buurt gets one step darker


class Drawn(TypedDict):
    """An area to draw, like `areas.selectors.MapArea`. `outline` is GeoJSON as text or None."""

    role: str
    code: str
    name: str
    inhabitants: int | None
    outline: str | None


class Point(TypedDict):
    """One initiative. Without lon and lat it gets a place inside `area` (a code). `halves`: bits."""

    number: int
    lon: float | None
    lat: float | None
    area: str
    halves: int
    label: str
    url: str


def area_map(
    areas: Sequence[Drawn],
    points: Sequence[Point] = (),
    *,
    title: str,
    urls: Mapping[str, str],
    counts: Mapping[str, int],
    pick: bool = False,
) -> SafeString:
    """The map as HTML. `urls` and `counts` (initiatives) are per area code. Cached by its content.

    `pick` makes a map for choosing a place (see `frontend/js/pick.js`): without links, but with its scale
    in data attributes, so that the script can convert a click to degrees.
    """
    key = _key(areas, points, title, urls, counts, pick)
    html: str | None = cache.get(key)
    if html is None:
        context = map_context(areas, points, urls=urls, counts=counts)
        if context and not pick:
            context["scale"] = ""
        html = str(render_to_string(TEMPLATE, {"map": context, "title": title})) if context else ""
        cache.set(key, html, KEPT)
    return mark_safe(html)  # noqa: S308 - rendered by our own autoescaped template


def map_context(
    areas: Sequence[Drawn], points: Sequence[Point], *, urls: Mapping[str, str], counts: Mapping[str, int]
) -> dict[str, Any] | None:
    """Plain values for the template, every coordinate as text; None when no area has an outline.

    When rings would cover each other on a phone, a layer of clusters for small screens is added.
    """
    ground = Ground.of(areas)
    if ground is None:
        return None
    shapes = {role: [one for one in ground.shapes if one.role == role] for role in ("land", "tint", "link")}
    spots = placed(points, ground) if len(points) <= MOST_POINTS else []
    if len(points) > len(spots) or any(spot.moved > FARTHEST for spot in spots):
        spots = clustered(points, ground)
    phone = clustered(points, ground, APART_PHONE) if is_crowded(spots) else []
    return {
        "box": ground.box,
        "scale": ground.scale,
        "land": [one.path for one in shapes["land"]],
        "tints": [_tint(one) for one in shapes["tint"]],
        "links": [_link(one, urls, counts) for one in shapes["link"]],
        "names": named(shapes["link"], spots) if len(shapes["link"]) > 1 else [],
        **_layer(points, spots),
        "phone": _layer(points, phone) if phone else None,
    }


def _layer(points: Sequence[Point], spots: Sequence[Spot]) -> dict[str, list[dict[str, Any]]]:
    return {
        "points": [_ring(points[spot.index], spot) for spot in spots if spot.count == 1],
        "clusters": [_cluster(spot) for spot in spots if spot.count > 1],
    }


def _step(shape: Shape) -> int:
    if shape.inhabitants is None or not shape.square_km:
        return 0
    return sum(shape.inhabitants / shape.square_km >= density for density in DENSITIES)


def _tint(shape: Shape) -> dict[str, str]:
    return {"code": shape.code, "path": shape.path, "step": f"trap-{_step(shape)}"}


def _link(shape: Shape, urls: Mapping[str, str], counts: Mapping[str, int]) -> dict[str, str]:
    return {
        "code": shape.code,
        "path": shape.path,
        "url": urls.get(shape.code, ""),
        "label": f"{shape.name}: {_initiatives(counts.get(shape.code, 0))}",
    }


def _initiatives(count: int) -> str:
    if not count:
        return _("nog geen initiatieven")
    return ngettext("%(count)s initiatief", "%(count)s initiatieven", count) % {"count": count}


def _ring(point: Point, spot: Spot) -> dict[str, Any]:
    return {
        "at": f"{plain(spot.x)} {plain(spot.y)}",
        "url": point["url"],
        "label": point["label"],
        "number": str(point["number"]),
        "arcs": [{"kind": css, "path": path} for css, path in ring(point["halves"], 10, 8)],
    }


def _cluster(spot: Spot) -> dict[str, str]:
    size = 13 + min(9, len(str(spot.count)) * 2)
    return {"at": f"{plain(spot.x)} {plain(spot.y)}", "count": figure(spot.count), "size": str(size)}


def _key(*parts: object) -> str:
    text = json.dumps([get_language(), *parts], default=dict, sort_keys=True)
    return f"area-map-{hashlib.sha256(text.encode()).hexdigest()}"
