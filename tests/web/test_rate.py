"""Sending and searching far more often than people do: a page says how long to wait, and nothing is lost."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import Client

from middenstip.domain.initiatives.models import Initiative
from middenstip.kernel import clock
from middenstip.kernel.models import Tally
from middenstip.kernel.tally import prune
from tests.cast import Cast, person
from tests.queries import counted
from tests.web.at_the_door import walk_in
from tests.web.test_again import TEXT, send_again, token
from tests.web.test_submit import IDEA, URL

AT = datetime(2026, 11, 3, 10, 0, 15, tzinfo=UTC)
LANGUAGE = "/taal/kies/"


def choose(client: Client, at: datetime = AT, **more: Any) -> HttpResponse:
    with clock.frozen(at):
        return client.post(LANGUAGE, {"language": "nl"}, **more)


def test_a_network_sends_too_often_and_goes_on_in_the_next_minute(
    client: Client, cast: Cast, settings: Any
) -> None:
    settings.POSTS_PER_NETWORK = 3
    assert [choose(client).status_code for _ in range(4)] == [302, 302, 302, 429]
    assert choose(client, REMOTE_ADDR="192.0.2.8").status_code == 302
    assert choose(client, AT + timedelta(seconds=44)).status_code == 429
    assert choose(client, AT + timedelta(seconds=45)).status_code == 302


def test_one_person_is_counted_on_every_network(cast: Cast, settings: Any) -> None:
    settings.POSTS_PER_PERSON = 2
    bas, marijke = walk_in(cast.bas), walk_in(cast.marijke)
    assert [choose(bas, REMOTE_ADDR=f"192.0.2.{one}").status_code for one in range(3)] == [302, 302, 429]
    assert choose(marijke).status_code == 302


def test_what_was_typed_is_shown_and_sent_a_minute_later(cast: Cast, settings: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(person(cast.bas))
    settings.POSTS_PER_PERSON = 1
    with clock.frozen(AT):
        key = token(client, URL)
        client.post(LANGUAGE, {"language": "nl", "csrfmiddlewaretoken": key})
        answer = client.post(URL, IDEA | {"what": TEXT, "csrfmiddlewaretoken": key})
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "45")
    assert "Je verstuurde het afgelopen moment heel veel." in answer.text
    assert (answer.text.count(TEXT), Initiative.objects.count()) == (2, 0)
    with clock.frozen(AT + timedelta(minutes=1)):
        assert send_again(client, answer).status_code == 302
    assert Initiative.objects.get().what == TEXT


def test_the_words_of_a_form_of_another_site_are_not_shown(cast: Cast, settings: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    settings.POSTS_PER_NETWORK = 1
    with clock.frozen(AT):
        answers = [client.post(URL, IDEA | {"what": TEXT}) for _ in range(2)]
    assert [(one.status_code, TEXT in one.text) for one in answers] == [(403, False), (403, False)]


def test_a_visitor_stores_one_row_a_minute_that_holds_no_address_and_goes(client: Client, cast: Cast) -> None:
    before = set(Tally.objects.values_list("pk", flat=True))
    for _ in range(5):
        choose(client)
    (row,) = Tally.objects.exclude(pk__in=before)
    assert (row.count, row.until, len(row.key)) == (5, AT + timedelta(seconds=45), 64)
    assert "127.0.0.1" not in row.key
    assert prune(row.until) == 0
    prune(row.until + timedelta(seconds=1))
    assert not Tally.objects.filter(pk=row.pk).exists()


def test_counting_is_one_query_for_a_visitor_and_for_a_person(cast: Cast) -> None:
    for client in (walk_in(None), walk_in(cast.bas)):
        with counted() as made:
            choose(client)
        assert len([one for one in made if "kernel_tally" in one]) == 1


def test_without_a_limit_nothing_is_counted(client: Client, cast: Cast, settings: Any) -> None:
    settings.POSTS_PER_NETWORK = settings.SEARCHES_PER_NETWORK = 0
    with counted() as made:
        choose(client)
    assert [one for one in made if "kernel_tally" in one] == []
    assert [client.get("/initiatieven/?q=bos").status_code for _ in range(3)] == [200] * 3


def test_while_the_platform_is_only_read_nothing_is_counted(
    client: Client, cast: Cast, settings: Any
) -> None:
    settings.MAINTENANCE = True
    with counted() as made:
        assert choose(client).status_code in (302, 503)
    assert [one for one in made if "kernel_tally" in one] == []


def test_when_counting_fails_the_act_goes_on(client: Client, cast: Cast) -> None:
    def full(execute: Any, sql: str, *more: Any) -> Any:
        if "kernel_tally" in sql:
            raise OperationalError("database or disk is full")
        return execute(sql, *more)

    with connection.execute_wrapper(full):
        assert choose(client).status_code == 302


def test_searching_too_often_offers_the_same_search_again(client: Client, cast: Cast, settings: Any) -> None:
    settings.SEARCHES_PER_NETWORK = 2
    with clock.frozen(AT):
        answers = [client.get("/initiatieven/?q=bos") for _ in range(3)]
        assert client.get("/initiatieven/").status_code == 200
    assert [one.status_code for one in answers] == [200, 200, 429]
    assert answers[2].headers["Retry-After"] == "45"
    assert re.search(r'href="/initiatieven/\?q=bos"', answers[2].text)
    assert "Vanaf jouw netwerk werd net heel veel gezocht." in answers[2].text


@pytest.mark.parametrize("path", ["/", "/initiatieven/"])
def test_reading_without_searching_is_not_counted(
    client: Client, cast: Cast, settings: Any, path: str
) -> None:
    settings.SEARCHES_PER_NETWORK = 1
    assert [client.get(path).status_code for _ in range(3)] == [200] * 3
