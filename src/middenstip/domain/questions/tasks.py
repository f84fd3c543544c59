"""The worker task of this room: notice questions that nobody answers."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from middenstip.domain.questions import services
from middenstip.domain.questions.lifecycle import OPEN, RAISED_AFTER, TOLD_AFTER
from middenstip.domain.questions.models import Question
from middenstip.kernel.term import working_days_ago


def notice_silence(at: datetime) -> int:
    """Tell the verbinder, and later everyone, about questions that wait too long; returns how many.

    Each is told once, however many workers there are. One query when none waits.
    """
    told, raised = (_before(at, days) for days in (TOLD_AFTER, RAISED_AFTER))
    silent = Q(told_at=None, asked_at__lt=told) | Q(raised_at=None, asked_at__lt=raised)
    waiting = Question.objects.filter(silent, state=OPEN, hidden__isnull=True)
    return sum(
        services.tell_silence(public_id=public_id, is_raised=asked_at < raised, at=at)
        for public_id, asked_at in waiting.order_by("pk").values_list("public_id", "asked_at")
    )


def _before(at: datetime, days: int) -> datetime:
    """The first moment that is too late for a question to have waited `days` working days."""
    day = working_days_ago(timezone.localdate(at), days) + timedelta(days=1)
    return timezone.make_aware(datetime.combine(day, time()))
