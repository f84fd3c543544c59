"""Both sides confirm how they begin."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.initiatives.rules import is_initiator
from middenstip.domain.intake import facts, rules
from middenstip.domain.intake.lifecycle import CASE
from middenstip.domain.intake.models import Case
from middenstip.domain.intake.services.record import fresh, record_about
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import require
from middenstip.kernel.write import write


@write
def confirm_start(*, by: Actor, case: Case, at: datetime) -> Case:
    """The initiator or handler confirms the start statement; when both have, the case starts."""
    case = fresh(case)
    require(rules.may_confirm(by, case))
    return _confirm(by, case, "initiator" if is_initiator(by.person_id, case.initiative) else "handler", at)


@write
def confirm_on_paper(*, by: Actor, case: Case, at: datetime) -> Case:
    """The handler records that an initiator without e-mail signed the start statement on paper."""
    case = fresh(case)
    require(rules.may_confirm_on_paper(by, case))
    return _confirm(by, case, "initiator", at)


def _confirm(by: Actor, case: Case, side: str, at: datetime) -> Case:
    case.state = CASE.after(case.state, "confirm")
    if getattr(case, f"{side}_confirmed_at"):
        return case
    setattr(case, f"{side}_confirmed_at", at)
    case.moved_at = at
    record_about(facts.StartConfirmed, case, by, at, side=side)
    if case.initiator_confirmed_at and case.handler_confirmed_at:
        case.state = CASE.after(case.state, "both_confirmed")
        record_about(facts.CaseStarted, case, by, at, with_half=_other_half(by, case))
    return case.store("state", "initiator_confirmed_at", "handler_confirmed_at", "moved_at")


def _other_half(by: Actor, case: Case) -> str:
    """The half of the first to confirm: the handler's, or that in which the idea was submitted."""
    if is_initiator(by.person_id, case.initiative):
        return case.handler.half if case.handler else ""
    return case.initiative.origin_half
