"""The desk takes an initiative in: one face, a start both confirm, an answer in words."""

from __future__ import annotations

from datetime import date, datetime

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.lifecycle import NO_BOX
from middenstip.domain.intake.models import Action, Case
from middenstip.domain.parties.models import Seat
from middenstip.kernel.actor import Actor
from middenstip.kernel.once import fingerprint, once
from middenstip.kernel.write import write


@write
def take(*, by: Actor, case: Case, at: datetime) -> Case:
    """A handler takes the case; the initiative is at the desk now, or was already."""
    case = intake.take_case(by=by, case=case, at=at)
    if STAGES.allows(case.initiative.stage, "take"):
        initiatives.advance_initiative(by=by, initiative=case.initiative, act="take", at=at)
    return case


@write
def decide(
    *, by: Actor, case: Case, outcome: str, answer: str, broker: Seat | None = None, at: datetime
) -> Case:
    """The desk answers. Whatever it says, the initiative goes on to verbinden: the desk cannot end it."""
    case = intake.decide_case(by=by, case=case, outcome=outcome, answer=answer, broker=broker, at=at)
    initiative = initiatives.advance_initiative(by=by, initiative=case.initiative, act="connect", at=at)
    if outcome == NO_BOX and broker:
        initiatives.name_connector(by=by, initiative=initiative, seat=broker, at=at)
    return case


@write
def take_search(*, by: Actor, case: Case, at: datetime) -> Case:
    """Another verbinder goes on with what fits in no box, and is the verbinder of the initiative now."""
    case = intake.take_search(by=by, case=case, at=at)
    seat = Seat.objects.select_related("side__organisation").get(pk=by.seat)
    initiatives.name_connector(by=by, initiative=case.initiative, seat=seat, at=at)
    return case


@write
def write_note(*, by: Actor, case: Case, text: str, next_step: str = "", key: str = "", at: datetime) -> None:
    """The handler writes the talk down; a form that is sent twice is one note."""

    def work(_: str) -> None:
        intake.write_note(by=by, case=case, text=text, next_step=next_step, at=at)

    once(key, fingerprint("note", by.seat, case.pk, text, next_step), at, work)


@write
def plan_action(
    *,
    by: Actor,
    case: Case,
    text: str,
    owner: Seat | None = None,
    due_on: date | None = None,
    key: str = "",
    at: datetime,
) -> Action:
    """Put an action on the list; a form that is sent twice is one action."""

    def work(public_id: str) -> None:
        intake.plan_action(
            by=by, case=case, text=text, owner=owner, due_on=due_on, public_id=public_id, at=at
        )

    sent = fingerprint("action", by.seat, case.pk, text, owner and owner.pk, due_on)
    return Action.objects.get(public_id=once(key, sent, at, work))
