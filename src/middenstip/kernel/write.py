"""`@write`: a function in one transaction, so that all of it happens or nothing."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import Error, IntegrityError, connection, transaction

from middenstip.kernel.snapshot import Snapshot
from middenstip.kernel.unavailable import is_clash, refuse_in_maintenance, why_unavailable
from middenstip.kernel.verdict import NotNow

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
AT_ONCE = "Iemand deed dit tegelijk met jou. Kijk eerst wat er nu staat."
TRIES = 5
PAUSE = 0.02  # seconds: the longest wait before the second try; twice as long before each next one
_gathered: ContextVar[dict[Callable[[list[Any]], object], list[Any]] | None] = ContextVar(
    "gathered", default=None
)
_kept: ContextVar[int] = ContextVar("kept", default=0)


def write(function: Callable[P, R]) -> Callable[P, R]:
    """Run a service or journey in one transaction.

    When two people do at the same time what can be done once, the second one's row breaks a unique
    constraint; that becomes a refusal (`NotNow`). When the database stops it because of what another one
    does (a deadlock, a serialization failure), it is tried again, with its arguments as they were. When
    nothing can be kept now, it raises `Unavailable`.

    A service called from a journey joins its transaction without a savepoint: a refusal always ends the
    whole act, so nothing is rolled back half-way, and each savepoint would cost two round trips.
    """

    @wraps(function)
    def in_one_piece(*args: P.args, **kwargs: P.kwargs) -> R:
        if _gathered.get() is not None:
            return function(*args, **kwargs)
        refuse_in_maintenance()
        before = Snapshot([*args, *kwargs.values()])
        for tried in range(1, TRIES + 1):
            is_last = tried == TRIES or not _can_run_again(args, kwargs)
            try:
                return _in_one_transaction(function, args, kwargs)
            except Error as error:
                if is_last or not is_clash(error):
                    raise why_unavailable(error) or error from error.__cause__
            before.restore()
            time.sleep(random.uniform(0, PAUSE * 2 ** (tried - 1)))  # noqa: S311 - no secret
        raise AssertionError("the last try returns or raises")

    return in_one_piece


def _in_one_transaction(function: Callable[..., R], args: Any, kwargs: Any) -> R:
    gathered: dict[Callable[[list[Any]], object], list[Any]] = {}
    token = _gathered.set(gathered)
    is_finished = False
    try:
        with transaction.atomic():
            result = function(*args, **kwargs)
            for put_down, things in gathered.items():
                put_down(things)
            is_finished = True
    except IntegrityError as error:
        if not _is_double(error):
            raise
        raise NotNow(AT_ONCE) from error
    except Error as error:
        if is_finished and not is_clash(error) and (unsure := why_unavailable(error, is_finished=True)):
            raise unsure from error
        raise
    finally:
        _gathered.reset(token)
    _kept.set(_kept.get() + 1)
    return result


def _can_run_again(args: Any, kwargs: Any) -> bool:
    """Not inside a transaction of the caller, nor when an argument can be read only once."""
    given = (*args, *kwargs.values())
    return not connection.in_atomic_block and not any(isinstance(one, Iterator) for one in given)


def kept() -> int:
    """How many writes this thread has kept: what changed between two moments was not lost."""
    return _kept.get()


def _is_double(error: IntegrityError) -> bool:
    """Whether a unique constraint was broken. Any other constraint is a bug, and its error is raised."""
    code = getattr(error.__cause__, "sqlstate", "")  # PostgreSQL: 23505 is unique_violation
    return code == "23505" or str(error).startswith("UNIQUE constraint failed")


def gather(thing: T, put_down: Callable[[list[T]], object]) -> None:
    """Collect `thing` for `put_down`, which the running write calls once as its last act.

    `put_down` gets the things in order of collection. Outside a write it gets this one immediately.
    """
    gathered = _gathered.get()
    if gathered is None:
        put_down([thing])
    else:
        gathered.setdefault(put_down, []).append(thing)
