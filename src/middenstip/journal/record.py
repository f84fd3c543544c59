"""Write a fact down, inside the transaction of the act itself."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from middenstip.journal.fact import Fact
from middenstip.journal.models import Entry
from middenstip.kernel.actor import Actor
from middenstip.kernel.write import gather


def record(fact: Fact, *, by: Actor | None, at: datetime) -> None:
    """Append `fact`, done by `by` (None: by the clock) at `at`.

    The facts of one `@write` go down together as its last statement, in the order in which they were
    told: one query, however much an act brings about. Raises `TransactionManagementError` outside a
    transaction: a fact without its act, or an act without its fact, is a lie.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError(f"{fact.kind} recorded outside a transaction")
    entry = Entry(
        kind=fact.kind,
        **fact.columns,
        actor=by.person_id if by else "",
        seat=by.seat_id if by else "",
        half=by.half if by else "",
        at=at,
        public=fact.public,
        data=fact.data,
    )
    gather(entry, _put_down)


def _put_down(entries: list[Entry]) -> None:
    Entry.objects.bulk_create(entries)
