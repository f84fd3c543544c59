"""Reads of the inbox."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from middenstip.notices.models import Notice, Preference


@dataclass(frozen=True)
class InboxLine:
    """One notice, flat. `id` fills the URL of the act that marks it as read and goes to `path`.

    `at` is when it happened, `kind` own or follow; (`at`, `pk`) is its place in the inbox, for paging.
    """

    pk: int
    id: str
    subject: str
    text: str
    path: str
    kind: str
    at: datetime
    is_read: bool


def inbox_for(person: int, limit: int = 25, before: tuple[datetime, int] | None = None) -> list[InboxLine]:
    """The notices of a person (database key), what happened last first, after the place `before`. One query.

    By when it happened, not by when it was told: the post may be late, and brings facts in any order.
    """
    rows = Notice.objects.filter(person=person).select_related("entry").order_by("-entry__at", "-pk")
    if before:
        at, pk = before
        rows = rows.filter(entry__at__lte=at).exclude(entry__at=at, pk__gte=pk)
    return [_line(row) for row in rows[:limit]]


def _line(row: Notice) -> InboxLine:
    return InboxLine(
        pk=row.pk,
        id=row.public_id,
        subject=row.subject,
        text=row.text,
        path=row.path,
        kind=row.kind,
        at=row.entry.at,
        is_read=row.read_at is not None,
    )


def unread_count(person: int) -> int:
    """How many notices wait to be read. One query."""
    return Notice.objects.filter(person=person, read_at=None).count()


def notice_by_id(person: int, public_id: str) -> Notice | None:
    """A notice of this person; somebody else's is None."""
    return Notice.objects.filter(person=person, public_id=public_id).first()


def wants_follow_mail(person: int) -> bool:
    """Whether this person gets mail about what they follow. One query."""
    return not Preference.objects.filter(person=person, follow_mail=False).exists()
