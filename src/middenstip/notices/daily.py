"""What the worker does once a day, as two tables: what is looked over, and what was kept long enough."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.db.models import Q
from django_tasks_db.models import DBTaskResult

from middenstip.domain.advice import tasks as advice
from middenstip.domain.budgeting import tasks as budgeting
from middenstip.domain.files.tasks import sweep_files
from middenstip.domain.gatherings import tasks as gatherings
from middenstip.domain.goals import tasks as goals
from middenstip.domain.goals.tasks import lapse
from middenstip.domain.initiatives.tasks import mend_words
from middenstip.domain.labs import tasks as labs
from middenstip.domain.matching import tasks as matching
from middenstip.domain.matching.face import SUGGESTED_ON, SUGGESTER
from middenstip.domain.moderation.tasks import end_terms
from middenstip.domain.parties.tasks import forget_pending
from middenstip.domain.podium import tasks as podium
from middenstip.domain.projects.tasks import watch_projects
from middenstip.domain.questions import tasks as questions
from middenstip.domain.rooms import ROOMS, SEARCHED, holders
from middenstip.journal import erased, readers
from middenstip.journeys import follow_up_gathering, leave, moderate_text, move_along, withdraw_photo
from middenstip.kernel import once, tally
from middenstip.notices import terms
from middenstip.notices.models import FAILED, QUEUED, SENDING, Delivery, Notice
from middenstip.notices.reader import READER

Job = Callable[[datetime], object]
STUCK = timedelta(hours=24)
TASKS_KEPT = timedelta(days=1)

log = logging.getLogger(__name__)


def stuck_deliveries(at: datetime) -> int:
    """The number of mails that failed for good since yesterday, or wait longer than a day."""
    late = Q(notice__created_at__lt=at - STUCK) & (Q(channel=Delivery.MAIL) | Q(due_at__lt=at - STUCK))
    waiting = Delivery.objects.filter(late, state__in=[QUEUED, SENDING])
    failed = Delivery.objects.filter(state=FAILED, claimed_at__gte=at - STUCK)  # told once, not every day
    return failed.count() + waiting.count()


def say_what_is_stuck(at: datetime) -> None:
    """Log what was not read or sent."""
    unread, stuck = len(readers.unread(READER)), stuck_deliveries(at)
    if unread or stuck:
        log.error("post: %s entries unread, %s mails stuck or failed", unread, stuck)


def mend_search(at: datetime) -> None:
    """Index again the texts whose words are not as they should be."""
    if mended := mend_words() + matching.mend_words(SEARCHED):
        log.warning("search: %s texts were not as they should be", mended)


def settle_readers(at: datetime) -> None:
    """Forget what each reader of the journal has read long ago."""
    indexes = [(one.reader, one.kinds) for room in ROOMS for one in room.searched if one.reader]
    indexes.append((SUGGESTER, SUGGESTED_ON))
    for reader, kinds in ((READER, ()), (leave.READER, leave.GOING), (erased.READER, erased.KINDS), *indexes):
        readers.settle(reader, at, kinds)


def forget_notices_of_the_erased(at: datetime) -> None:
    """Delete notices that were written while their reader was being erased."""
    Notice.objects.filter(person__erased_at__isnull=False).delete()


def forget_tasks(at: datetime) -> None:
    """Delete the results of finished tasks after a day."""
    DBTaskResult.objects.filter(finished_at__lt=at - TASKS_KEPT).delete()


def forget_sessions(at: datetime) -> None:
    """Delete sessions that ended: nobody else does."""
    Session.objects.filter(expire_date__lt=at).delete()


def forget_files(at: datetime) -> None:
    """Delete files that nothing holds any more."""
    sweep_files(at, holders().values())


def end_requests(at: datetime) -> None:
    """Requests for a chair, invitations and motions that waited too long lapse."""
    lapse(at=at)


def move_from_abolished(at: datetime) -> None:
    """Move what lies in an abolished gemeente to the one it went to."""
    move_along.settle()


DAILY: tuple[Job, ...] = (
    say_what_is_stuck,
    forget_notices_of_the_erased,
    mend_search,
    settle_readers,
    goals.look_over,
    gatherings.look_over,
    labs.look_over,
    podium.look_over,
    advice.look_over,
    follow_up_gathering.measure,
    move_from_abolished,
)
"""Done with the present moment, in this order."""

TERMS: tuple[Job, ...] = (
    once.prune,
    tally.prune,
    forget_tasks,
    forget_sessions,
    forget_pending,
    forget_files,
    end_requests,
    questions.notice_silence,
    matching.tend,
    budgeting.close_past,
    watch_projects,
    end_terms,
    moderate_text.drop_removed,
    withdraw_photo.lapse,
    labs.forget_ideas,
    terms.end_terms,
)
"""Done with the moment that is believed (`terms.believed`), in this order: they delete or end something."""
