"""Requests in this process through all middleware, and the cost of each: CPU ms and queries."""

from __future__ import annotations

import gc
import math
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

ASIDE = ("SAVEPOINT", "RELEASE", "ROLLBACK TO", "BEGIN", "COMMIT")


@dataclass(frozen=True)
class Cost:
    """CPU ms of one request and of hello requests in between, and the queries of the request."""

    spent: float
    hello: float
    queries: int

    @property
    def times(self) -> float:
        """The cost in hello requests; the same on a machine that is slow for a while."""
        return self.spent / self.hello


class Visitor:
    """A visitor who keeps cookies between requests."""

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


class Meter:
    """The cost of a page: for each case the minimum of some rounds, averaged over the cases.

    The minimum, because extra time in a round comes from other processes (as `timeit` advises). After each
    request two hellos, of which the second counts: the first finds the processor cache full of the page.

    Args:
        ask: requests the page in one of its cases (a number) and returns the status, which must be below 400.
        hello: the same for a page that does nothing.
        cases: the number of cases.
        before: a preparation for each request, which is not counted.
    """

    def __init__(
        self,
        ask: Callable[[int], int],
        hello: Callable[[int], int],
        cases: int,
        before: Callable[[], None] = lambda: None,
    ) -> None:
        self.ask, self.hello, self.before = ask, hello, before
        self.spent = [math.inf] * cases
        self.beside = [math.inf] * cases

    def go_round(self) -> None:
        """Every case once, with a hello for each; preceded by one uncounted request to warm up."""
        gc.collect()
        self.before()
        _check(self.ask(0))
        for case in range(len(self.spent)):
            self.before()
            self.spent[case] = min(self.spent[case], _spent(self.ask, case))
            self.hello(case)
            self.beside[case] = min(self.beside[case], _spent(self.hello, case))

    def cost(self) -> Cost:
        """The measured cost, and the number of queries of one request."""
        self.ask(0)
        self.before()
        with CaptureQueriesContext(connection) as captured:
            self.ask(0)
        made = [one for one in captured if not one["sql"].startswith(ASIDE)]
        return Cost(statistics.mean(self.spent), statistics.mean(self.beside), len(made))


def _spent(ask: Callable[[int], int], case: int) -> float:
    start = time.process_time()
    status = ask(case)
    spent = (time.process_time() - start) * 1000
    _check(status)
    return spent


def visits(visitor: Visitor, urls: Sequence[str]) -> Callable[[int], int]:
    """A function that visits the URL of a case."""
    return lambda case: visitor.ask("GET", urls[case % len(urls)])[0]


def _check(status: int) -> None:
    if status >= 400:
        raise SystemExit(f"HTTP {status} tijdens het meten")
