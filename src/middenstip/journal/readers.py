"""Readers of the journal: a reader gets each entry again until it marks the entry as handled."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import cache

from django.db.models import Exists, OuterRef

from middenstip.journal.models import Entry, Mark, Reading
from middenstip.kernel.prepared import Prepared
from middenstip.kernel.unavailable import why_unavailable

SETTLED = timedelta(hours=1)  # longer than any transaction takes
AT_ONCE = 200  # entries that are looked up together
LONG = 20.0  # seconds that one call hands over: whatever comes after it, such as mail, gets its turn too
_told: set[tuple[str, int]] = set()  # what failed and was logged

log = logging.getLogger(__name__)


def unread(reader: str, kinds: Sequence[str] = (), limit: int = AT_ONCE) -> list[Entry]:
    """The oldest entries of these kinds (none named: all) that `reader` has not handled yet."""
    mark = Mark.objects.filter(reader=reader).values_list("entry_id", flat=True).first() or 0
    done = Reading.objects.filter(reader=reader, entry=OuterRef("pk"))
    entries = Entry.objects.filter(~Exists(done), pk__gt=mark)
    if kinds:
        entries = entries.filter(kind__in=kinds)
    return list(entries.order_by("pk")[:limit])


def hand_over(reader: str, deal: Callable[[Entry], int], kinds: Sequence[str] = ()) -> int:
    """Call `deal` with every unhandled entry of these kinds; returns the sum of what it returns.

    When it raises, that is logged (once in this process) and the entry is left for later: the others go on.
    When nothing can be kept now, that is raised: each of the others would meet the same. While entries come
    faster than they are handled this would never end: after a while it stops, and the next call goes on.
    """
    total, failed = 0, 0
    end = time.monotonic() + LONG
    while len(waiting := unread(reader, kinds, failed + AT_ONCE)) > failed:
        failed = 0
        for entry in waiting:
            try:
                total += deal(entry)
            except Exception as error:  # one entry must not stop the reader; it stays unread
                if why_unavailable(error):
                    raise
                if (reader, entry.pk) not in _told:
                    log.exception("%s: entry %s (%s) was not read", reader, entry.pk, entry.kind)
                    _told.add((reader, entry.pk))
                failed += 1
            if time.monotonic() > end:
                return total
    return total


def done(reader: str, entry: Entry) -> bool:
    """Mark `entry` as handled, in the caller's transaction; False when it already was."""
    return Reading.objects.get_or_create(reader=reader, entry=entry)[1]


def settle(reader: str, at: datetime, kinds: Sequence[str] = ()) -> int:
    """Move the mark past old handled entries, and delete their receipts; returns the mark."""
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
    """A mark that changes with every fact, to check whether a cached value may be out of date.

    One query on the primary key. The subject is included because a key can be reused after a rollback.
    """
    last = Entry.objects.order_by("-pk").values_list("pk", "subject").first()
    return mark_of(*last) if last else ""


def mark_of(pk: int, subject: str) -> str:
    """The mark of the last entry."""
    return f"{pk}-{subject}"
