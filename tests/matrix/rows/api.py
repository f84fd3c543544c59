"""The API: every role reads the same."""

from tests.matrix.row import Row, everybody

_NAMES = ("openapi-json", "gebieden", "initiatieven", "opgaven", "afspraken")
_THINGS = {"gebied": "area", "initiatief": "initiative", "opgave": "goal", "afspraak": "agreement"}

ROWS = [
    Row("api-1.0.0:api-root", everybody(404)),
    *(Row(f"api-1.0.0:{name}", everybody()) for name in _NAMES),
    *(Row(f"api-1.0.0:{name}", everybody(), args=(thing,)) for name, thing in _THINGS.items()),
    Row("api-1.0.0:initiatief", everybody(404), args=("draft",)),  # not even for its initiator
    Row("api-1.0.0:initiatieven", everybody(405), method="POST"),
]
