"""The worker tasks of this room: keep the search index, and notice questions that nobody answers."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from middenstip.domain.questions import method, services
from middenstip.domain.questions.face import SEARCHED
from middenstip.domain.questions.lifecycle import OPEN, RAISED_AFTER, TOLD_AFTER
from middenstip.domain.questions.models import Question
from middenstip.journal import readers
from middenstip.journal.models import Entry
from middenstip.kernel.term import working_days_ago
from middenstip.kernel.verdict import NotNow
from middenstip.kernel.write import write

READER, TELLING = SEARCHED.reader, SEARCHED.kinds


def learn_words() -> int:
    """Index the questions that changed since the last run; returns how many."""
    return readers.hand_over(READER, _learn, TELLING)


def mend_words() -> int:
    """Add what the index lacks and remove what nobody may read; returns how many questions that were."""
    known = method.known()
    public = set(Question.objects.public().values_list("pk", flat=True))
    for pk in sorted(known ^ public):
        with suppress(NotNow):  # another worker did it already
            _settle(pk)
    return len(known ^ public)


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


@write
def _learn(entry: Entry) -> int:
    """Handle one fact and mark it as handled, in one transaction."""
    if not readers.done(READER, entry):
        return 0
    pk = Question.objects.filter(public_id=entry.subject).values_list("pk", flat=True).first()
    if pk is None:
        return 0
    _settle(pk)
    return 1


@write
def _settle(pk: int) -> None:
    question = Question.objects.public().filter(pk=pk).first()
    if question:
        method.keep(question)
    else:
        method.forget(pk)


def _before(at: datetime, days: int) -> datetime:
    """The first moment that is too late for a question to have waited `days` working days."""
    day = working_days_ago(timezone.localdate(at), days) + timedelta(days=1)
    return timezone.make_aware(datetime.combine(day, time()))
