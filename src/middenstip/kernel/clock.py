"""The one clock. It is read at the door only; every service gets `at` passed in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_frozen: ContextVar[datetime | None] = ContextVar("frozen", default=None)


def now() -> datetime:
    """The present moment, in UTC and aware; the frozen one inside `frozen`."""
    return _frozen.get() or timezone.now()


def today() -> date:
    """The present date in the time zone of the platform."""
    return timezone.localdate(now())


@contextmanager
def frozen(at: datetime) -> Iterator[datetime]:
    """Stand still at `at` (aware): for tests, and for the demo that tells a year of history."""
    token = _frozen.set(at)
    try:
        yield at
    finally:
        _frozen.reset(token)
