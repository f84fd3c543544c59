"""`@write`: everything inside happens, or nothing does."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import transaction

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
_gathered: ContextVar[dict[Callable[[list[Any]], object], list[Any]] | None] = ContextVar(
    "gathered", default=None
)


def write(function: Callable[P, R]) -> Callable[P, R]:
    """Run a service or journey in one transaction.

    A service called from a journey joins its transaction without a savepoint: a refusal always ends
    the whole act, so there is nothing to go back to, and each savepoint costs two round trips.
    """

    @wraps(function)
    def in_one_piece(*args: P.args, **kwargs: P.kwargs) -> R:
        if _gathered.get() is not None:
            return function(*args, **kwargs)
        gathered: dict[Callable[[list[Any]], object], list[Any]] = {}
        token = _gathered.set(gathered)
        try:
            with transaction.atomic():
                result = function(*args, **kwargs)
                for put_down, things in gathered.items():
                    put_down(things)
                return result
        finally:
            _gathered.reset(token)

    return in_one_piece


def gather(thing: T, put_down: Callable[[list[T]], object]) -> None:
    """Put `thing` down together with its likes, as the last act of the write that runs now.

    `put_down` gets all things that were gathered for it, in order; outside a write it gets this one at once.
    """
    gathered = _gathered.get()
    if gathered is None:
        put_down([thing])
    else:
        gathered.setdefault(put_down, []).append(thing)
