"""No page costs more queries when thirty rows stand behind it, or when nothing is kept in the cache.

The matrix itself counts the same with one row, for every role.
"""

from __future__ import annotations

from copy import copy
from http.cookies import SimpleCookie

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import reverse

from middenstip.web.shared.places import home_area
from tests.matrix.budget import SESSION, most
from tests.matrix.crowd import crowd
from tests.matrix.row import ROLES, Row
from tests.matrix.rows import all_rows
from tests.matrix.world import World
from tests.queries import at_most

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def crowded(world: World) -> World:
    crowd(world)
    return world


def _walkers(row: Row) -> list[str]:
    """The visitor, and one who is logged in and gets somewhere: the initiator, who has most, if possible."""
    wanted = 200 if row.method == "GET" else 302
    let_in = [role for role in ROLES if row.expects[role] == wanted]
    known = [role for role in ("initiator", *reversed(let_in)) if role in let_in and role != "anonymous"]
    return [role for role in ("anonymous", *known[:1]) if role in let_in]


def test_the_frame_of_a_page_costs_three_at_first(cookies: dict[str, SimpleCookie]) -> None:
    """The session, who it is in which hats, and the name of the home gemeente; after that only the person."""
    client = Client()
    client.cookies = copy(cookies["initiator"])
    for number in (3, 1):
        with at_most(number):
            client.get("/over/")


@pytest.mark.parametrize("row", [row for row in all_rows() if _walkers(row)], ids=str)
def test_thirty_rows_cost_no_more(
    crowded: World,
    cookies: dict[str, SimpleCookie],
    row: Row,
) -> None:
    url = reverse(row.route, args=[crowded.fill(name) for name in row.args])
    for role in _walkers(row):
        client = Client()
        client.cookies = copy(cookies[role])
        send = client.get if row.method == "GET" else client.post
        for temperature in ("cold", "warm") if row.method == "GET" else ("warm",):
            if temperature == "cold":
                cache.clear()
            home_area()  # what the frame asks is counted above
            with transaction.atomic():
                with at_most(most(row) + (SESSION if role != "anonymous" and temperature == "cold" else 0)):
                    assert send(url, row.data).status_code == row.expects[role]
                transaction.set_rollback(True)
