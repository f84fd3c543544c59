"""The initiator changes the idea. When it gets another place, its tables and agreements come along."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.goals import services as goals
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.services import Change
from middenstip.domain.projects import services as projects
from middenstip.kernel.actor import Actor
from middenstip.kernel.write import write


@write
def change(*, by: Actor, initiative: Initiative, change: Change, version: int, at: datetime) -> Initiative:
    """Raises `Stale` when any of it changed since `version` was shown."""
    before = initiative.area_id
    initiatives.change_initiative(by=by, initiative=initiative, change=change, version=version, at=at)
    if initiative.area_id != before:
        goals.move_goals(initiative=initiative)
        projects.move_agreements(initiative=initiative)
    return initiative
