"""The worker task of this room: close a vote after its last day, and count what closed."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from middenstip.domain.budgeting import method, services
from middenstip.domain.budgeting.lifecycle import VOTING
from middenstip.domain.budgeting.models import Budget
from middenstip.domain.budgeting.selectors import ballots_of, on_ballot, paper_waiting, to_count


def close_past(at: datetime) -> int:
    """Close the votes of which the last day has passed; returns how many."""
    past = Budget.objects.filter(state=VOTING, closes_on__lt=timezone.localdate(at)).select_related("area")
    return sum(services.close_due(budget=budget, at=at) for budget in past)


def count_closed(at: datetime) -> int:
    """Count every budget that closed; returns how many. Counting twice stores it once.

    A paper ballot that waits for its second typist keeps its budget waiting. The count itself runs outside
    the transaction: after closing the ballots no longer change.
    """
    done = 0
    for budget in to_count():
        if not paper_waiting(budget):
            counted = method.count_budget(budget, on_ballot(budget), ballots_of(budget))
            done += services.keep_outcome(budget=budget, counted=counted, at=at)
    return done
