"""The answer of the desk, the search that may follow, and the end of a case."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from middenstip.domain.initiatives.rules import is_initiator
from middenstip.domain.intake import facts, rules
from middenstip.domain.intake.lifecycle import CASE, NO_BOX, OUTCOMES, STOP
from middenstip.domain.intake.models import Case, CasePhone
from middenstip.domain.intake.services.actions import drop_open
from middenstip.domain.intake.services.people import NO_COLLEAGUE, has_colleague, holds, organisation_of
from middenstip.domain.intake.services.record import drop_referral, fresh, record_about
from middenstip.domain.parties import lifecycle
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.rules import CONNECTOR
from middenstip.domain.parties.selectors import term_days, working
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.clock import is_past
from middenstip.kernel.verdict import Invalid, NotNow, require, said
from middenstip.kernel.write import write


@write
def decide_case(
    *,
    by: Actor,
    case: Case,
    outcome: str,
    answer: str,
    connector: Seat | None = None,
    missing: str = "",
    at: datetime,
) -> Case:
    """The handler gives the outcome with an answer in words. `no_box` is never a no: a verbinder then
    looks for a way. The journey names that verbinder on the initiative."""
    case = fresh(case)
    require(rules.may_handle(by, case))
    case.state = CASE.after(case.state, "decide")
    answer = typed.text(answer)
    errors: dict[str, str] = {}
    if outcome not in OUTCOMES or outcome == STOP:
        errors["outcome"] = "Kies een uitslag."
    if not answer:
        errors["answer"] = "Schrijf je antwoord aan de initiatiefnemer."
    if outcome == NO_BOX and connector is None:
        errors["connector"] = "Kies wie de weg zoekt. Past het in geen hokje, dan is dat geen nee."
    elif outcome == NO_BOX and connector and not holds(CONNECTOR, connector, case, at):
        no_connector = "Bij deze balie is %(seat)s geen verbinder. Kies een ander."
        errors["connector"] = said(no_connector, seat=connector.label)
    elif outcome == NO_BOX and connector and not has_colleague(connector, case, at):
        errors["connector"] = NO_COLLEAGUE
    if errors:
        raise Invalid(errors)
    case.outcome, case.answer, case.decided_at, case.moved_at = outcome, answer, at, at
    case.was_in_time = not is_past(case.due_on, timezone.localdate(at))
    case.end_term()
    if outcome == NO_BOX:
        case.missing = typed.text(missing)
        case.start_term(timezone.localdate(at), term_days(lifecycle.NO_BOX, organisation_of(case)))
    case.store("state", "outcome", "answer", "decided_at", "moved_at", "was_in_time", "missing", *Case.TERM)
    drop_referral(case)
    named = connector.public_id if connector and outcome == NO_BOX else ""
    record_about(facts.CaseDecided, case, by, at, outcome=outcome, broker=named)
    return case


@write
def start_search(*, by: Actor, case: Case, at: datetime) -> Case:
    """Another verbinder continues the search, when the named one left the seat or lost the role."""
    require(rules.may_take_search(by, case))
    case = fresh(case)
    case.state = CASE.after(case.state, "take_search")
    before = case.initiative.connector
    if before is None:
        raise NotNow("Hier hoeft niemand de weg te zoeken.")
    if working(CONNECTOR, timezone.localdate(at)).filter(seat=before).exists():
        raise NotNow(said("De weg zoekt %(seat)s al.", seat=before.label))
    case.moved_at = at
    case.store("state", "moved_at")
    record_about(facts.SearchTaken, case, by, at, seat=by.seat_public_id)
    return case


@write
def stop_case(*, by: Actor, case: Case, at: datetime) -> Case:
    """The initiative stops, and with it the case and its open actions."""
    case = fresh(case)
    require(rules.may_stop(by, case))
    case.state = CASE.after(case.state, "stop")
    if is_initiator(by.person_id, case.initiative):  # else the desk closes it for an initiator who was erased
        case.outcome = case.outcome or STOP
    case.moved_at = at
    case.end_term()
    case.store("state", "outcome", "moved_at", *Case.TERM)
    drop_referral(case)
    record_about(facts.CaseStopped, case, by, at)
    CasePhone.objects.filter(case=case).delete()
    drop_open(by, case, at)
    return case
