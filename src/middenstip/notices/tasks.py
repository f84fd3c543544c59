"""What the worker does for the post."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from middenstip.domain.initiatives.tasks import READER as SEARCH
from middenstip.domain.initiatives.tasks import TELLING, learn_words, mend_words
from middenstip.journal import readers
from middenstip.journeys import leave
from middenstip.journeys.forget_strangers import forget_strangers
from middenstip.kernel import clock, once
from middenstip.notices.models import FAILED, QUEUED, SENDING, Delivery, Notice
from middenstip.notices.reader import READER, read_new
from middenstip.notices.sender import send_waiting

STUCK = timedelta(hours=24)
TASKS_KEPT = timedelta(days=1)

log = logging.getLogger(__name__)


def bring_round() -> tuple[int, int]:
    """One round: read what is new in the journal, send what waits; returns (notices, mails).

    First who left: whoever waited for them hears so in the same round.
    """
    at = clock.now()
    leave.clear_up(at=at)
    learn_words()
    return read_new(at), send_waiting()


@task()
def deliver_post() -> None:
    """Read what is new in the journal and bring it round."""
    bring_round()


@task()
def reconcile() -> None:
    """Once a day: is everything read and sent? And throw away what is no longer needed."""
    at = clock.now()
    bring_round()
    unread, stuck = len(readers.unread(READER)), stuck_deliveries(at)
    if unread or stuck:
        log.error("post: %s entries unread, %s mails stuck or failed", unread, stuck)
    Notice.objects.filter(person__erased_at__isnull=False).delete()  # written while somebody went
    if mended := mend_words():
        log.warning("search: %s texts were not as they should be", mended)
    for reader, kinds in ((READER, ()), (SEARCH, TELLING), (leave.READER, leave.GOING)):
        readers.settle(reader, at, kinds)
    once.prune(at)
    DBTaskResult.objects.filter(finished_at__lt=at - TASKS_KEPT).delete()
    Session.objects.filter(expire_date__lt=at).delete()  # nobody else does
    forget_strangers(at=at)


def stuck_deliveries(at: datetime) -> int:
    """Mails that failed for good, or wait longer than a day."""
    waiting = Delivery.objects.filter(state__in=[QUEUED, SENDING], notice__created_at__lt=at - STUCK)
    return Delivery.objects.filter(state=FAILED).count() + waiting.count()
