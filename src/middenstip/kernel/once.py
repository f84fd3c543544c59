"""A form that is sent twice is handled once.

Every form holds a random key. The first request with that key does the work and stores a receipt in the
same transaction; a second request gets the result of the first. The receipt is inserted before it is
looked up: the other order would be a race on PostgreSQL (an IntegrityError and a 500).
"""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import connection
from django.db.models import Model

from middenstip.kernel.actor import Actor, Unseated
from middenstip.kernel.ids import new_id
from middenstip.kernel.models import Receipt
from middenstip.kernel.verdict import NotNow

P = ParamSpec("P")
R = TypeVar("R")
KEPT = timedelta(hours=24)
REUSED = (
    "Dit formulier is al een keer verstuurd, met andere woorden."
    " Verstuur het nog een keer, dan bewaren we deze woorden."
)


def once(
    again: Callable[[str], R], besides: Collection[str] = ()
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """A decorator: run a write unless its `key` was used before; then return the result of the first run.

    The function is called with keyword arguments only, and takes `at`, `key` and `public_id` (default ""):
    the id of what it makes, chosen here so that the receipt is one insert. An empty key means the
    caller wants no protection. Every other argument is part of the form: the same key with another value is
    not a repeat, and raises `NotNow`. Write `@write` above it.

    Args:
        again: finds the result by its public id.
        besides: names of arguments that may differ in a repeat.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        signature = inspect.signature(function)

        @wraps(function)
        def carried_out(*args: P.args, **kwargs: P.kwargs) -> R:
            bound = signature.bind(*args, **kwargs)
            bound.apply_defaults()
            told = {name: _whole(value) for name, value in bound.arguments.items()}
            key, at, public_id = told["key"][:64], told["at"], new_id()
            left_out = {"key", "at", "public_id", *besides}
            sent = [(name, _plain(value)) for name, value in sorted(told.items()) if name not in left_out]
            if not key or _claim(key, _hash(function.__qualname__, sent), public_id, at):
                return function(**told | {"public_id": public_id})  # type: ignore[call-arg]
            receipt = Receipt.objects.get(key=key)
            if receipt.fingerprint != _hash(function.__qualname__, sent):
                raise NotNow(REUSED)
            return again(receipt.result)

        return carried_out

    return decorate


def _hash(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _whole(value: Any) -> Any:
    """An iterator becomes a list, because it is read twice: hashed first and used after that."""
    return list(value) if isinstance(value, Iterator) else value


def _plain(value: Any) -> object:
    """An argument in a form that can be compared. Raises `TypeError` when its type has no such form."""
    if value is None or isinstance(value, (str, int, float, Decimal, date)):
        return type(value).__name__ if value is None else f"{value}"
    if isinstance(value, Model):
        return value._meta.label, value.pk
    if isinstance(value, (Actor, Unseated)):
        return value.person_id, getattr(value, "seat_id", 0)
    if isinstance(value, Mapping):
        return sorted((key, _plain(one)) for key, one in value.items())
    if isinstance(value, Collection):
        return [_plain(one) for one in value]
    raise TypeError(f"{type(value).__name__} cannot be compared")


def _claim(key: str, sent: str, result: str, at: datetime) -> bool:
    """Insert the receipt; True when it did not exist yet. The database decides. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO kernel_receipt (key, fingerprint, result, at) VALUES (%s, %s, %s, %s)"
            " ON CONFLICT (key) DO NOTHING",
            [key, sent, result, at],
        )
        return bool(cursor.rowcount == 1)


def prune(at: datetime) -> int:
    """Delete receipts older than `KEPT`; returns how many."""
    return Receipt.objects.filter(at__lt=at - KEPT).delete()[0]
