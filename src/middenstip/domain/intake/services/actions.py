"""What is to be done in a case: planned, carried by another, given back, closed."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from middenstip.domain.intake import facts, rules
from middenstip.domain.intake.lifecycle import ACTION, CASE
from middenstip.domain.intake.models import Action, Case, CasePhone
from middenstip.domain.intake.services.record import fresh, record_about
from middenstip.domain.parties.models import Seat
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.clock import is_past
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

TO_COME = "Kies een dag die nog komt."
CARRIED = "Iemand draagt deze actie al. Die geeft hem eerst terug."


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
def drop_actions(*, by: Actor, case: Case, at: datetime) -> None:
    """The project ended, so its open actions are dropped, and nobody needs to call any more."""
    CasePhone.objects.filter(case=case).delete()
    drop_open(by, fresh(case), at)


def drop_open(by: Actor, case: Case, at: datetime) -> None:
    dropped = ACTION.after(ACTION.start, "drop")
    still_open = case.actions.filter(state=ACTION.start)
    for action in still_open.filter(carrier__isnull=False).order_by("pk"):  # carriers get a notice
        record_about(facts.ActionClosed, case, by, at, subject=action, state=dropped)
    still_open.update(state=dropped)


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
