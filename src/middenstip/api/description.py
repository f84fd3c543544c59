"""What the description of the API (openapi.json) says about every operation alike."""

from __future__ import annotations

from typing import Any

from middenstip.api import crs, geojson, problems

INFO = (
    "Lees wat er in een gebied gebeurt: initiatieven, opgaven en afspraken van bewoners, overheid en "
    "ondernemers. Alles wat hier staat is openbaar; er is geen sleutel nodig. Bladeren gaat met "
    "`_links.next`. Momenten staan in UTC, plaatsen in WGS84. Een nieuwe hoofdversie komt op een nieuw "
    "adres; de oude blijft dan nog een jaar staan."
)
ON_MAPS = ("initiatieven", "gebieden")
PROBLEM = {
    "title": "Probleem",
    "description": "Wat er mis is (RFC 9457).",
    "type": "object",
    "required": ["status", "title", "detail"],
    "properties": {
        "type": {"type": "string"},
        "status": {"type": "integer"},
        "title": {"type": "string"},
        "detail": {"type": "string"},
        "errors": {
            "description": "Elke parameter die niet klopt.",
            "type": "array",
            "items": {
                "type": "object",
                "required": ["name", "detail"],
                "properties": {"name": {"type": "string"}, "detail": {"type": "string"}},
            },
        },
    },
}
VERSION_HEADER = {"description": "De volledige versie van de API.", "schema": {"type": "string"}}
CRS_HEADER = {"description": "Waarin coördinaten staan.", "schema": {"type": "string"}}
ASK_CRS = {
    "name": "Accept-Crs",
    "in": "header",
    "required": False,
    "description": "Waarin je coördinaten wilt. Er is er één: WGS84, lengte eerst.",
    "schema": {"type": "string", "enum": [crs.CRS84, crs.AS_OTHERS_SAY]},
}


def complete(schema: dict[str, Any]) -> dict[str, Any]:
    """Add the problems, the version header and GeoJSON; changes and returns `schema`."""
    shapes = schema["components"]["schemas"]
    shapes["Problem"] = PROBLEM
    shapes |= _definitions()
    for path, operations in schema["paths"].items():
        for operation in operations.values():
            _complete(operation)
            if path.startswith(crs.PLACES):
                operation["parameters"] = [*operation.get("parameters", []), ASK_CRS]
                operation["responses"][200]["headers"]["Content-Crs"] = CRS_HEADER
    return schema


def _complete(operation: dict[str, Any]) -> None:
    answers = operation["responses"]
    for status in (400, 404, 405, 406):
        content = {problems.MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
        answers[status] = {"description": problems.TITLES[status], "content": content}
    answers[200]["description"] = "Gelukt"
    if operation["operationId"] in ON_MAPS:
        answers[200]["content"][geojson.MEDIA_TYPE] = {
            "schema": {"$ref": "#/components/schemas/FeatureCollection"}
        }
    for answer in answers.values():
        answer["headers"] = {"API-Version": VERSION_HEADER}


def _definitions() -> dict[str, Any]:
    """The shapes of GeoJSON, which no operation names as its answer."""
    template = "#/components/schemas/{model}"
    whole: dict[str, Any] = geojson.FeatureCollection.model_json_schema(
        ref_template=template, mode="serialization"
    )
    inner: dict[str, Any] = whole.pop("$defs")
    return inner | {"FeatureCollection": whole}
