"""How many queries a page may cost, whatever the number of rows behind it."""

from __future__ import annotations

from tests.matrix.row import Row

LIST, DETAIL, POST = 3, 6, 14
LISTS = ("finder:list", "goals:index", "projects:index", "areas:log", "post:inbox")
API_LISTS = ("gebieden", "initiatieven", "opgaven", "afspraken")

# Whatever page comes first after the cache lost it reads the session again, by its key.
SESSION = 1


def most(row: Row) -> int:
    """The budget of this route."""
    if row.method == "POST":
        return POST
    is_list = row.route in LISTS or row.route.removeprefix("api-1.0.0:") in API_LISTS
    return LIST if is_list else DETAIL
