"""The daily job: rings the bells of cases of which the last day comes near or has passed."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from middenstip.domain.initiatives.rules import area_codes
from middenstip.domain.intake import facts
from middenstip.domain.intake.models import Case
from middenstip.domain.intake.selectors.terms import AT_ONCE, cases_to_ring
from middenstip.domain.intake.services.record import fresh
from middenstip.domain.intake.turns import waits_for_desk
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import manager_above
from middenstip.journal.record import record
from middenstip.kernel.term import REMINDERS
from middenstip.kernel.write import write

Managers = dict[tuple[str, ...], tuple[Seat | None, bool]]


def ring_cases(*, at: datetime) -> int:
    """Ring every bell of today and earlier; returns the number of cases. Safe to run twice, and to stop.

    Each case is one transaction: it is rung and gets the day of its next bell, or neither.
    """
    today, number = timezone.localdate(at), 0
    managers: Managers = {}
    while waiting := cases_to_ring(today, AT_ONCE):
        for case in waiting:
            ring_case(case=case, managers=managers, at=at)
        number += len(waiting)
    return number


@write
def ring_case(*, case: Case, managers: Managers, at: datetime) -> None:
    """Ring the bells of one case that are due. Nothing rings for a case that waits for nobody at the desk."""
    case, today = fresh(case), timezone.localdate(at)
    if not waits_for_desk(case):
        case.end_term()
        case.store("bell_on")
        return
    due = case.due_on.isoformat() if case.due_on else ""
    about = {"subject": case.public_id, "thread": case.initiative.public_id, **case.initiative.area.where}
    for bell in case.ring(today):
        if bell in REMINDERS:
            record(facts.CaseReminded(**about, bell=bell, due=due), by=None, at=at)
            continue
        manager, is_up = _manager(case, managers, today)
        named = manager.public_id if manager else ""
        told = facts.CaseEscalated(**about, bell=bell, due=due, seat=named, is_up=is_up)
        record(told, by=None, at=at)
    case.store("bell_on")


def _manager(case: Case, known: Managers, today: date) -> tuple[Seat | None, bool]:
    """The manager who is told, looked up once for each place."""
    codes = tuple(area_codes(case.initiative))
    if codes not in known:
        known[codes] = manager_above(list(codes), today)
    return known[codes]
