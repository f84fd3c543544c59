"""Writes by the one who gets the post."""

from __future__ import annotations

from datetime import datetime

from middenstip.kernel.write import write
from middenstip.notices.models import Notice, Preference


@write
def mark_read(*, notice: Notice, at: datetime) -> Notice:
    """Somebody opened a notice; opening it again changes nothing."""
    if notice.read_at is None:
        notice.read_at = at
        notice.store("read_at")
    return notice


@write
def mark_all_read(*, person: int, at: datetime) -> None:
    """Somebody (database key) has seen all of it; what was read already keeps its moment."""
    Notice.objects.filter(person=person, read_at=None).update(read_at=at)


@write
def choose_follow_mail(*, person: int, wanted: bool) -> None:
    """Whether this person (database key) wants mail about what they follow. The inbox keeps it all."""
    Preference.objects.update_or_create(person_id=person, defaults={"follow_mail": wanted})
