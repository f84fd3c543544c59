"""Reads each new journal entry once, and writes its notices."""

from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from middenstip.domain.agreements.facts import AgreementHidden
from middenstip.domain.goals.facts import GoalHidden
from middenstip.domain.initiatives.facts import InitiativeHidden, InitiativeUpdated, NewsHidden
from middenstip.domain.parties.models import Follow
from middenstip.domain.signals.facts import SignalHidden
from middenstip.journal import readers
from middenstip.journal.models import Entry
from middenstip.kernel.hidden import HIDDEN
from middenstip.notices.digest import choices, delivery_of
from middenstip.notices.letters import Letter, letters_for
from middenstip.notices.models import FOLLOW, Bounce, Delivery, Notice

READER = "notices"
TAKEN_BACK = (
    *(InitiativeHidden.kind, NewsHidden.kind),
    *(GoalHidden.kind, AgreementHidden.kind, SignalHidden.kind),
)
# After an import or a demo, a year of old facts must not be mailed. The inbox gets them all.
MAIL_WITHIN = timedelta(days=14)


def read_new(at: datetime) -> int:
    """Handle every new entry; returns the number of notices that were written."""
    return readers.hand_over(READER, lambda entry: read_entry(entry, at))


def read_entry(entry: Entry, at: datetime) -> int:
    """Handle one entry in one transaction; returns 0 when another reader handled it first.

    Texts and people are looked up before the transaction, so that it is short.
    """
    letters = letters_for(entry, timezone.localdate(at))
    with transaction.atomic():
        if not readers.done(READER, entry):
            return 0
        if entry.kind == "person.erased":
            Notice.objects.filter(person__public_id=entry.subject).delete()
            Bounce.objects.filter(person__public_id=entry.subject).delete()
        take_back(entry)
        return _write(entry, letters, at)


def take_back(entry: Entry) -> None:
    """Write the older notices about a text that is hidden now again, without its words.

    A notice that would not be written today keeps its place, and says that its text is hidden. Mail that was
    not sent yet is sent with the new words.
    """
    if entry.kind not in TAKEN_BACK:
        return
    told = Q(entry__subject=entry.subject) | Q(entry__thread=entry.subject)
    if entry.kind == NewsHidden.kind:
        told = Q(entry__kind=InitiativeUpdated.kind, entry__data__update=entry.data["update"])
    letters: dict[int, dict[int, Letter]] = {}
    for notice in Notice.objects.filter(told, entry__pk__lt=entry.pk).select_related("entry"):
        if notice.entry_id not in letters:
            again = letters_for(notice.entry, timezone.localdate(entry.at))
            letters[notice.entry_id] = {letter.person.pk: letter for letter in again}
        letter = letters[notice.entry_id].get(notice.person_id)
        notice.subject, notice.text = (letter.subject, letter.text) if letter else (HIDDEN, "")
        notice.save(update_fields=["subject", "text"])


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
        Delivery.objects.bulk_create(_by_mail(entry, notices, at))
    return len(notices)


def _by_mail(entry: Entry, notices: list[Notice], at: datetime) -> list[Delivery]:
    """The mails: about a person's own case always and at once, about followed things as they chose."""
    is_followed = any(notice.kind == FOLLOW for notice in notices)
    chosen = choices(entry) if is_followed else {}
    mails = []
    for notice in notices:
        how = chosen.get(notice.person_id, Follow.DAILY) if notice.kind == FOLLOW else Follow.AT_ONCE
        mail = delivery_of(notice, message_id(notice), how, at)
        if mail and notice.person.mailbox:
            mails.append(mail)
    return mails


def message_id(notice: Notice) -> str:
    """The Message-ID of the mail of this notice (RFC 5322): always the same, and without an address."""
    return f"<{notice.public_id}@{urlsplit(settings.SITE_URL).hostname or 'localhost'}>"
