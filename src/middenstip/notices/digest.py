"""Which mail about followed things waits for the mail of the day, and which deliveries are one such mail.

Mail about a person's own case always leaves at once: an answer or an act may be asked today.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from middenstip.domain.parties.models import Follow
from middenstip.journal.models import Entry
from middenstip.notices.models import FOLLOW, QUEUED, SENDING, Delivery, Notice, Preference

SENT_AT = time(7, 0)  # local time


def next_digest(at: datetime) -> datetime:
    """The first moment after `at` at which the mail of the day leaves."""
    local = timezone.localtime(at)
    day = local.date() + timedelta(days=0 if local.time() < SENT_AT else 1)
    return timezone.make_aware(datetime.combine(day, SENT_AT))


def choices(entry: Entry) -> dict[int, str]:
    """How people want mail about followed things after this entry, by person: a key of `Follow.MAILS`.

    Without a key they want it daily. What was chosen for the initiative comes before what was chosen for
    all, except that who wants no such mail at all gets none. Two queries.
    """
    told = Q(person__notices__entry=entry, person__notices__kind=FOLLOW)
    # On the notices, because PostgreSQL takes at most 65,535 values and more people may follow.
    chosen: dict[int, str] = {}
    general = Preference.objects.filter(told).values_list("person", "follow_mail", "digest")
    own = Follow.objects.filter(told, kind=Follow.INITIATIVE, target=entry.thread).exclude(mail="")
    for person, wants_mail, is_daily in general:
        chosen[person] = (Follow.DAILY if is_daily else Follow.AT_ONCE) if wants_mail else Follow.NEVER
    for person, mail in own.values_list("person", "mail"):
        if chosen.get(person) != Follow.NEVER:
            chosen[person] = mail
    return chosen


def delivery_of(notice: Notice, message_id: str, choice: str, at: datetime) -> Delivery | None:
    """The mail of a notice about something followed, as this person chose it; None for no mail."""
    if choice == Follow.NEVER:
        return None
    if choice == Follow.AT_ONCE:
        return Delivery(notice=notice, message_id=message_id, due_at=at)
    channel, due_at = Delivery.DIGEST, next_digest(at)
    return Delivery(notice=notice, message_id=message_id, channel=channel, due_at=due_at)


def batch(delivery: Delivery) -> QuerySet[Delivery]:
    """The deliveries that are one mail with this one and are not done yet, in order."""
    rows = Delivery.objects.filter(state__in=[QUEUED, SENDING])
    if delivery.channel != Delivery.DIGEST:
        return rows.filter(pk=delivery.pk)
    same = {"channel": Delivery.DIGEST, "due_at": delivery.due_at}
    return rows.filter(notice__person=delivery.notice.person_id, **same).order_by("pk")


def leads(delivery: Delivery) -> bool:
    """Whether this is the first of its mail: only who claims the first sends it, with all others. One query.

    A mail of one notice is its own first, without a query.
    """
    if delivery.channel != Delivery.DIGEST:
        return True
    return batch(delivery).values_list("pk", flat=True).first() == delivery.pk
