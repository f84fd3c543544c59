"""The photos and documents on a table."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from middenstip.domain.goals import rules
from middenstip.domain.goals.models import Chair, Goal
from middenstip.domain.goals.selectors.table import goal_by_id
from middenstip.kernel.actor import Actor
from middenstip.kernel.holder import Holder, Reader
from middenstip.kernel.verdict import YES, Verdict


def _goals(ids: Collection[str]) -> set[str]:
    return set(Goal.objects.filter(public_id__in=ids).values_list("public_id", flat=True))


def _may_read(reader: Reader, goal: Goal) -> Verdict:
    """A table is public."""
    return YES


def _may_add(by: Actor, goal: Goal) -> Verdict:
    """The seats at the table. One query."""
    chairs = Chair.objects.filter(goal=goal, left_at=None).values_list("seat", flat=True)
    return rules.may_act(by, set(chairs))


def _where(goal: Goal) -> Mapping[str, str]:
    thread = goal.initiative.public_id if goal.initiative else ""
    return {"thread": thread, **goal.area.where}


HOLDERS = (
    Holder(
        noun="goal",
        find=goal_by_id,
        existing=_goals,
        may_read=_may_read,
        may_add=_may_add,
        path=lambda goal: f"/opgave/{goal.public_id}/",
        name=lambda goal: goal.title,
        where=_where,
    ),
)
