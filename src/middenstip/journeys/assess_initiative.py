"""The desk handles an initiative: one handler, a start confirmed by both, an answer in words."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.lifecycle import NO_BOX
from middenstip.domain.intake.models import Case
from middenstip.domain.parties.models import Seat
from middenstip.journeys import award_plan
from middenstip.kernel.actor import Actor
from middenstip.kernel.write import write


@write
def take(*, by: Actor, case: Case, at: datetime) -> Case:
    """A handler takes the case; the initiative goes to the stage of the desk, if it is not there yet."""
    case = intake.take_case(by=by, case=case, at=at)
    if STAGES.allows(case.initiative.stage, "take"):
        initiatives.advance_initiative(by=by, initiative=case.initiative, act="take", at=at)
    return case


@write
def decide(
    *,
    by: Actor,
    case: Case,
    outcome: str,
    answer: str,
    connector: Seat | None = None,
    missing: str = "",
    at: datetime,
) -> Case:
    """The desk answers. Any outcome moves the initiative on to verbinden: the desk cannot end it."""
    told = {"outcome": outcome, "answer": answer, "missing": missing}
    case = intake.decide_case(by=by, case=case, connector=connector, **told, at=at)
    initiative = initiatives.advance_initiative(by=by, initiative=case.initiative, act="connect", at=at)
    if outcome == NO_BOX and connector:
        initiatives.name_connector(by=by, initiative=initiative, seat=connector, at=at)
    award_plan.begin_if_signed(by=by, initiative=initiative, at=at)
    return case


@write
def take_search(*, by: Actor, case: Case, at: datetime) -> Case:
    """Another verbinder continues the search for what fits in no box, and becomes that of the initiative."""
    case = intake.start_search(by=by, case=case, at=at)
    seat = Seat.objects.select_related("side__organisation").get(pk=by.seat_id)
    initiatives.name_connector(by=by, initiative=case.initiative, seat=seat, at=at)
    return case
