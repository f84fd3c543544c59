"""Sends waiting mail: claim, send outside any transaction, mark as sent."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Event

from django.db.models import F, Q

from middenstip.kernel import clock
from middenstip.notices import bounces, outbox
from middenstip.notices.digest import batch, leads
from middenstip.notices.line import Line
from middenstip.notices.mail import digest_for, message_for
from middenstip.notices.models import (
    BOUNCED,
    DROPPED,
    FAILED,
    FOLLOW,
    MOST_TRIES,
    QUEUED,
    SENDING,
    SENT,
    Delivery,
    Preference,
)

STALE = timedelta(minutes=10)  # after this the sender that claimed it is assumed dead
AT_ONCE = 200
stopping = Event()  # set: finish the mail in hand, and send no other

log = logging.getLogger(__name__)


def send_waiting(now: Callable[[], datetime] = clock.now) -> int:
    """Send the waiting mail; returns how many mails were sent.

    The clock is read per mail, so that a slow mail server does not make our own claims stale. A process
    killed between sending and marking sends the mail again with the same Message-ID, so mail programs can
    recognise it. No mail server takes part in a transaction, so this cannot be prevented.
    """
    line = Line()
    try:
        return _send_round(line, now)
    finally:
        line.hang_up()


def send_urgent(now: Callable[[], datetime] = clock.now) -> int:
    """Send the codes that wait, before anything else of a round; returns how many."""
    line = Line()
    try:
        return outbox.send_urgent(line, now)
    finally:
        line.hang_up()


def _send_round(line: Line, now: Callable[[], datetime]) -> int:
    """Codes first, also those that are asked for during the round."""
    sent = outbox.send_urgent(line, now)
    waiting = Delivery.objects.filter(_ready(now())).order_by("due_at", "pk")
    for pk in list(waiting.values_list("pk", flat=True)[:AT_ONCE]):
        if line.is_down or stopping.is_set():
            break
        sent += _send(pk, line, now)
        if outbox.is_waiting(now()):
            sent += outbox.send_urgent(line, now)
    return sent


def _ready(at: datetime) -> Q:
    return Q(state=QUEUED, due_at__lte=at) | Q(state=SENDING, claimed_at__lt=at - STALE)


def claim(pk: int, at: datetime) -> bool:
    """Whether this process got the delivery: the database lets only one sender claim it."""
    mine = Delivery.objects.filter(_ready(at), pk=pk)
    return mine.update(state=SENDING, claimed_at=at, tries=F("tries") + 1) == 1


def _send(pk: int, line: Line, now: Callable[[], datetime]) -> bool:
    claimed_at = now()
    delivery = (
        Delivery.objects.select_related(
            "notice__person__pending_address", "notice__person__bounce", "notice__entry"
        )
        .filter(pk=pk)
        .first()
    )
    if delivery is None or not leads(delivery) or not claim(pk, claimed_at):
        return False  # erased a moment ago, part of another mail, or claimed by another process
    delivery.claimed_at = claimed_at
    delivery.tries += 1
    others = batch(delivery).exclude(pk=pk) if delivery.channel == Delivery.DIGEST else None
    if others is not None:
        others.update(state=SENDING, claimed_at=claimed_at, tries=F("tries") + 1)
    if reason := _unwanted(delivery):
        _mark(delivery, state=DROPPED, last_error=reason)
        return False
    more = [one.notice for one in others.select_related("notice__entry")] if others is not None else []
    answer = line.send(digest_for(delivery, more) if more else message_for(delivery))
    if answer.end == "sent":
        _mark(delivery, state=SENT, sent_at=now(), last_error="")
        return True
    log.warning("mail %s was not sent: %s", delivery.message_id, answer.word)
    if answer.end == "later":
        _try_later(delivery, now(), answer.word)
    else:
        is_bounce = answer.end == "returned"
        _mark(delivery, state=BOUNCED if is_bounce else FAILED, last_error=answer.word)
        if is_bounce:
            bounces.note(person=delivery.notice.person, status=answer.word.split()[-1], at=now())
    return False


def _unwanted(delivery: Delivery) -> str:
    """Why this mail need not be sent any more, or ""."""
    notice = delivery.notice
    if not notice.person.mailbox:
        return "geen adres meer"
    if not notice.person.is_active:
        return "deur op slot"
    if bounces.returns_mail(notice.person):
        return "post kwam terug"
    is_off = Preference.objects.filter(person=notice.person, follow_mail=False)
    return "afgemeld" if notice.kind == FOLLOW and is_off.exists() else ""


def _try_later(delivery: Delivery, at: datetime, error: str) -> None:
    if delivery.tries >= MOST_TRIES:
        _mark(delivery, state=FAILED, last_error=error)
    else:
        later = at + timedelta(minutes=4 ** (delivery.tries - 1))
        _mark(delivery, state=QUEUED, due_at=later, last_error=error)


def _mark(delivery: Delivery, **values: object) -> None:
    """Update it, with what is in the same mail, only while our claim is still valid."""
    batch(delivery).order_by().filter(state=SENDING, claimed_at=delivery.claimed_at).update(**values)
