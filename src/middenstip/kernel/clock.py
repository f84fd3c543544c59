"""The only place where the time is read. Views and commands read it; a service gets it as `at`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_frozen: ContextVar[datetime | None] = ContextVar("frozen", default=None)


def now() -> datetime:
    """The present moment, timezone-aware in UTC; inside `frozen` the moment given there."""
    return _frozen.get() or timezone.now()


def today() -> date:
    """The present date in the time zone of the platform."""
    return timezone.localdate(now())


def is_past(day: date | None, today: date) -> bool:
    """Whether a last day has passed: the day itself still counts, and None never passes."""
    return day is not None and day < today


@contextmanager
def frozen(at: datetime) -> Iterator[datetime]:
    """Inside this block the time is `at` (aware): for tests, and for the demo, which replays a year."""
    token = _frozen.set(at)
    try:
        yield at
    finally:
        _frozen.reset(token)
