"""Every page and API route × every role."""

from __future__ import annotations

from copy import copy
from http.cookies import SimpleCookie

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from middenstip.web.shared.places import home_area
from tests.matrix.budget import SESSION, most
from tests.matrix.row import ROLES, Row
from tests.matrix.rows import all_rows
from tests.matrix.world import World
from tests.queries import at_most

# Not ours to judge, or judged as a whole elsewhere.
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
        with transaction.atomic():  # each role meets the same world
            send = client.get if row.method == "GET" else client.post
            with at_most(most(row) + SESSION):
                got[role] = send(url, row.data).status_code
            transaction.set_rollback(True)
    assert got == dict(row.expects)


def test_matrix_knows_every_route() -> None:
    known = {row.route for row in all_rows()}
    missing = [name for name in _names(get_resolver()) if name not in known and not name.startswith(OUTSIDE)]
    assert missing == []


def _names(resolver: URLResolver, space: str = "") -> list[str]:
    names = []
    for one in resolver.url_patterns:
        if isinstance(one, URLPattern):
            names += [f"{space}{one.name}"] if one.name else []
        elif isinstance(one, URLResolver):
            names += _names(one, f"{space}{one.namespace}:" if one.namespace else space)
    return names
