"""Record a fact, inside the transaction of the act itself."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from django.db import transaction

from middenstip.journal.fact import KINDS, Fact
from middenstip.journal.models import Entry
from middenstip.kernel import audit
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.write import gather


def record(fact: Fact, *, by: Doer | None, at: datetime) -> None:
    """Append `fact`, done by `by` (None: by the clock) at `at`. Without a seat its half is empty.

    The facts of one `@write` are inserted together as its last statement, in the order of the calls: one
    query, however many they are. Raises `TransactionManagementError` outside a transaction, where the
    journal could keep a fact whose act was rolled back.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError(f"{fact.kind} recorded outside a transaction")
    entry = Entry(
        kind=fact.kind,
        **fact.columns,
        actor=by.person_public_id if by else "",
        seat=by.seat_public_id if isinstance(by, Actor) else "",
        half=by.half if isinstance(by, Actor) else "",
        at=at,
        public=fact.public,
        data=fact.data,
    )
    gather(entry, _put_down)


def _put_down(entries: list[Entry]) -> None:
    Entry.objects.bulk_create(entries)
    for entry in entries:
        if KINDS[entry.kind].audited:
            transaction.on_commit(partial(_audit, entry))  # what is rolled back did not happen


def _audit(entry: Entry) -> None:
    role = {"role": entry.data["role"]} if "role" in entry.data else {}
    audit.note(entry.kind, actor=entry.actor, about=entry.subject, **role)
