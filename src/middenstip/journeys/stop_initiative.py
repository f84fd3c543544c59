"""An initiative stops. Its case, tables and unsigned agreements end too; the lesson is kept."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.agreements import services as agreements
from middenstip.domain.goals import services as goals
from middenstip.domain.initiatives import rules
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.lifecycle import CASE
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import require
from middenstip.kernel.write import write


@write
def stop(*, by: Actor, initiative: Initiative, lesson: str, at: datetime) -> Initiative:
    """Stop, with one sentence of advice for a similar plan.

    Locks in the order of every journey: the case, the tables, the agreements, then the initiative.
    """
    require(rules.may_stop(by, initiative))
    case = intake.hold_case(initiative=initiative)
    if case and CASE.allows(case.state, "stop"):
        intake.stop_case(by=by, case=case, at=at)
    goals.end_goals(by=by, initiative=initiative, act="end", at=at)
    agreements.lapse_unsigned(by=by, initiative=initiative, at=at)
    return initiatives.stop_initiative(by=by, initiative=initiative, lesson=lesson, at=at)
