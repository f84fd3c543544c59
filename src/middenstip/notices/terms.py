"""What was kept long enough is deleted, once a day and in small parts, so that nobody waits for it.

docs/beheer/groei.md lists everything that grows, with its term and the job that ends it.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.admin.models import LogEntry
from django.db.models import Q, QuerySet

from middenstip.kernel.write import write
from middenstip.notices.models import BOUNCED, DROPPED, FAILED, SENT, Delivery, Notice, Pulse

NOTICES = timedelta(days=730)
DELIVERIES = timedelta(days=90)  # a mail that comes back does so within days
TECHNICAL = timedelta(days=730)  # who changed what in the technical administration
ENDED = (SENT, FAILED, DROPPED, BOUNCED)
AT_ONCE = 1000  # rows in one transaction
MOST = 200  # parts on one day: the rest waits for tomorrow
JUMP = timedelta(days=2)


@write
def believed(at: datetime) -> datetime:
    """The moment up to which terms may end: `at`, but at most two days after the last time.

    A clock that is wrong for a round, months ahead, then deletes nothing that was not almost due. Once it is
    right again, or has stood there for a day, it is believed.
    """
    last = Pulse.objects.filter(pk=1).values_list("looked_over_at", flat=True).first()
    Pulse.objects.update_or_create(
        pk=1, defaults={"looked_over_at": at}, create_defaults={"at": at, "looked_over_at": at}
    )
    return min(at, last + JUMP) if last else at


def end_terms(at: datetime) -> int:
    """Delete old notices, what is known of mail that ended, and old lines of administrators; how many."""
    ended = Delivery.objects.filter(state__in=ENDED)
    moment = Q(sent_at__lt=at - DELIVERIES) | Q(sent_at=None, due_at__lt=at - DELIVERIES)
    return (
        _in_parts(ended.filter(moment))
        + _in_parts(Notice.objects.filter(created_at__lt=at - NOTICES))
        + _in_parts(LogEntry.objects.filter(action_time__lt=at - TECHNICAL))
    )


def _in_parts(rows: QuerySet) -> int:  # type: ignore[type-arg]
    gone = 0
    for _ in range(MOST):
        keys = list(rows.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
        if not keys:
            break
        gone += _delete(rows.model._default_manager.filter(pk__in=keys))
    return gone


@write
def _delete(rows: QuerySet) -> int:  # type: ignore[type-arg]
    return rows.delete()[0]
