"""Queries about the inbox."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from middenstip.domain.parties.models import Person
from middenstip.notices.models import QUEUED, SENDING, Delivery, Notice, Preference, Pulse, UrgentMail
from middenstip.notices.outbox import VALID

# Facts of these nouns name who did it. A report or a decision of moderation never does.
NAMING = {"initiative", "case", "action", "goal", "agreement", "reaction"}
SILENT = timedelta(minutes=3)  # a round with many mails may take that long
WAITING = Q(state__in=[QUEUED, SENDING], channel=Delivery.MAIL)  # the mail of the day waits on purpose


@dataclass(frozen=True)
class InboxLine:
    """One notice as flat values. `id` is for the URL that marks it as read and redirects to `path`.

    `who` is the name of the person who did it, `at` is when it happened, `kind` own or follow; (`at`, `pk`)
    is its position in the inbox, for paging.
    """

    pk: int
    id: str
    subject: str
    text: str
    path: str
    kind: str
    at: datetime
    is_read: bool
    who: str = ""


def inbox_for(person: int, limit: int = 25, before: tuple[datetime, int] | None = None) -> list[InboxLine]:
    """The notices of a person (database key), latest event first, after the position `before`. One query.

    Ordered by when it happened, because notices may be written late and in any order.
    """
    rows = Notice.objects.filter(person=person).select_related("entry").order_by("-entry__at", "-pk")
    rows = rows.annotate(who=name_of("entry__actor"))
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
        who=row.who if names_actor(row.entry.kind) else "",  # type: ignore[attr-defined]
    )


def names_actor(kind: str) -> bool:
    """Whether a notice about this kind of fact may name the person who did it."""
    return kind.partition(".")[0] in NAMING


def name_of(public_id: str) -> Coalesce:
    """The name of the person with the public id in this column now; "" without one, and for the erased.

    Notices store no name of who acted, so that erasing a person leaves none behind.
    """
    person = Person.objects.filter(public_id=OuterRef(public_id), erased_at=None)
    return Coalesce(Subquery(person.values("name")[:1]), Value(""))


def unread_count(person: int) -> int:
    """The number of unread notices. One query."""
    return Notice.objects.filter(person=person, read_at=None).count()


def unread_of(person: str) -> Coalesce:
    """The number of unread notices of the person in this column of the outer query."""
    unread = Notice.objects.filter(person=OuterRef(person), read_at=None).order_by()
    return Coalesce(Subquery(unread.values("person").annotate(n=Count("*")).values("n")), Value(0))


def notice_by_id(person: int, public_id: str) -> Notice | None:
    """A notice of this person; None for that of another person."""
    return Notice.objects.filter(person=person, public_id=public_id).first()


def wants_follow_mail(person: int) -> bool:
    """Whether this person gets mail about what they follow. One query."""
    return not Preference.objects.filter(person=person, follow_mail=False).exists()


def mail_preferences(person: int) -> tuple[bool, bool]:
    """Whether this person gets mail about what they follow, and whether that is once a day. One query."""
    chosen = Preference.objects.filter(person=person).values_list("follow_mail", "digest").first()
    return chosen or (True, True)


def worker_is_there(now: datetime) -> bool:
    """Whether the worker gave a sign of life recently. One query."""
    return Pulse.objects.filter(at__gt=now - SILENT).exists()


def last_pulse() -> datetime | None:
    """When the worker last showed that it is there."""
    return Pulse.objects.values_list("at", flat=True).first()


def oldest_waiting() -> datetime | None:
    """When the mail was written that waits longest. One query."""
    waiting = Delivery.objects.filter(WAITING)
    oldest: datetime | None = waiting.aggregate(oldest=Min("notice__created_at"))["oldest"]
    return oldest


def oldest_urgent() -> datetime | None:
    """When the code was asked for that waits longest. One query."""
    last: datetime | None = UrgentMail.objects.aggregate(until=Min("until"))["until"]
    return last - VALID if last else None


def waiting_mails() -> int:
    """How many mails wait or are on their way."""
    return Delivery.objects.filter(WAITING).count()
