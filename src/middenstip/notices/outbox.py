"""Mails that somebody waits for now, such as a code: they leave before all other mail.

A request only writes the mail down, because a mail server that hangs must not hold the request. The worker
sends it within a second. A row is deleted as soon as its mail is sent, or when its moment is over.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F, Q

from middenstip.kernel import clock
from middenstip.kernel.write import write
from middenstip.notices.line import Line
from middenstip.notices.models import UrgentMail

STALE = timedelta(minutes=2)  # after this the process that claimed it is assumed dead
FIRST_WAIT = timedelta(
    seconds=5
)  # then three times as long each time; greylisting lets a mail in after minutes
VALID = timedelta(minutes=15)

log = logging.getLogger(__name__)


def post(message: EmailMessage, at: datetime) -> None:
    """Leave this mail for the worker. Where no server can hang (files, tests), it is sent at once."""
    _keep(message, at)
    if not settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"):
        line = Line()
        send_urgent(line, lambda: at)
        line.hang_up()


@write
def _keep(message: EmailMessage, at: datetime) -> None:
    headers = message.extra_headers
    for to in message.to:
        UrgentMail(
            to=to,
            subject=str(message.subject),
            text=str(message.body),
            message_id=headers["Message-ID"],
            due_at=at,
            until=at + VALID,
        ).store()


def is_waiting(at: datetime) -> bool:
    """Whether a mail could leave now. One query."""
    return UrgentMail.objects.filter(_ready(at)).exists()


def send_urgent(line: Line, now: Callable[[], datetime] = clock.now) -> int:
    """Send what waits here, oldest first; returns how many."""
    over = UrgentMail.objects.filter(until__lte=now())
    if over.exists():  # deleting nothing would wait for who writes, in every round
        over.delete()
    keys = list(UrgentMail.objects.filter(_ready(now())).order_by("pk").values_list("pk", flat=True))
    return sum(_send(pk, line, now) for pk in keys if not line.is_down)


def _ready(at: datetime) -> Q:
    return Q(due_at__lte=at, until__gt=at) & (Q(claimed_at=None) | Q(claimed_at__lt=at - STALE))


def _send(pk: int, line: Line, now: Callable[[], datetime]) -> bool:
    at = now()
    waiting = UrgentMail.objects.filter(_ready(at), pk=pk)
    if waiting.update(claimed_at=at, tries=F("tries") + 1) != 1:
        return False
    mail = UrgentMail.objects.filter(pk=pk).first()
    if mail is None:
        return False
    headers = {"Message-ID": mail.message_id, "Auto-Submitted": "auto-generated"}  # RFC 3834
    answer = line.send(EmailMessage(mail.subject, mail.text, to=[mail.to], headers=headers))
    if answer.end == "later":
        log.warning("mail %s was not sent: %s", mail.message_id, answer.word)
        later = now() + FIRST_WAIT * 3 ** (mail.tries - 1)
        UrgentMail.objects.filter(pk=pk, claimed_at=at).update(claimed_at=None, due_at=later)
        return False
    UrgentMail.objects.filter(pk=pk).delete()
    if answer.end != "sent":
        log.warning("mail %s cannot be delivered: %s", mail.message_id, answer.word)
    return answer.end == "sent"
