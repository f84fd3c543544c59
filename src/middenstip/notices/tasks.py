"""The worker tasks for notices."""

from __future__ import annotations

from django_tasks import task

from middenstip.domain.budgeting import tasks as budgeting
from middenstip.domain.deliberation.tasks import count_due
from middenstip.domain.files.tasks import settle_files
from middenstip.domain.initiatives.tasks import learn_words
from middenstip.domain.intake.tasks import ring_bells as ring_cases
from middenstip.domain.matching import tasks as matching
from middenstip.domain.rooms import SEARCHED
from middenstip.domain.signals.tasks import ring_bells as ring_signals
from middenstip.journal import erased
from middenstip.journeys import hand_over_seat, leave
from middenstip.kernel import clock, tally
from middenstip.notices import terms
from middenstip.notices.daily import DAILY, TERMS
from middenstip.notices.invitations import send_invitations
from middenstip.notices.reader import read_new
from middenstip.notices.reporters import write_reporters
from middenstip.notices.sender import send_urgent, send_waiting
from middenstip.notices.steps import each_step


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
        if step.is_away:
            return
        for act in DAILY:
            with step:
                act(clock.now())
        past = terms.believed(clock.now())
        for end in TERMS:
            with step:
                end(past)
