"""A collection as GeoJSON (RFC 7946), in WGS84, for maps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

import orjson
from django.http import HttpRequest, HttpResponse

from middenstip.api.paging import PageLinks
from middenstip.api.parts import Shape
from middenstip.api.problems import NotAcceptable

MEDIA_TYPE = "application/geo+json"
JSON = "application/json"
Format = Literal["json", "geojson"]
OPTIONS = orjson.OPT_UTC_Z | orjson.OPT_OMIT_MICROSECONDS


class Feature(Shape):
    """Een ding met een plek, of met een lege plek."""

    type: Literal["Feature"]
    id: str
    geometry: dict[str, Any] | None
    properties: dict[str, Any]


class FeatureCollection(Shape):
    """Een bladzijde van een verzameling als GeoJSON."""

    type: Literal["FeatureCollection"]
    features: list[Feature]
    links: PageLinks


def wants_map(request: HttpRequest, asked: Format | None = None) -> bool:
    """Whether to answer with GeoJSON: the parameter decides, else the type that the client prefers."""
    if asked:
        return asked == "geojson"
    best = request.get_preferred_type([JSON, MEDIA_TYPE])
    if best is None:
        raise NotAcceptable
    return best == MEDIA_TYPE


def needs_json(request: HttpRequest) -> None:
    """Raise `NotAcceptable` when the client cannot read JSON."""
    if not request.accepts(JSON):
        raise NotAcceptable


def collection(
    things: Iterable[Shape], links: PageLinks, *, key: str, geometry: Mapping[str, Any]
) -> HttpResponse:
    """Things as features: `key` is the property with their id, `geometry` has their shapes by that id."""
    features = []
    for thing in things:
        properties = thing.model_dump(by_alias=True, exclude={"locatie"})
        name = properties[key]
        shape = geometry.get(name)
        features.append({"type": "Feature", "id": name, "geometry": shape, "properties": properties})
    body = {"type": "FeatureCollection", "features": features, "_links": links.model_dump(by_alias=True)}
    return HttpResponse(orjson.dumps(body, option=OPTIONS), content_type=MEDIA_TYPE)
