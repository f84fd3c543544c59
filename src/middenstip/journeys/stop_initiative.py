"""The initiator stops. The case ends with it; what was learned stays."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.lifecycle import CASE
from middenstip.domain.intake.models import Case
from middenstip.kernel.actor import Actor
from middenstip.kernel.write import write


@write
def stop(*, by: Actor, initiative: Initiative, lesson: str, at: datetime) -> Initiative:
    """Stop, with one sentence that helps the next one."""
    initiative = initiatives.stop_initiative(by=by, initiative=initiative, lesson=lesson, at=at)
    case = Case.objects.filter(initiative=initiative).first()
    if case and CASE.allows(case.state, "stop"):
        intake.stop_case(by=by, case=case, at=at)
    return initiative
