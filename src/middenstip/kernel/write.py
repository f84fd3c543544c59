"""`@write`: everything inside happens, or nothing does."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import transaction

P = ParamSpec("P")
R = TypeVar("R")
_inside: ContextVar[bool] = ContextVar("inside", default=False)


def write(function: Callable[P, R]) -> Callable[P, R]:
    """Run a service or journey in one transaction.

    A service called from a journey joins its transaction without a savepoint: a refusal always ends
    the whole act, so there is nothing to go back to, and each savepoint costs two round trips.
    """

    @wraps(function)
    def in_one_piece(*args: P.args, **kwargs: P.kwargs) -> R:
        if _inside.get():
            return function(*args, **kwargs)
        token = _inside.set(True)
        try:
            with transaction.atomic():
                return function(*args, **kwargs)
        finally:
            _inside.reset(token)

    return in_one_piece
