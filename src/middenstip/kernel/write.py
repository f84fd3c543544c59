"""`@write`: everything inside happens, or nothing does."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import IntegrityError, transaction

from middenstip.kernel.verdict import NotNow

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
AT_ONCE = "Iemand deed dit tegelijk met jou. Kijk eerst wat er nu staat."
_gathered: ContextVar[dict[Callable[[list[Any]], object], list[Any]] | None] = ContextVar(
    "gathered", default=None
)


def write(function: Callable[P, R]) -> Callable[P, R]:
    """Run a service or journey in one transaction.

    Two people who do at once what can be done once: the second one's row breaks a unique constraint, and
    becomes a refusal in words (`NotNow`).

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
        except IntegrityError as error:
            if not _is_double(error):
                raise
            raise NotNow(AT_ONCE) from error
        finally:
            _gathered.reset(token)

    return in_one_piece


def _is_double(error: IntegrityError) -> bool:
    """Whether a row was there already; any other broken constraint is a fault of ours, and stays loud."""
    code = getattr(error.__cause__, "sqlstate", "")  # PostgreSQL: 23505 is unique_violation
    return code == "23505" or str(error).startswith("UNIQUE constraint failed")


def gather(thing: T, put_down: Callable[[list[T]], object]) -> None:
    """Put `thing` down together with its likes, as the last act of the write that runs now.

    `put_down` gets all things that were gathered for it, in order; outside a write it gets this one at once.
    """
    gathered = _gathered.get()
    if gathered is None:
        put_down([thing])
    else:
        gathered.setdefault(put_down, []).append(thing)
