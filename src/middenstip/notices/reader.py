"""Takes each new entry of the journal once, and writes the notices it asks for."""

from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from middenstip.journal import readers
from middenstip.journal.models import Entry
from middenstip.notices.letters import Letter, letters_for
from middenstip.notices.models import FOLLOW, Delivery, Notice, Preference

READER = "notices"
# Who imports a year of history, or starts the demo, does not want a year of mail. The inbox has it all.
MAIL_WITHIN = timedelta(days=14)


def read_new(at: datetime) -> int:
    """Deal with every entry that waits; returns how many notices were written."""
    return readers.hand_over(READER, lambda entry: read_entry(entry, at))


def read_entry(entry: Entry, at: datetime) -> int:
    """Deal with one entry in one transaction; 0 when another reader was first.

    Words and people are looked up before the transaction, so that it is short.
    """
    letters = letters_for(entry, timezone.localdate(at))
    with transaction.atomic():
        if not readers.done(READER, entry):
            return 0
        if entry.kind == "person.erased":
            Notice.objects.filter(person__public_id=entry.subject).delete()
        return _write(entry, letters, at)


def _write(entry: Entry, letters: list[Letter], at: datetime) -> int:
    notices = [
        Notice(
            person=letter.person,
            entry=entry,
            kind=letter.kind,
            why=letter.why,
            subject=letter.subject,
            text=letter.text,
            path=letter.path,
            created_at=at,
        )
        for letter in letters
    ]
    Notice.objects.bulk_create(notices)
    if at - entry.at <= MAIL_WITHIN:
        Delivery.objects.bulk_create(
            Delivery(notice=notice, message_id=message_id(notice), due_at=at)
            for notice in _by_mail(entry, notices)
        )
    return len(notices)


def _by_mail(entry: Entry, notices: list[Notice]) -> list[Notice]:
    """Those that go by mail: always about an own case, and about what is followed unless that is off."""
    is_followed = any(notice.kind == FOLLOW for notice in notices)
    # Of the notices, not of a list of people: PostgreSQL takes 65,535 values, and more people may follow.
    off = Preference.objects.filter(
        follow_mail=False, person__notices__entry=entry, person__notices__kind=FOLLOW
    )
    silent = set(off.values_list("person", flat=True)) if is_followed else set()
    return [
        notice
        for notice in notices
        if notice.person.email and not (notice.kind == FOLLOW and notice.person_id in silent)
    ]


def message_id(notice: Notice) -> str:
    """The Message-ID of the mail of this notice (RFC 5322): always the same, and it holds no address."""
    return f"<{notice.public_id}@{urlsplit(settings.SITE_URL).hostname or 'localhost'}>"
