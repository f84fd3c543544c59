"""Writes at the desk."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.rules import area_codes
from middenstip.domain.intake import facts, rules
from middenstip.domain.intake.lifecycle import ACTION, CASE, IN_HAND, NO_BOX, OUTCOMES, STOP
from middenstip.domain.intake.models import Action, Case, Note
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.rules import CONNECTOR, HANDLER
from middenstip.domain.parties.selectors import holds_role, sitting_in, working
from middenstip.journal.record import record
from middenstip.kernel.actor import Actor
from middenstip.kernel.ids import new_id
from middenstip.kernel.verdict import Invalid, NotNow, require, said
from middenstip.kernel.write import write

TO_COME = "Kies een dag die nog komt."
NO_COLLEAGUE = "In die zetel zit nu geen collega van je. Kies een ander."
CARRIED = "Iemand draagt deze actie al. Die geeft hem eerst terug."


@write
def open_case(*, by: Actor, initiative: Initiative, at: datetime) -> Case:
    """Every submitted initiative gets its one case."""
    case = Case(
        initiative=initiative, municipality=initiative.municipality, opened_at=at, moved_at=at
    ).store()
    _record(facts.CaseOpened, case, by, at)
    return case


@write
def hold_case(*, initiative: Initiative) -> Case | None:
    """The case of an initiative, locked: what ends the initiative and what begins for it take turns."""
    return Case.objects.select_for_update(of=("self",)).filter(initiative=initiative).first()


@write
def take_case(*, by: Actor, case: Case, at: datetime) -> Case:
    """A handler takes a case that is nobody's, or whose handler got up or lost the role.

    Who comes second hears who was first; who takes over confirms the start anew.
    """
    require(rules.may_take(by, case))
    case = _fresh(case)
    before = case.handler
    if before and working(HANDLER, timezone.localdate(at)).filter(seat=before).exists():
        raise NotNow(said("Deze zaak is al aangenomen door %(seat)s.", seat=before.label))
    case.state = CASE.after(case.state, "hand_over" if before else "take")
    if case.state == IN_HAND:
        case.handler_confirmed_at = None
    case.handler_id, case.moved_at, case.taken_at = by.seat, at, case.taken_at or at
    case.store("state", "handler", "handler_confirmed_at", "taken_at", "moved_at")
    _record(facts.CaseTaken, case, by, at, seat=by.seat_id, is_over=before is not None)
    return case


@write
def hand_over_case(*, by: Actor, case: Case, to: Seat, at: datetime) -> Case:
    """The handler hands the case to another seat, which confirms the start statement for itself."""
    case = _fresh(case)
    require(rules.may_handle(by, case))
    case.state = CASE.after(case.state, "hand_over")
    if to.pk == by.seat:
        raise Invalid({"to": "De zaak is al van jou."})
    if not _holds(HANDLER, to, case, at):
        no_handler = "Bij deze balie is %(seat)s geen behandelaar. Kies een ander."
        raise Invalid({"to": said(no_handler, seat=to.label)})
    if not _has_colleague(to, case, at):
        raise Invalid({"to": NO_COLLEAGUE})
    case.handler, case.moved_at = to, at
    if case.state == IN_HAND:
        case.handler_confirmed_at = None
    case.store("state", "handler", "handler_confirmed_at", "moved_at")
    _record(facts.CaseHandedOver, case, by, at, seat=to.public_id)
    return case


@write
def write_note(*, by: Actor, case: Case, text: str, next_step: str = "", at: datetime) -> Note:
    """The handler writes down the talk, and what comes next."""
    case = _fresh(case)
    require(rules.may_handle(by, case))
    case.state = CASE.after(case.state, "note")
    if not text.strip():
        raise Invalid({"text": "Schrijf op wat jullie bespraken."})
    note = Note(case=case, seat_id=by.seat, text=text.strip(), at=at).store()
    case.next_step, case.moved_at = next_step.strip() or case.next_step, at
    case.store("state", "next_step", "moved_at")
    _record(facts.NoteWritten, case, by, at)
    return note


@write
def confirm_start(*, by: Actor, case: Case, at: datetime) -> Case:
    """Initiator or handler confirms the start statement; with both, the case starts."""
    case = _fresh(case)
    require(rules.may_confirm(by, case))
    return _confirm(by, case, "initiator" if rules.is_initiator(by, case) else "handler", at)


@write
def confirm_on_paper(*, by: Actor, case: Case, at: datetime) -> Case:
    """The handler says that an initiator without e-mail signed the start statement with a pen."""
    case = _fresh(case)
    require(rules.may_confirm_on_paper(by, case))
    return _confirm(by, case, "initiator", at)


def _confirm(by: Actor, case: Case, side: str, at: datetime) -> Case:
    case.state = CASE.after(case.state, "confirm")
    if getattr(case, f"{side}_confirmed_at"):
        return case
    setattr(case, f"{side}_confirmed_at", at)
    case.moved_at = at
    _record(facts.StartConfirmed, case, by, at, side=side)
    if case.initiator_confirmed_at and case.handler_confirmed_at:
        case.state = CASE.after(case.state, "both_confirmed")
        _record(facts.CaseStarted, case, by, at, with_half=_other_half(by, case))
    return case.store("state", "initiator_confirmed_at", "handler_confirmed_at", "moved_at")


def _other_half(by: Actor, case: Case) -> str:
    """The half of who confirmed first: the handler's, or that in which the idea began."""
    if rules.is_initiator(by, case):
        return case.handler.half if case.handler else ""
    return case.initiative.origin_half


