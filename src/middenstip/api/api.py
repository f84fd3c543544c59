"""The API itself: version 1."""

from ninja import NinjaAPI

api = NinjaAPI(title="Middenstip", version="1.0.0", docs_url=None, openapi_url="/openapi.json")
