"""Services that take a case through the desk, with its notes and actions."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.rules import area_codes, is_initiator
from middenstip.domain.intake import facts, rules
from middenstip.domain.intake.lifecycle import ACTION, CASE, IN_HAND, NO_BOX, OUTCOMES, STOP
from middenstip.domain.intake.models import Action, Case, CasePhone, Note
from middenstip.domain.intake.services.record import drop_referral, fresh, record_about
from middenstip.domain.parties import lifecycle
from middenstip.domain.parties.lifecycle import USUAL_DAYS
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.rules import CONNECTOR, HANDLER
from middenstip.domain.parties.selectors import holds_role, sitting_in, term_days, working
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.clock import is_past
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require, said
from middenstip.kernel.write import write

TO_COME = "Kies een dag die nog komt."
NO_COLLEAGUE = "In die zetel zit nu geen collega van je. Kies een ander."
CARRIED = "Iemand draagt deze actie al. Die geeft hem eerst terug."


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
    if not _holds(HANDLER, to, case, at):
        no_handler = "Bij deze balie is %(seat)s geen behandelaar. Kies een ander."
        raise Invalid({"to": said(no_handler, seat=to.label)})
    if not _has_colleague(to, case, at):
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


@write
@once(lambda public_id: Action.objects.get(public_id=public_id))
def plan_action(
    *,
    by: Actor,
    case: Case,
    text: str,
    owner: Seat | None = None,
    due_on: date | None = None,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Action:
    """Add an action. Its owner is the initiator, or the seat of the actor."""
    case = fresh(case)
    require(rules.may_plan(by, case))
    case.state = CASE.after(case.state, "plan")
    text = typed.name("text", text)
    if not text:
        raise Invalid({"text": "Schrijf op wat er moet gebeuren."})
    if is_past(due_on, timezone.localdate(at)):
        raise Invalid({"due_on": TO_COME})
    owner = owner or case.initiative.seat
    if owner.pk not in (case.initiative.seat_id, by.seat_id):
        raise Invalid({"owner": "Een actie is van de initiatiefnemer, of van jezelf. Vraag een ander apart."})
    action = Action(
        public_id=public_id or new_id(),
        case=case,
        text=text,
        owner=owner,
        due_on=due_on,
        planned_at=at,
    ).store()
    record_about(facts.ActionPlanned, case, by, at, subject=action, owner=owner.public_id)
    return action


@write
def ask_carry(*, by: Actor, action: Action, to: Seat, until: date, at: datetime) -> Action:
    """The owner asks a seat to carry the action until a day. Nothing changes until that seat accepts."""
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
    record_about(
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
    """A seat takes over the action until a day, after accepting it explicitly."""
    action = _fresh_action(action)
    may_plan = rules.may_plan(by, action.case)
    if by.seat_id != action.asked_id:
        require(may_plan)
    if by.seat_id == action.owner_id:
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
    action.carrier_id, action.carried_until = by.seat_id, until
    action.asked = action.asked_until = None
    action.store("carrier", "carried_until", "asked", "asked_until")
    record_about(
        facts.ActionCarried,
        action.case,
        by,
        at,
        subject=action,
        carrier=by.seat_public_id,
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
    record_about(facts.ActionGivenBack, action.case, by, at, subject=action, carrier=carrier)
    return action


@write
def close_action(*, by: Actor, action: Action, act: str = "do", at: datetime) -> Action:
    """The owner or carrier says: done (`do`), not needed (`drop`), or not done after all (`reopen`)."""
    action = _fresh_action(action)
    require(rules.may_close_action(by, action))
    action.state = ACTION.after(action.state, act)
    action.store("state")
    record_about(facts.ActionClosed, action.case, by, at, subject=action, state=action.state)
    return action


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
    elif outcome == NO_BOX and connector and not _holds(CONNECTOR, connector, case, at):
        no_connector = "Bij deze balie is %(seat)s geen verbinder. Kies een ander."
        errors["connector"] = said(no_connector, seat=connector.label)
    elif outcome == NO_BOX and connector and not _has_colleague(connector, case, at):
        errors["connector"] = NO_COLLEAGUE
    if errors:
        raise Invalid(errors)
    case.outcome, case.answer, case.decided_at, case.moved_at = outcome, answer, at, at
    case.was_in_time = not is_past(case.due_on, timezone.localdate(at))
    case.end_term()
    if outcome == NO_BOX:
        case.missing = typed.text(missing)
        case.start_term(timezone.localdate(at), term_days(lifecycle.NO_BOX, _organisation_of(case)))
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
    _drop_open(by, case, at)
    return case


@write
def drop_actions(*, by: Actor, case: Case, at: datetime) -> None:
    """The project ended, so its open actions are dropped, and nobody needs to call any more."""
    CasePhone.objects.filter(case=case).delete()
    _drop_open(by, fresh(case), at)


def _drop_open(by: Actor, case: Case, at: datetime) -> None:
    dropped = ACTION.after(ACTION.start, "drop")
    still_open = case.actions.filter(state=ACTION.start)
    for action in still_open.filter(carrier__isnull=False).order_by("pk"):  # carriers get a notice
        record_about(facts.ActionClosed, case, by, at, subject=action, state=dropped)
    still_open.update(state=dropped)


def _own_term(case: Case, at: datetime) -> None:
    """The organisation of the handler may have another term, counted from the day the idea came in."""
    days = term_days(lifecycle.CASE, _organisation_of(case))
    if days != USUAL_DAYS[lifecycle.CASE] and not case.decided_at:
        case.start_term(timezone.localdate(case.opened_at), days)


def _organisation_of(case: Case) -> int | None:
    """The key of the organisation of the handler."""
    side = case.handler.side if case.handler else None
    return side.organisation_id if side else None


def _holds(role: str, seat: Seat, case: Case, at: datetime) -> bool:
    """Whether the seat holds this role at the desk of this case on that day."""
    return holds_role(seat.pk, role, area_codes(case.initiative), timezone.localdate(at))


def _has_colleague(seat: Seat, case: Case, at: datetime) -> bool:
    """Whether a person other than the initiator sits there now: nobody handles their own idea."""
    sits = sitting_in([seat.pk], timezone.localdate(at))[seat.pk]
    return any(person.pk != case.initiative.initiator_id for person in sits)


def _check_until(until: date, at: datetime) -> None:
    if until < timezone.localdate(at):
        raise Invalid({"until": TO_COME})


def _fresh_action(action: Action) -> Action:
    """The action as it is now, locked. Refused when its case has stopped."""
    rows = Action.objects.select_for_update(of=("self",))
    found = rows.select_related("carrier", "case__initiative__area", "case__initiative__seat").get(
        pk=action.pk
    )
    if not CASE.acts(found.case.state):
        raise NotNow(CASE.refusal(found.case.state))
    return found
