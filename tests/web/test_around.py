"""Around every request: what no database keeps stays out, and the post wakes after an act that succeeded."""

from __future__ import annotations

import pytest
from django.test import Client
from django_tasks import default_task_backend

from tests.cast import Cast
from tests.web.at_the_door import send, walk_in

JSON = "application/json"
NEW = "/initiatieven/nieuw/"


@pytest.mark.parametrize(
    ("body", "is_read"),
    [(b'{"text": "a"}', True), (b'{"text": "\\u0000"}', False), (b'{"text": "\x00"}', False)],
)
def test_a_nul_in_json_is_refused_however_it_is_written(
    cast: Cast, client: Client, body: bytes, is_read: bool
) -> None:
    answer = client.generic("POST", NEW, body, JSON)
    assert (answer.status_code != 400, "(NUL)" not in answer.text) == (is_read, is_read)


def test_a_nul_is_found_in_every_value_of_a_form_and_not_looked_for_in_what_is_only_read(
    cast: Cast, client: Client
) -> None:
    assert client.post(NEW, {"themes": ["wonen", "na\x00tuur"]}).status_code == 400
    assert client.post(NEW, {"themes": ["wonen", "natuur"]}).status_code != 400
    assert client.generic("GET", NEW, b"themes=%00", "application/x-www-form-urlencoded").status_code == 200


def test_the_post_wakes_after_an_act_and_not_after_looking_or_a_refusal(cast: Cast) -> None:
    tarik = walk_in(cast.tarik)
    default_task_backend.clear()
    for act, woken in (
        (lambda: tarik.get("/mijn/").status_code, (200, 0)),
        (lambda: send(tarik, "/mijn/naam/", name=" "), (422, 0)),
        (lambda: send(tarik, "/mijn/naam/", name="Tarik A."), (302, 1)),
    ):
        assert (act(), len(default_task_backend.results)) == woken
