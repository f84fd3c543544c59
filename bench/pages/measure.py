"""Requests in this process through all middleware, and what each costs: CPU ms and queries."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test.utils import CaptureQueriesContext

WARM = 1  # rounds that are not counted
ROUNDS = 5
ASIDE = ("SAVEPOINT", "RELEASE", "ROLLBACK TO", "BEGIN", "COMMIT")


@dataclass(frozen=True)
class Cost:
    """CPU ms of one request and of a hello in between, and the queries of the request."""

    spent: float
    hello: float
    queries: int

    @property
    def times(self) -> float:
        """How many hellos one request costs; the same on a machine that is slow for a while."""
        return self.spent / self.hello


class Visitor:
    """Somebody at the door, with the cookies of before."""

    def __init__(self, app: WSGIHandler) -> None:
        self.app = app
        self.cookies: dict[str, str] = {}

    def ask(self, method: str, url: str, told: dict[str, str] | None = None) -> tuple[int, str, bytes]:
        """Status, Location and body of one request."""
        parts = urlsplit(url)
        body = urlencode(told).encode() if told else b""
        answer: list[Any] = []
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": parts.path,
            "QUERY_STRING": parts.query,
            "SERVER_NAME": "testserver",
            "SERVER_PORT": "443",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_ACCEPT": "text/html,*/*;q=0.8",
            "HTTP_REFERER": "https://testserver/",
            "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.url_scheme": "https",
            "wsgi.input": BytesIO(body),
            "wsgi.errors": BytesIO(),
        }
        response = self.app(environ, lambda status, headers, info=None: answer.extend((status, headers)))
        content = b"".join(response)
        response.close()
        found = dict(answer[1])
        for name, value in answer[1]:
            if name == "Set-Cookie":
                key, _, rest = value.split(";", 1)[0].partition("=")
                self.cookies[key] = rest
        return int(answer[0][:3]), found.get("Location", ""), content


def cost(
    ask: Callable[[int], int],
    hello: Callable[[int], int],
    cases: int,
    rounds: int = ROUNDS,
    before: Callable[[int], None] = lambda turn: None,
) -> Cost:
    """What a request costs: of each case the least of its rounds, on average over the cases.

    `ask` is passed the turn, whose remainder by `cases` tells which case it is; every status must be below
    400. The least, because what a round costs more comes from others on the machine (as `timeit` advises).
    After each a hello, the second of two: the first finds the processor full of the page before.
    """
    for turn in range(WARM * cases):
        before(turn)
        _check(ask(turn))
    spent: list[list[float]] = [[] for _ in range(cases)]
    beside: list[list[float]] = [[] for _ in range(cases)]
    gc.collect()
    for turn in range(cases * rounds):
        before(turn)
        spent[turn % cases].append(_spent(ask, turn))
        hello(turn)
        beside[turn % cases].append(_spent(hello, turn))
    before(0)
    with CaptureQueriesContext(connection) as captured:
        ask(0)
    made = [one for one in captured if not one["sql"].startswith(ASIDE)]
    return Cost(statistics.mean(map(min, spent)), statistics.mean(map(min, beside)), len(made))


def _spent(ask: Callable[[int], int], turn: int) -> float:
    start = time.process_time()
    status = ask(turn)
    spent = (time.process_time() - start) * 1000
    _check(status)
    return spent


def visits(visitor: Visitor, urls: Sequence[str]) -> Callable[[int], int]:
    """A visit to one of the urls in turn."""
    return lambda turn: visitor.ask("GET", urls[turn % len(urls)])[0]


def _check(status: int) -> None:
    if status >= 400:
        raise SystemExit(f"HTTP {status} tijdens het meten")
