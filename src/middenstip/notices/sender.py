"""Brings waiting mail round: claim, send outside any transaction, mark as sent."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F, Q

from middenstip.kernel import clock
from middenstip.notices.mail import message_for
from middenstip.notices.models import DROPPED, FAILED, FOLLOW, QUEUED, SENDING, SENT, Delivery, Preference

STALE = timedelta(minutes=10)  # whoever claimed it has been killed
MOST_TRIES = 7  # 1, 4, 16, 64, 256 and 1024 minutes apart: almost a day
AT_ONCE = 200

log = logging.getLogger(__name__)


def send_waiting(now: Callable[[], datetime] = clock.now) -> int:
    """Send what waits; returns how many mails went out.

    The clock is read per mail: a slow mail server must not make our own claims stale. Killed between
    sending and marking, a mail goes out again with the same Message-ID, so mail programs can see that it
    is the same one. That is the best there is: no mail server takes part in a transaction.
    """
    waiting = list(
        Delivery.objects.filter(_ready(now())).order_by("pk").values_list("pk", flat=True)[:AT_ONCE]
    )
    if not waiting:
        return 0
    connection = get_connection()
    try:
        return sum(_send(pk, connection, now) for pk in waiting)
    finally:
        connection.close()


def _ready(at: datetime) -> Q:
    return Q(state=QUEUED, due_at__lte=at) | Q(state=SENDING, claimed_at__lt=at - STALE)


def claim(pk: int, at: datetime) -> bool:
    """Whether this delivery is now ours: the database lets one sender win."""
    mine = Delivery.objects.filter(_ready(at), pk=pk)
    return mine.update(state=SENDING, claimed_at=at, tries=F("tries") + 1) == 1


def _send(pk: int, connection: BaseEmailBackend, now: Callable[[], datetime]) -> bool:
    claimed_at = now()
    if not claim(pk, claimed_at):
        return False
    delivery = Delivery.objects.select_related("notice__person").filter(pk=pk).first()
    if delivery is None:  # erased a moment ago
        return False
    if reason := _unwanted(delivery):
        _mark(delivery, state=DROPPED, last_error=reason)
        return False
    try:
        connection.send_messages([message_for(delivery)])
    except Exception as error:  # noqa: BLE001 - one letter must not stop the others; it is tried again
        connection.close()
        log.warning("mail %s was not sent: %s", delivery.message_id, _word(error))
        _try_later(delivery, now(), _word(error))
        return False
    _mark(delivery, state=SENT, sent_at=now(), last_error="")
    return True


def _unwanted(delivery: Delivery) -> str:
    """Why this mail need not go any more, or ""."""
    notice = delivery.notice
    if not notice.person.email or notice.person.erased_at:
        return "geen adres meer"
    if not notice.person.is_active:
        return "deur op slot"
    is_off = Preference.objects.filter(person=notice.person, follow_mail=False)
    return "afgemeld" if notice.kind == FOLLOW and is_off.exists() else ""


def _try_later(delivery: Delivery, at: datetime, error: str) -> None:
    if delivery.tries >= MOST_TRIES:
        _mark(delivery, state=FAILED, last_error=error)
    else:
        later = at + timedelta(minutes=4 ** (delivery.tries - 1))
        _mark(delivery, state=QUEUED, due_at=later, last_error=error)


def _mark(delivery: Delivery, **values: object) -> None:
    """Change it only while the claim is still ours."""
    Delivery.objects.filter(pk=delivery.pk, state=SENDING, claimed_at=delivery.claimed_at).update(**values)


def _word(error: Exception) -> str:
    """The kind of error and its code; never its text, which may hold somebody's address."""
    code = getattr(error, "smtp_code", "")
    return f"{type(error).__name__} {code}".strip()[:120]