@write
def plan_action(
    *,
    by: Actor,
    case: Case,
    text: str,
    owner: Seat | None = None,
    due_on: date | None = None,
    public_id: str = "",
    at: datetime,
) -> Action:
    """Put an action on the list. Its owner is the initiator, or the seat of whoever plans it."""
    case = _fresh(case)
    require(rules.may_plan(by, case))
    case.state = CASE.after(case.state, "plan")
    if not text.strip():
        raise Invalid({"text": "Schrijf op wat er moet gebeuren."})
    if due_on and due_on < timezone.localdate(at):
        raise Invalid({"due_on": TO_COME})
    owner = owner or case.initiative.seat
    if owner.pk not in (case.initiative.seat_id, by.seat):
        raise Invalid({"owner": "Een actie is van de initiatiefnemer, of van jezelf. Vraag een ander apart."})
    action = Action(
        public_id=public_id or new_id(),
        case=case,
        text=text.strip(),
        owner=owner,
        due_on=due_on,
        planned_at=at,
    ).store()
    _record(facts.ActionPlanned, case, by, at, subject=action, owner=owner.public_id)
    return action


@write
def ask_carry(*, by: Actor, action: Action, to: Seat, until: date, at: datetime) -> Action:
    """The owner asks a seat to carry the action until a day. Nothing moves before that seat says yes."""
    action = _fresh_action(action)
    require(rules.may_ask_carry(by, action))
    action.state = ACTION.after(action.state, "carry")
    if action.carrier_id:
        raise NotNow(CARRIED)
    if to.pk == action.owner_id:
        raise Invalid({"to": "Deze actie is al van die zetel. Kies een ander."})
    _check_until(until, at)
    action.asked, action.asked_until = to, until
    action.store("asked", "asked_until")
    _record(
        facts.ActionCarryAsked,
        action.case,
        by,
        at,
        subject=action,
        carrier=to.public_id,
        until=until.isoformat(),
    )
    return action


@write
def carry_action(*, by: Actor, action: Action, until: date, at: datetime) -> Action:
    """A seat takes the action over, explicitly and until a day."""
    action = _fresh_action(action)
    may_plan = rules.may_plan(by, action.case)
    if by.seat != action.asked_id:
        require(may_plan)
    if by.seat == action.owner_id:
        raise NotNow("Deze actie is al van jou.")
    if action.carrier_id:
        raise NotNow(CARRIED)
    is_asked = rules.is_asked(by, action, timezone.localdate(at))
    if not is_asked and not may_plan:
        raise NotNow("Je was gevraagd tot een dag die voorbij is. De eigenaar kan het opnieuw vragen.")
    if is_asked and action.asked_until and until > action.asked_until:
        raise Invalid({"until": "Zo lang is het niet gevraagd. Kies een dag die eerder is."})
    action.state = ACTION.after(action.state, "carry")
    _check_until(until, at)
    action.carrier_id, action.carried_until = by.seat, until
    action.asked = action.asked_until = None
    action.store("carrier", "carried_until", "asked", "asked_until")
    _record(
        facts.ActionCarried,
        action.case,
        by,
        at,
        subject=action,
        carrier=by.seat_id,
        until=until.isoformat(),
    )
    return action


@write
def give_back_action(*, by: Actor, action: Action, at: datetime) -> Action:
    """Geef de aap terug: the action goes back to its owner."""
    action = _fresh_action(action)
    require(rules.may_give_back(by, action))
    if action.carrier is None:
        raise NotNow("Deze actie is al terug bij de eigenaar.")
    carrier = action.carrier.public_id
    action.state = ACTION.after(action.state, "give_back")
    action.carrier = action.carried_until = None
    action.store("carrier", "carried_until")
    _record(facts.ActionGivenBack, action.case, by, at, subject=action, carrier=carrier)
    return action


@write
def close_action(*, by: Actor, action: Action, act: str = "do", at: datetime) -> Action:
    """The owner or carrier says: done (`do`), not needed (`drop`), or not done after all (`reopen`)."""
    action = _fresh_action(action)
    require(rules.may_close_action(by, action))
    action.state = ACTION.after(action.state, act)
    action.store("state")
    _record(facts.ActionClosed, action.case, by, at, subject=action, state=action.state)
    return action


