"""One network may make a limited number of requests per minute; after that the answer says when to retry."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from middenstip.kernel import clock
from tests.cast import Cast

LIST = "/api/v1/initiatieven"
AT = datetime(2026, 11, 3, 10, 0, 15, tzinfo=UTC)


@pytest.fixture(autouse=True)
def three_a_minute(settings: Any) -> None:
    settings.API_PER_MINUTE = 3
    cache.clear()


def ask(client: Client, at: datetime = AT, path: str = LIST, **more: Any) -> tuple[int, dict[str, str]]:
    with clock.frozen(at):
        answer = client.get(path, **more)
    names = ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "Retry-After")
    return answer.status_code, {name: answer[name] for name in names if name in answer}


def test_every_answer_has_the_remaining_requests_and_one_too_many_is_refused(
    client: Client, cast: Cast
) -> None:
    left = {"RateLimit-Limit": "3", "RateLimit-Reset": "45"}
    assert ask(client) == (200, left | {"RateLimit-Remaining": "2"})
    assert ask(client, path="/api/v1/bestaat-niet") == (404, left | {"RateLimit-Remaining": "1"})
    assert ask(client) == (200, left | {"RateLimit-Remaining": "0"})
    assert ask(client) == (429, left | {"RateLimit-Remaining": "0", "Retry-After": "45"})
    later = AT + timedelta(seconds=44)
    assert ask(client, later)[0] == 429
    assert ask(client, later + timedelta(seconds=1))[0] == 200


def test_the_refusal_is_a_problem_with_all_headers(client: Client, cast: Cast) -> None:
    with clock.frozen(AT):
        answer = [client.get(LIST) for _ in range(4)][-1]
    assert answer["Content-Type"] == "application/problem+json"
    assert (answer["API-Version"], answer["Access-Control-Allow-Origin"]) == ("1.0.0", "*")
    assert "Retry-After" in answer["Access-Control-Expose-Headers"]
    assert answer.json() == {
        "type": "about:blank",
        "status": 429,
        "title": "Je vraagt te veel in korte tijd",
        "detail": "Wacht zo lang als in Retry-After staat, en ga dan rustiger verder.",
    }


def test_each_network_has_its_own_limit(client: Client, cast: Cast) -> None:
    """All addresses of one household count together, also with IPv6."""
    for address in ("2001:db8:1:2::1", "2001:db8:1:2::2", "2001:db8:1:2:ffff::3"):
        assert ask(client, REMOTE_ADDR=address)[0] == 200
    assert ask(client, REMOTE_ADDR="2001:db8:1:2::4")[0] == 429
    assert ask(client, REMOTE_ADDR="2001:db8:1:3::1")[0] == 200
    assert [ask(client, REMOTE_ADDR="192.0.2.7")[0] for _ in range(4)] == [200, 200, 200, 429]
    assert ask(client, REMOTE_ADDR="192.0.2.8")[0] == 200


def test_a_page_of_the_site_is_not_counted(client: Client, cast: Cast) -> None:
    assert [client.get("/over/").status_code for _ in range(5)] == [200] * 5


def test_without_a_cache_no_request_is_refused(client: Client, cast: Cast, settings: Any) -> None:
    backend = "django.core.cache.backends.redis.RedisCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": "redis://127.0.0.1:9/0"}}
    assert [ask(client)[0] for _ in range(5)] == [200] * 5


def test_without_a_limit_there_are_no_limit_headers(client: Client, cast: Cast, settings: Any) -> None:
    settings.API_PER_MINUTE = 0
    assert [ask(client) for _ in range(5)] == [(200, {})] * 5
