"""The worker tasks for notices."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.db.models import Q
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from middenstip.domain.budgeting import tasks as budgeting
from middenstip.domain.deliberation.tasks import count_due
from middenstip.domain.files.tasks import settle_files, sweep_files
from middenstip.domain.gatherings import tasks as gatherings
from middenstip.domain.goals.tasks import lapse
from middenstip.domain.initiatives.tasks import learn_words, mend_words
from middenstip.domain.intake.tasks import ring_bells as ring_cases
from middenstip.domain.labs import tasks as labs
from middenstip.domain.matching import tasks as matching
from middenstip.domain.matching.face import SUGGESTED_ON, SUGGESTER
from middenstip.domain.moderation.tasks import end_terms
from middenstip.domain.parties.tasks import forget_pending
from middenstip.domain.podium import tasks as podium
from middenstip.domain.projects.tasks import watch_projects
from middenstip.domain.questions import tasks as questions
from middenstip.domain.rooms import ROOMS, SEARCHED, holders
from middenstip.domain.signals.tasks import ring_bells as ring_signals
from middenstip.journal import erased, readers
from middenstip.journeys import (
    follow_up_gathering,
    hand_over_seat,
    leave,
    moderate_text,
    move_along,
    withdraw_photo,
)
from middenstip.kernel import clock, once, tally
from middenstip.notices import terms
from middenstip.notices.invitations import send_invitations
from middenstip.notices.models import FAILED, QUEUED, SENDING, Delivery, Notice
from middenstip.notices.reader import READER, read_new
from middenstip.notices.reporters import write_reporters
from middenstip.notices.sender import send_urgent, send_waiting
from middenstip.notices.steps import each_step

STUCK = timedelta(hours=24)
TASKS_KEPT = timedelta(days=1)

log = logging.getLogger(__name__)


def bring_round() -> tuple[int, int]:
    """One round: handle new journal entries, send waiting mail; returns (notices, mails).

    People who left are handled first, so that others are told about it in the same round. When one step
    breaks, the others are still done, and then its error is raised. Photos come last: resizing one
    takes longer than sending a mail.
    """
    at = clock.now()
    notices, mails = 0, 0
    with each_step() as step:
        with step:
            send_urgent()
        with step:
            erased.keep_list()
        with step:
            leave.clear_up(at=at)
        with step:
            learn_words()
        with step:
            matching.learn_words(SEARCHED)
        with step:
            matching.suggest(at)
        with step:
            count_due(at)
        with step:
            notices = read_new(at)
        with step:
            mails = send_waiting() + send_invitations()
        with step:
            write_reporters(at)
        with step:
            settle_files(at)
        with step:
            budgeting.count_closed(at)  # last: a large count takes seconds
        with step:
            tally.prune(at)  # a row per network and minute
    return notices, mails


@task()
def deliver_post() -> None:
    """Handle new journal entries and send the mail."""
    bring_round()


@task()
def reconcile() -> None:
    """Daily check that everything was read and sent; also deletes data that is no longer needed."""
    with each_step() as step:
        with step:
            ring_cases(clock.now())
        with step:
            ring_signals(clock.now())
        with step:
            hand_over_seat.ring(at=clock.now())
        with step:
            bring_round()
        with step:
            _look_over(clock.now())


def _look_over(at: datetime) -> None:
    _check(at)
    gatherings.look_over(at)
    labs.look_over(at)
    podium.look_over(at)
    follow_up_gathering.measure(at)
    withdraw_photo.lapse(at)
    past = terms.believed(at)
    once.prune(past)
    tally.prune(past)
    DBTaskResult.objects.filter(finished_at__lt=past - TASKS_KEPT).delete()
    Session.objects.filter(expire_date__lt=past).delete()  # nobody else does
    forget_pending(past)
    sweep_files(past, holders().values())
    lapse(at=past)
    questions.notice_silence(past)
    matching.tend(past)
    budgeting.close_past(past)
    watch_projects(past)
    end_terms(past)
    moderate_text.drop_removed(past)
    move_along.settle()
    terms.end_terms(past)


def _check(at: datetime) -> None:
    """Say what was not read or sent, and mend what the readers know."""
    unread, stuck = len(readers.unread(READER)), stuck_deliveries(at)
    if unread or stuck:
        log.error("post: %s entries unread, %s mails stuck or failed", unread, stuck)
    Notice.objects.filter(person__erased_at__isnull=False).delete()  # written during an erasure
    if mended := mend_words() + matching.mend_words(SEARCHED):
        log.warning("search: %s texts were not as they should be", mended)
    indexes = [(one.reader, one.kinds) for room in ROOMS for one in room.searched if one.reader]
    indexes.append((SUGGESTER, SUGGESTED_ON))
    for reader, kinds in ((READER, ()), (leave.READER, leave.GOING), (erased.READER, erased.KINDS), *indexes):
        readers.settle(reader, at, kinds)


def stuck_deliveries(at: datetime) -> int:
    """The number of mails that failed for good since yesterday, or wait longer than a day."""
    late = Q(notice__created_at__lt=at - STUCK) & (Q(channel=Delivery.MAIL) | Q(due_at__lt=at - STUCK))
    waiting = Delivery.objects.filter(late, state__in=[QUEUED, SENDING])
    failed = Delivery.objects.filter(state=FAILED, claimed_at__gte=at - STUCK)  # told once, not every day
    return failed.count() + waiting.count()
