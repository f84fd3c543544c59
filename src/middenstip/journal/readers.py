"""Readers of the journal: each entry is handed over until the reader says it is done."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import cache

from django.db.models import Exists, OuterRef

from middenstip.journal.models import Entry, Mark, Reading
from middenstip.kernel.prepared import Prepared

SETTLED = timedelta(hours=1)  # no transaction of ours lives this long
AT_ONCE = 200  # entries that are looked up together

log = logging.getLogger(__name__)


def unread(reader: str, kinds: Sequence[str] = (), limit: int = AT_ONCE) -> list[Entry]:
    """The oldest entries that `reader`, who reads these kinds (none named: all), has not dealt with yet."""
    mark = Mark.objects.filter(reader=reader).values_list("entry_id", flat=True).first() or 0
    done = Reading.objects.filter(reader=reader, entry=OuterRef("pk"))
    entries = Entry.objects.filter(~Exists(done), pk__gt=mark)
    if kinds:
        entries = entries.filter(kind__in=kinds)
    return list(entries.order_by("pk")[:limit])


def hand_over(reader: str, deal: Callable[[Entry], int], kinds: Sequence[str] = ()) -> int:
    """Let `deal` deal with every entry of these kinds that waits; returns the sum of its answers.

    An entry that cannot be dealt with is logged and left for later: it never holds up the others.
    """
    total, failed = 0, 0
    while len(waiting := unread(reader, kinds, failed + AT_ONCE)) > failed:
        failed = 0
        for entry in waiting:
            try:
                total += deal(entry)
            except Exception:  # one entry must not stop the reader; it stays unread
                log.exception("%s: entry %s (%s) was not read", reader, entry.pk, entry.kind)
                failed += 1
    return total


def done(reader: str, entry: Entry) -> bool:
    """Note, in the caller's transaction, that `entry` is dealt with; False when it already was."""
    return Reading.objects.get_or_create(reader=reader, entry=entry)[1]


def settle(reader: str, at: datetime, kinds: Sequence[str] = ()) -> int:
    """Move the mark past all old entries that are dealt with, and drop their receipts; returns the mark."""
    waiting = unread(reader, kinds, limit=1)
    old = Entry.objects.filter(at__lt=at - SETTLED)
    if waiting:
        old = old.filter(pk__lt=waiting[0].pk)
    last = old.order_by("-pk").values_list("pk", flat=True).first()
    mark, _ = Mark.objects.get_or_create(reader=reader)
    if last and last > mark.entry_id:
        Mark.objects.filter(reader=reader).update(entry_id=last)
        Reading.objects.filter(reader=reader, entry_id__lte=last).delete()
        return last
    return mark.entry_id


def story(
    *, thread: str, kinds: Sequence[str] = (), public_only: bool = True, limit: int = 50
) -> list[Entry]:
    """The newest entries of one initiative's story, newest first."""
    if public_only and not kinds:
        told: list[Entry] = _story(limit).things(thread=thread)
        return told
    entries = Entry.objects.filter(thread=thread)
    if public_only:
        entries = entries.filter(public=True)
    if kinds:
        entries = entries.filter(kind__in=kinds)
    return list(entries.order_by("-at", "-pk")[:limit])


@cache
def _story(limit: int) -> Prepared:
    newest = Entry.objects.filter(public=True).order_by("-at", "-pk")
    return Prepared(lambda thread: newest.filter(thread=thread)[:limit], texts=["thread"])


def last_fact() -> str:
    """A mark that changes whenever anything happens, anywhere: what was worked out before may then be old.

    One query on the primary key. The subject is in it because a number can come back after a rollback.
    """
    last = _LAST.rows()
    return mark_of(*last[0]) if last else ""


def mark_of(pk: int, subject: str) -> str:
    """The mark of the last entry."""
    return f"{pk}-{subject}"


_LAST = Prepared(lambda: Entry.objects.order_by("-pk").values_list("pk", "subject")[:1])
