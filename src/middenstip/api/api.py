"""The API itself: version 1, read only."""

from __future__ import annotations

from typing import Any

import orjson
from django.conf import settings
from django.http import Http404, HttpRequest
from ninja import NinjaAPI
from ninja.errors import ValidationErrorContext
from ninja.renderers import BaseRenderer

from middenstip.api import (
    advice,
    agreements,
    areas,
    budgeting,
    decisions,
    gatherings,
    goals,
    initiatives,
    labs,
    learning,
    matching,
    measures,
    points,
    problems,
    projects,
    questions,
    reactions,
    scans,
    signals,
    statements,
)
from middenstip.api.description import INFO, TAGS, complete
from middenstip.api.geojson import OPTIONS
from middenstip.api.headers import VERSION
from middenstip.api.parts import BASE


class JsonRenderer(BaseRenderer):
    """JSON in UTF-8; moments in UTC with a Z."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:
        return orjson.dumps(data, option=OPTIONS)


class Api(NinjaAPI):
    """The API. Its description also lists the error answers of every operation."""

    def get_openapi_schema(self, **where: Any) -> Any:
        """Paths are relative to the address of this version, which `servers` gives in full."""
        return complete(super().get_openapi_schema(path_prefix=""))

    def validation_error_from_error_contexts(
        self, error_contexts: list[ValidationErrorContext[Any]]
    ) -> problems.Misread:
        """Add the known parameter names, so that wrong values and wrong names are reported together."""
        told = super().validation_error_from_error_contexts(error_contexts)
        known = {name for one in error_contexts for name in one.model.__ninja_flatten_map__}
        return problems.Misread(told.errors, known)


api = Api(
    title=f"{settings.SITE_NAME} API",
    version=VERSION,
    description=INFO,
    docs_url=None,
    openapi_url="/openapi.json",
    renderer=JsonRenderer(),
    servers=[{"url": settings.SITE_URL + BASE, "description": "Deze server."}],
    openapi_extra={
        "security": [],
        "tags": TAGS,
        "info": {
            "contact": {
                "name": settings.SITE_NAME,
                "email": settings.CONTACT_EMAIL,
                "url": f"{settings.SITE_URL}/over/",
            },
            "license": {"name": "EUPL-1.2", "url": "https://eupl.eu/1.2/nl/"},
        },
    },
)
api.add_router("/gebieden", areas.router)
api.add_router("/cijfers", measures.router)
api.add_router("/scans", scans.router)
api.add_router("/initiatieven", initiatives.router)
api.add_router("/opgaven", goals.router)
api.add_router("/afspraken", agreements.router)
api.add_router("/begrotingen", budgeting.router)
api.add_router("/voorbeelden", learning.router)
api.add_router("/bijeenkomsten", gatherings.router)
api.add_router("/labs", labs.router)
api.add_router("/plekken", labs.places)
api.add_router("/vragen", questions.router)
api.add_router("/adviezen", advice.router)
api.add_router("/reacties", reactions.router)
api.add_router("/vraag-en-aanbod", matching.router)
api.add_router("/signalen", signals.router)
api.add_router("/steunpunten", points.router)
api.add_router("/projecten", projects.router)
api.add_router("/fondsen", projects.funds)
api.add_router("/besluiten", decisions.router)
api.add_router("/stellingen", statements.router)


REFUSALS: dict[type[Exception], Any] = {
    problems.Misread: problems.invalid,
    problems.Unreadable: problems.unreadable,
    problems.NotAcceptable: problems.not_acceptable,
    Http404: problems.not_there,
}
for kind, answer in REFUSALS.items():
    api.add_exception_handler(kind, answer)
