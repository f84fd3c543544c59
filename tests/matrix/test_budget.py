"""No page needs more queries when thirty rows are added: with or without cache, read or written."""

from __future__ import annotations

from copy import copy
from http.cookies import SimpleCookie

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import reverse

from middenstip.web.shared.places import home_area
from tests.matrix.crowd import crowd
from tests.matrix.row import ROLES, Row
from tests.matrix.rows import all_rows
from tests.matrix.world import World
from tests.queries import at_most, counted, listed

pytestmark = pytest.mark.django_db

Cost = dict[tuple[str, str], list[str]]  # (role, cold or warm): the queries


def _walkers(row: Row) -> list[str]:
    """The visitor, and a role that may open the page: the initiator if possible, who has the most rows."""
    wanted = 200 if row.method == "GET" else 302
    let_in = [role for role in ROLES if row.expects[role] == wanted]
    known = [role for role in ("initiator", *reversed(let_in)) if role in let_in and role != "anonymous"]
    return [role for role in ("anonymous", *known[:1]) if role in let_in]


ROWS = [row for row in all_rows() if _walkers(row)]


@pytest.fixture(scope="module")
def few(world: World, cookies: dict[str, SimpleCookie]) -> list[Cost]:
    """The queries of every route with one row of everything."""
    with transaction.atomic():
        crowd(world, 1)
        costs = [_cost(world, cookies, row) for row in ROWS]
        transaction.set_rollback(True)
    return costs


@pytest.fixture(scope="module")
def crowded(world: World, few: list[Cost]) -> World:
    """The same world with thirty rows of everything; `few` was measured before."""
    crowd(world, 30)
    return world


def test_the_frame_of_a_page_needs_five_queries_and_then_one(cookies: dict[str, SimpleCookie]) -> None:
    """The session, the person with hats, and the look of the platform: its home gemeente and, where colours
    were chosen, those and the logo. After that only the person."""
    client = Client()
    client.cookies = copy(cookies["initiator"])
    for number in (5, 1):
        with at_most(number):
            client.get("/over/")


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_thirty_rows_need_no_more_queries_than_one(
    few: list[Cost], crowded: World, cookies: dict[str, SimpleCookie], row: Row
) -> None:
    for key, many in _cost(crowded, cookies, row).items():
        one = few[ROWS.index(row)][key]
        assert len(many) <= len(one), (
            f"{row} as {' '.join(key)}: {len(one)} queries with 1 row, {len(many)} with 30\n{listed(many)}"
        )


def _cost(world: World, cookies: dict[str, SimpleCookie], row: Row) -> Cost:
    """The queries of this route for each role, with an empty cache; for a page also with a filled one.

    A form that is sent starts empty too: what an earlier row left in the cache would make a difference.
    """
    url = reverse(row.route, args=[world.fill(name) for name in row.args])
    costs = {}
    for role in _walkers(row):
        client = Client()
        client.cookies = copy(cookies[role])
        send = client.get if row.method == "GET" else client.post
        for temperature in ("cold", "warm") if row.method == "GET" else ("cold",):
            if temperature == "cold":
                cache.clear()
            home_area(), client.session.keys()  # the queries of the frame are counted above
            with transaction.atomic():
                with counted() as made:
                    assert send(url, row.data).status_code == row.expects[role]
                transaction.set_rollback(True)
            costs[role, temperature] = made
    return costs
