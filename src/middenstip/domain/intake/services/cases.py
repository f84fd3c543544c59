"""Opening, taking and handing over a case, and the notes of its talks."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import facts, rules
from middenstip.domain.intake.lifecycle import CASE, IN_HAND
from middenstip.domain.intake.models import Case, Note
from middenstip.domain.intake.services.people import NO_COLLEAGUE, has_colleague, holds, organisation_of
from middenstip.domain.intake.services.record import fresh, record_about
from middenstip.domain.parties import lifecycle
from middenstip.domain.parties.lifecycle import USUAL_DAYS
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.rules import HANDLER
from middenstip.domain.parties.selectors import term_days, working
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require, said
from middenstip.kernel.write import write


@write
def open_case(*, by: Actor, initiative: Initiative, at: datetime) -> Case:
    """Open the one case of an initiative that was submitted."""
    case = Case(initiative=initiative, municipality=initiative.municipality, opened_at=at, moved_at=at)
    case.start_term(timezone.localdate(at), USUAL_DAYS[lifecycle.CASE])
    case.store()
    record_about(facts.CaseOpened, case, by, at)
    return case


@write
def hold_case(*, initiative: Initiative) -> Case | None:
    """The case of an initiative, locked: steps that end the initiative wait for steps that start its work."""
    return Case.objects.select_for_update(of=("self",)).filter(initiative=initiative).first()


@write
def take_case(*, by: Actor, case: Case, at: datetime) -> Case:
    """A handler takes a case without a handler, or whose handler left the seat or lost the role.

    A second handler is refused with the seat of the first; a new handler confirms the start again.
    """
    require(rules.may_take(by, case))
    case = fresh(case)
    before = case.handler
    if before and working(HANDLER, timezone.localdate(at)).filter(seat=before).exists():
        raise NotNow(said("Deze zaak is al aangenomen door %(seat)s.", seat=before.label))
    case.state = CASE.after(case.state, "hand_over" if before else "take")
    if case.state == IN_HAND:
        case.handler_confirmed_at = None
    case.handler = Seat.objects.select_related("side").get(pk=by.seat_id)
    case.moved_at, case.taken_at = at, case.taken_at or at
    _own_term(case, at)
    case.store("state", "handler", "handler_confirmed_at", "taken_at", "moved_at", *Case.TERM)
    record_about(facts.CaseTaken, case, by, at, seat=by.seat_public_id, is_over=before is not None)
    return case


@write
def hand_over_case(*, by: Actor, case: Case, to: Seat, at: datetime) -> Case:
    """The handler hands the case to another seat, which must confirm the start statement itself."""
    case = fresh(case)
    require(rules.may_handle(by, case))
    case.state = CASE.after(case.state, "hand_over")
    if to.pk == by.seat_id:
        raise Invalid({"to": "De zaak is al van jou."})
    if not holds(HANDLER, to, case, at):
        no_handler = "Bij deze balie is %(seat)s geen behandelaar. Kies een ander."
        raise Invalid({"to": said(no_handler, seat=to.label)})
    if not has_colleague(to, case, at):
        raise Invalid({"to": NO_COLLEAGUE})
    case.handler, case.moved_at = to, at
    if case.state == IN_HAND:
        case.handler_confirmed_at = None
    case.store("state", "handler", "handler_confirmed_at", "moved_at")
    record_about(facts.CaseHandedOver, case, by, at, seat=to.public_id)
    return case


@write
@once(lambda public_id: None)
def write_note(
    *,
    by: Actor,
    case: Case,
    text: str,
    next_step: str = "",
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> None:
    """The handler writes an intake note and the next step."""
    case = fresh(case)
    require(rules.may_handle(by, case))
    case.state = CASE.after(case.state, "note")
    text = typed.text(text)
    if not text:
        raise Invalid({"text": "Schrijf op wat jullie bespraken."})
    Note(case=case, seat_id=by.seat_id, text=text, at=at).store()
    case.next_step, case.moved_at = typed.name("next_step", next_step) or case.next_step, at
    case.store("state", "next_step", "moved_at")
    record_about(facts.NoteWritten, case, by, at)


def _own_term(case: Case, at: datetime) -> None:
    """The organisation of the handler may have another term, counted from the day the idea came in."""
    days = term_days(lifecycle.CASE, organisation_of(case))
    if days != USUAL_DAYS[lifecycle.CASE] and not case.decided_at:
        case.start_term(timezone.localdate(case.opened_at), days)