@write
def decide_case(
    *, by: Actor, case: Case, outcome: str, answer: str, broker: Seat | None = None, at: datetime
) -> Case:
    """The handler gives the outcome with an answer in words. No box means: a named broker, never a no."""
    case = _fresh(case)
    require(rules.may_handle(by, case))
    case.state = CASE.after(case.state, "decide")
    errors: dict[str, str] = {}
    if outcome not in OUTCOMES or outcome == STOP:
        errors["outcome"] = "Kies een uitslag."
    if not answer.strip():
        errors["answer"] = "Schrijf je antwoord aan de initiatiefnemer."
    if outcome == NO_BOX and broker is None:
        errors["broker"] = "Kies wie de weg zoekt. Past het in geen hokje, dan is dat geen nee."
    elif outcome == NO_BOX and broker and not _holds(CONNECTOR, broker, case, at):
        no_connector = "Bij deze balie is %(seat)s geen verbinder. Kies een ander."
        errors["broker"] = said(no_connector, seat=broker.label)
    elif outcome == NO_BOX and broker and not _has_colleague(broker, case, at):
        errors["broker"] = NO_COLLEAGUE
    if errors:
        raise Invalid(errors)
    case.outcome, case.answer, case.decided_at, case.moved_at = outcome, answer.strip(), at, at
    case.broker = broker if outcome == NO_BOX else None
    case.store("state", "outcome", "answer", "broker", "decided_at", "moved_at")
    named = broker.public_id if broker and outcome == NO_BOX else ""
    _record(facts.CaseDecided, case, by, at, outcome=outcome, broker=named)
    return case


@write
def take_search(*, by: Actor, case: Case, at: datetime) -> Case:
    """Another verbinder looks for the way on, when the one who was named got up or lost the role."""
    require(rules.may_take_search(by, case))
    case = _fresh(case)
    case.state = CASE.after(case.state, "take_search")
    before = case.broker
    if before is None:
        raise NotNow("Hier hoeft niemand de weg te zoeken.")
    if working(CONNECTOR, timezone.localdate(at)).filter(seat=before).exists():
        raise NotNow(said("De weg zoekt %(seat)s al.", seat=before.label))
    case.broker_id, case.moved_at = by.seat, at
    case.store("state", "broker", "moved_at")
    _record(facts.SearchTaken, case, by, at, seat=by.seat_id)
    return case


@write
def stop_case(*, by: Actor, case: Case, at: datetime) -> Case:
    """The initiative stops; so does the case, and nobody has to do any more what was still open."""
    case = _fresh(case)
    require(rules.may_stop(by, case))
    case.state = CASE.after(case.state, "stop")
    if rules.is_initiator(by, case):  # else the desk closes it for who is gone
        case.outcome = case.outcome or STOP
    case.moved_at = at
    case.store("state", "outcome", "moved_at")
    _record(facts.CaseStopped, case, by, at)
    _drop_open(by, case, at)
    return case


@write
def drop_actions(*, by: Actor, case: Case, at: datetime) -> None:
    """The project is over: nobody has to do any more what was still open."""
    _drop_open(by, _fresh(case), at)


def _drop_open(by: Actor, case: Case, at: datetime) -> None:
    dropped = ACTION.after(ACTION.start, "drop")
    still_open = case.actions.filter(state=ACTION.start)
    for action in still_open.filter(carrier__isnull=False).order_by("pk"):  # who carries it hears so
        _record(facts.ActionClosed, case, by, at, subject=action, state=dropped)
    still_open.update(state=dropped)


def _holds(role: str, seat: Seat, case: Case, at: datetime) -> bool:
    """Whether the seat holds this role at the desk of this case, on that day."""
    return holds_role(seat.pk, role, area_codes(case.initiative), timezone.localdate(at))


def _has_colleague(seat: Seat, case: Case, at: datetime) -> bool:
    """Whether anybody sits there now but the initiator: nobody looks after the own idea."""
    sits = sitting_in([seat.pk], timezone.localdate(at))[seat.pk]
    return any(person.pk != case.initiative.initiator_id for person in sits)


def _check_until(until: date, at: datetime) -> None:
    if until < timezone.localdate(at):
        raise Invalid({"until": TO_COME})


def _fresh(case: Case) -> Case:
    """The case as it is now, locked until the end of the transaction."""
    return (
        Case.objects.select_for_update(of=("self",))
        .select_related(
            "handler__side__organisation",
            "broker__side__organisation",
            "initiative__area",
            "initiative__district",
            "initiative__municipality",
            "initiative__seat",
        )
        .get(pk=case.pk)
    )


def _fresh_action(action: Action) -> Action:
    """The action as it is now, locked; in a case that stopped nobody does anything any more."""
    rows = Action.objects.select_for_update(of=("self",))
    found = rows.select_related("carrier", "case__initiative__area", "case__initiative__seat").get(
        pk=action.pk
    )
    if not CASE.acts(found.case.state):
        raise NotNow(CASE.refusal(found.case.state))
    return found


def _record(
    kind: Any, case: Case, by: Actor, at: datetime, *, subject: Action | None = None, **data: Any
) -> None:
    record(
        kind(
            subject=(subject or case).public_id,
            thread=case.initiative.public_id,
            **case.initiative.area.where,
            **data,
        ),
        by=by,
        at=at,
    )
