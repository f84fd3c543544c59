"""A form that is sent twice is carried out once.

The door hands out a random key with every form. The first request with that key does the work and
keeps a receipt in the same transaction; a second one gets the first one's result. Insert first, then
look: check-then-insert would race on PostgreSQL (an IntegrityError and a 500).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import connection

from middenstip.kernel.ids import new_id
from middenstip.kernel.models import Receipt
from middenstip.kernel.verdict import NotNow

KEPT = timedelta(hours=24)
REUSED = (
    "Dit formulier is al een keer verstuurd, met andere woorden."
    " Verstuur het nog een keer, dan bewaren we deze woorden."
)


def fingerprint(*parts: object) -> str:
    """A hash of what was sent, to tell a repeat from a reused key."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()


def once(key: str, sent: str, at: datetime, work: Callable[[str], object]) -> str:
    """Run `work(public_id)` unless `key` has been carried out; return the public id of what it made.

    Call it inside a `@write`. The id is chosen here, so the receipt is one insert. `sent` is the
    `fingerprint` of the request. An empty key means the caller wants no protection. Raises `NotNow` when
    the key was used for something else.
    """
    public_id = new_id()
    if not key or _claim(key[:64], sent, public_id, at):
        work(public_id)
        return public_id
    receipt = Receipt.objects.get(key=key[:64])
    if receipt.fingerprint != sent:
        raise NotNow(REUSED)
    return receipt.result


def _claim(key: str, sent: str, result: str, at: datetime) -> bool:
    """Insert the receipt if it is not there; the database decides who was first. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO kernel_receipt (key, fingerprint, result, at) VALUES (%s, %s, %s, %s)"
            " ON CONFLICT (key) DO NOTHING",
            [key, sent, result, at],
        )
        return bool(cursor.rowcount == 1)


def prune(at: datetime) -> int:
    """Throw away receipts older than `KEPT`; returns how many."""
    return Receipt.objects.filter(at__lt=at - KEPT).delete()[0]
