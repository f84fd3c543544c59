"""Services for the readers of notices, and the sign of life of the worker."""

from __future__ import annotations

from datetime import datetime

from middenstip.kernel.write import write
from middenstip.notices.models import Notice, Preference, Pulse


@write
def mark_read(*, notice: Notice, at: datetime) -> Notice:
    """Mark a notice as read; a second call changes nothing."""
    if notice.read_at is None:
        notice.read_at = at
        notice.store("read_at")
    return notice


@write
def mark_all_read(*, person: int, at: datetime) -> None:
    """Mark all notices of a person (database key) as read; earlier moments are kept."""
    Notice.objects.filter(person=person, read_at=None).update(read_at=at)


@write
def choose_follow_mail(*, person: int, wanted: bool) -> None:
    """Set whether this person (database key) wants mail about what they follow. The inbox gets everything."""
    Preference.objects.update_or_create(person_id=person, defaults={"follow_mail": wanted})


@write
def choose_digest(*, person: int, wanted: bool) -> None:
    """Set whether mail about what this person (database key) follows comes once a day, or at once."""
    Preference.objects.update_or_create(person_id=person, defaults={"digest": wanted})


@write
def show_life(*, at: datetime) -> None:
    """Store the moment of the worker's sign of life."""
    Pulse.objects.update_or_create(pk=1, defaults={"at": at})
