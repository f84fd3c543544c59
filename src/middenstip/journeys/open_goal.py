"""A table is opened for an initiative; the seat that opens it joins first."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.goals import services as goals
from middenstip.domain.goals.face import TEXT
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.journeys import publish_text
from middenstip.kernel.actor import Actor
from middenstip.kernel.once import once
from middenstip.kernel.write import write


@write
@once(lambda public_id: Goal.objects.get(public_id=public_id))
def open_goal(
    *,
    by: Actor,
    initiative: Initiative,
    title: str,
    question: str,
    reach: str = "",
    sit_down: bool = True,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Goal:
    """Open the table and join it, unless the opener stays neutral."""
    writer = publish_text.may_post(by, at)
    intake.hold_case(initiative=initiative)  # a stop at the same moment then also ends this table
    goal = goals.raise_goal(
        by=by,
        initiative=initiative,
        title=title,
        question=question,
        reach=reach,
        sit_down=sit_down,
        public_id=public_id,
        at=at,
    )
    initiatives.advance_initiative(by=by, initiative=initiative, act="open_goal", at=at)
    if sit_down and goal.halves_present:  # a seat that is not confirmed yet does not count
        initiatives.join_half(initiative=initiative, half=by.half)
    publish_text.check(writer, by, TEXT.key, goal.public_id, at)
    return goal
