"""The initiator changes the idea. A new place is copied to its tables and agreements."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.agreements import services as agreements
from middenstip.domain.goals import services as goals
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.face import PLAN
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.services import Change
from middenstip.journeys import publish_text
from middenstip.kernel.actor import Actor
from middenstip.kernel.write import write


@write
def change(*, by: Actor, initiative: Initiative, change: Change, version: int, at: datetime) -> Initiative:
    """Save the change. Raises `Stale` when any of it changed since `version` was shown."""
    before = initiative.area_id
    writer = publish_text.may_post(by, at)
    if change.spot and change.spot.area.pk != before:
        goals.hold_goals(initiative=initiative)
        agreements.hold_agreements(initiative=initiative)
    initiatives.change_initiative(by=by, initiative=initiative, change=change, version=version, at=at)
    if initiative.area_id != before:
        goals.move_goals(initiative=initiative)
        agreements.move_agreements(initiative=initiative)
    if initiative.submitted_at:
        publish_text.check(writer, by, PLAN.key, initiative.public_id, at, is_first=False)
    return initiative
