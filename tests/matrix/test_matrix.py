"""Every page and API route × every role."""

from __future__ import annotations

from copy import copy
from http.cookies import SimpleCookie

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from middenstip.web.shared.places import home_area
from tests.architecture.test_rooms import relations
from tests.matrix.row import ROLES, Row
from tests.matrix.rows import all_rows
from tests.matrix.world import World

# Routes of others, or tested elsewhere as a whole.
OUTSIDE = ("admin:",)


pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("row", all_rows(), ids=str)
def test_matrix_gives_each_role_its_answer(world: World, cookies: dict[str, SimpleCookie], row: Row) -> None:
    url = reverse(row.route, args=[world.fill(name) for name in row.args])
    got = {}
    home_area()  # the cache is empty for each row of this table
    for role in ROLES:
        client = Client()
        client.cookies = copy(cookies[role])
        with transaction.atomic():  # each role gets the same world
            send = client.get if row.method == "GET" else client.post
            got[role] = send(url, row.data).status_code
            transaction.set_rollback(True)
    assert got == dict(row.expects)


# Who holds this link got it by mail at that address, so the address is proven.
BY_MAIL = ("post:unsubscribe",)


def _of_people() -> dict[str, list[tuple[object, ...]]]:
    """Every row that belongs to a person or a seat, and every person and seat, as stored."""
    found = {}
    for name in sorted({"parties.Person.pk", "parties.Seat.pk", *relations()}):
        label, _, column = name.rpartition(".")
        rows = apps.get_model(label)._default_manager.filter(**{f"{column}__isnull": False})
        found[name] = list(rows.order_by("pk").values_list())
    return found


def test_no_route_writes_for_a_person_whose_address_is_not_proven(world: World) -> None:
    """A visitor who knows your address, and fills it in everywhere, is not you: nothing of yours changes."""
    yours = dict.fromkeys(("email", "login", "address", "mail"), "marijke@demo.middenstip.example")
    before, sent = _of_people(), 0
    with transaction.atomic():
        for row in all_rows():
            if row.method == "GET" or row.route in BY_MAIL:
                continue
            told = {**yours, "name": "Marijke Wolterink", **row.data} | yours
            Client().post(reverse(row.route, args=[world.fill(name) for name in row.args]), told)
            sent += 1
        after = _of_people()
        transaction.set_rollback(True)
    assert [name for name in before if after[name] != before[name]] == []
    assert sent > 80


def test_matrix_knows_every_route() -> None:
    known = {row.route for row in all_rows()}
    missing = [name for name in _names(get_resolver()) if name not in known and not name.startswith(OUTSIDE)]
    assert missing == [], "add a row in tests/matrix/rows/<room>.py"


def _names(resolver: URLResolver, space: str = "") -> list[str]:
    names = []
    for one in resolver.url_patterns:
        if isinstance(one, URLPattern):
            names += [f"{space}{one.name}"] if one.name else []
        elif isinstance(one, URLResolver):
            names += _names(one, f"{space}{one.namespace}:" if one.namespace else space)
    return names
