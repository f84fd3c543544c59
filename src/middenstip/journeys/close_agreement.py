"""An agreement ends: done, or not met and why. After the work the initiator closes the project."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.lifecycle import OPEN
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.goals import services as goals
from middenstip.domain.initiatives import rules
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import NotNow, require, said
from middenstip.kernel.write import write


@write
def finish(*, by: Actor, initiative: Initiative, outcome: str, lesson: str, at: datetime) -> Initiative:
    """The initiator closes the project; agreements that still run must be closed first.

    Locks in the order of every journey: the case, the tables, the agreements, then the initiative.
    """
    require(rules.may_change(by, initiative))
    case = intake.hold_case(initiative=initiative)
    if case:
        intake.drop_actions(by=by, case=case, at=at)
    goals.end_goals(by=by, initiative=initiative, act="finish", at=at)
    agreements.lapse_unsigned(by=by, initiative=initiative, at=at)
    running = Agreement.objects.filter(initiative=initiative, state=OPEN).count()
    if running == 1:
        raise NotNow("Er loopt nog 1 afspraak. Sluit die eerst af: gedaan, of niet gehaald.")
    if running:
        many = "Er lopen nog %(count)s afspraken. Sluit die eerst af: gedaan, of niet gehaald."
        raise NotNow(said(many, count=running))
    return initiatives.finish_initiative(by=by, initiative=initiative, outcome=outcome, lesson=lesson, at=at)
