"""Log lines that name no person: JSON or plain text, each with the id of the request it belongs to."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import TracebackType
from typing import Any

from django.http import HttpRequest
from pythonjsonlogger.orjson import OrjsonFormatter

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]

_request_id: ContextVar[str] = ContextVar("request_id", default="-")
ADDRESS = re.compile(r"[^\s<>\"'(=]+@[^\s<>\"')]+")
# PostgreSQL repeats the row in its errors: `DETAIL:  Key (email)=(...) already exists.`
TOLD_BY_DATABASE = re.compile(r"^(?:DETAIL|CONTEXT|HINT):.*$", re.MULTILINE)


@contextmanager
def within(request_id: str) -> Iterator[None]:
    """Every line that is logged inside belongs to this request."""
    token = _request_id.set(request_id)
    try:
        yield
    finally:
        _request_id.reset(token)


def route_of(request: HttpRequest) -> str:
    """The name of the page that was asked: an address holds ids, its name does not."""
    match = request.resolver_match
    if match is not None:
        return match.view_name or "unnamed"
    return "static" if request.path.startswith("/static/") else "unknown"


class Discreet(logging.Filter):
    """Adds the request id, and puts the name of the route where Django logs a path or a whole request."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = _request_id.get()
        request = record.__dict__.pop("request", None)
        if isinstance(request, HttpRequest):
            route = route_of(request)
            if isinstance(record.args, tuple):
                record.args = tuple(route if _is_path(one) else one for one in record.args)
            record.route = route
        return True


def _is_path(told: object) -> bool:
    return isinstance(told, str) and told.startswith("/")


def without_addresses(line: str) -> str:
    """The line with each mail address left out; the last safety net, for what an exception says."""
    return ADDRESS.sub("…@…", line) if "@" in line else line


class Line(logging.Formatter):
    """One line of text, for who reads along in a terminal."""

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 - the name that logging gave
        return without_rows(super().formatException(ei))

    def format(self, record: logging.LogRecord) -> str:
        return without_addresses(super().format(record))


def without_rows(trace: str) -> str:
    """The traceback without what the database repeats of a row."""
    return TOLD_BY_DATABASE.sub("…", trace)


class Json(OrjsonFormatter):
    """One JSON object a line, with everything that was passed in `extra`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        names = {"levelname": "level", "name": "logger", "exc_info": "trace"}
        super().__init__(["levelname", "name", "message"], rename_fields=names, timestamp="time", **kwargs)

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 - the name that logging gave
        return without_rows(str(super().formatException(ei)))

    def format(self, record: logging.LogRecord) -> str:
        return without_addresses(super().format(record))
