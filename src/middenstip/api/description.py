"""The parts of the API description (openapi.json) that are the same for every operation."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from middenstip.api import crs, geojson, limit, problems

INFO = (
    "Lees wat er in een gebied gebeurt: initiatieven, opgaven en afspraken van bewoners, overheid en "
    "ondernemers. Alles wat hier staat is openbaar; er is geen sleutel nodig. Deze API volgt de NL API "
    "Design Rules, versie 2.2. Bladeren gaat met `_links.next`. Er is een grens aan hoeveel je netwerk per "
    "minuut mag vragen: ze staat in elk antwoord (`RateLimit-Limit`), en wie erboven komt krijgt 429 met "
    "`Retry-After`. Momenten staan in UTC, plaatsen in WGS84. Een nieuwe hoofdversie komt op een nieuw "
    "adres; de oude blijft dan nog een jaar staan."
)
TAGS = [
    {"name": "gebieden", "description": "Gemeenten, wijken, buurten en gebieden die iemand zelf tekende."},
    {"name": "cijfers", "description": "Cijfers van een gebied door de jaren, met bron en licentie."},
    {"name": "scans", "description": "Waar een gebied staat, samen gelezen en vastgesteld."},
    {"name": "initiatieven", "description": "Wat mensen willen doen, en hoe ver het is."},
    {"name": "opgaven", "description": "Wat aan een tafel samen bereikt moet worden, met een ja per helft."},
    {"name": "afspraken", "description": "Wie wat aan wie belooft, en wie het tekende."},
    {"name": "bijeenkomsten", "description": "Waar mensen elkaar ontmoeten, en wat ervan kwam."},
    {"name": "adviezen", "description": "Waar bewoners advies over geven, en het antwoord daarop."},
    {"name": "labs", "description": "Plekken voor plannen die drie helften samen dragen."},
    {"name": "plekken", "description": "Waar een lab is, wanneer het open is, en hoe toegankelijk."},
    {"name": "vragen", "description": "Wat mensen uit de praktijk vragen, met de antwoorden."},
    {"name": "begrotingen", "description": "Geld dat mensen samen verdelen: regels, plannen en uitslag."},
    {"name": "voorbeelden", "description": "Wat een ander al deed, en hoe het afliep. Ook wat mislukte."},
    {"name": "besluiten", "description": "Wat drie helften besloten, met de telling per helft."},
    {"name": "stellingen", "description": "Wat mensen van een opgave vinden, per helft gemeten."},
    {"name": "reacties", "description": "Wat mensen over een initiatief zeggen."},
    {"name": "vraag-en-aanbod", "description": "Wat mensen zoeken en wat ze kunnen missen."},
    {"name": "signalen", "description": "Wat initiatieven tegenhoudt, en wat erop geantwoord is."},
    {"name": "steunpunten", "description": "Waar mensen terechtkunnen voor hulp."},
    {"name": "projecten", "description": "Wat wordt uitgevoerd, met het geld in hele centen."},
    {"name": "fondsen", "description": "Waar geld te vragen is, en wie dat mag."},
    {"name": "beschrijving", "description": "De beschrijving van deze API."},
]
DESCRIPTION = {
    "operationId": "beschrijving",
    "summary": "Deze beschrijving (OpenAPI)",
    "tags": ["beschrijving"],
    "parameters": [],
    "responses": {200: {"content": {"application/json": {"schema": {"type": "object"}}}}},
}
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
LIMIT_HEADERS = {
    name: {"description": told, "schema": {"type": "integer"}} for name, told in limit.HEADERS.items()
}
CRS_HEADER = {"description": "Waarin coördinaten staan.", "schema": {"type": "string"}}
ALWAYS = {name: header for name, header in LIMIT_HEADERS.items() if name != "Retry-After"}
ASK_CRS = {
    "name": "Accept-Crs",
    "in": "header",
    "required": False,
    "description": "Waarin je coördinaten wilt. Er is er één: WGS84, lengte eerst.",
    "schema": {"type": "string", "enum": [crs.CRS84, crs.AS_OTHERS_SAY]},
}


def complete(schema: dict[str, Any]) -> dict[str, Any]:
    """Add its own address, the problems, the headers and GeoJSON; changes and returns `schema`."""
    schema["paths"]["/openapi.json"] = {"get": deepcopy(DESCRIPTION)}
    shapes = schema["components"]["schemas"]
    shapes["Problem"] = PROBLEM
    shapes |= _definitions()
    for path, operations in schema["paths"].items():
        for operation in operations.values():
            _complete(operation)
            if path.startswith(crs.PLACES):
                operation["parameters"] = [*operation.get("parameters", []), ASK_CRS]
                operation["responses"][200]["headers"]["Content-Crs"] = CRS_HEADER
    used = set(_named(schema["paths"], shapes))
    schema["components"]["schemas"] = {name: shape for name, shape in shapes.items() if name in used}
    return schema


def _named(part: Any, shapes: dict[str, Any]) -> Iterator[str]:
    """The shapes that a part of the description refers to, directly or through other shapes."""
    if isinstance(part, dict):
        name = str(part.get("$ref", "")).removeprefix("#/components/schemas/")
        if name in shapes:
            yield name
            yield from _named(shapes[name], shapes)
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _named(inner, shapes)


def _complete(operation: dict[str, Any]) -> None:
    answers = operation["responses"]
    for status in (400, 404, 405, 406, 429, 500, 503):
        content = {problems.MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
        answers[status] = {"description": problems.TITLES[status], "content": content}
    answers[200]["description"] = "Gelukt"
    if operation["operationId"] in ON_MAPS:
        answers[200]["content"][geojson.MEDIA_TYPE] = {
            "schema": {"$ref": "#/components/schemas/FeatureCollection"}
        }
    for answer in answers.values():
        answer["headers"] = {"API-Version": VERSION_HEADER, **ALWAYS}
    for status in (429, 503):
        answers[status]["headers"]["Retry-After"] = LIMIT_HEADERS["Retry-After"]


def _definitions() -> dict[str, Any]:
    """The GeoJSON shapes, which no operation declares as its answer."""
    template = "#/components/schemas/{model}"
    whole: dict[str, Any] = geojson.FeatureCollection.model_json_schema(
        ref_template=template, mode="serialization"
    )
    inner: dict[str, Any] = whole.pop("$defs")
    return inner | {"FeatureCollection": whole}
