"""The desk takes an initiative in: one face, a start both confirm, an answer in words."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.lifecycle import NO_BOX
from middenstip.domain.intake.models import Case
from middenstip.domain.parties.models import Seat
from middenstip.kernel.actor import Actor
from middenstip.kernel.write import write


@write
def take(*, by: Actor, case: Case, at: datetime) -> Case:
    """A handler takes the case; the initiative is at the desk now."""
    case = intake.take_case(by=by, case=case, at=at)
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
