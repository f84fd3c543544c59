"""A table is stopped, or a chair is sent away: what follows for the initiative, and how it is undone."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.agreements import services as agreements
from middenstip.domain.goals import services as goals
from middenstip.domain.goals.lifecycle import CARRIED
from middenstip.domain.goals.models import Goal, Motion
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.journeys import agree_goal, take_part
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import halves_of
from middenstip.kernel.write import write


@write
def move(*, by: Actor, goal: Goal, seat: str = "", reason: str, at: datetime) -> Motion:
    """Ask to send the seat with this public id away, or ("") to stop the table."""
    return _done(by, goals.make_motion(by=by, goal=goal, seat=seat, reason=reason, at=at), at)


@write
def answer(*, by: Actor, motion: Motion, is_yes: bool, at: datetime) -> Motion:
    """A seat says yes or no. With the last yes it happens."""
    return _done(by, goals.answer_motion(by=by, motion=motion, is_yes=is_yes, at=at), at)


@write
def undo(*, by: Actor, motion: Motion, at: datetime) -> Motion:
    """The chair is back or the table goes on, and the initiative follows. Lapsed agreements stay lapsed."""
    motion = goals.undo_motion(by=by, motion=motion, at=at)
    goal = Goal.objects.select_related("initiative__area").get(pk=motion.goal_id)
    initiative = goal.initiative
    if initiative is None:
        return motion
    if motion.chair is None and STAGES.allows(initiative.stage, "open_goal"):
        initiatives.advance_initiative(by=by, initiative=initiative, act="open_goal", at=at)
    for half in halves_of(goal.halves_present):
        initiatives.join_half(initiative=initiative, half=half)
    agree_goal.settle(by=by, goal=goal, half=by.half, at=at)
    return motion


def _done(by: Actor, motion: Motion, at: datetime) -> Motion:
    """Once the motion is carried, let the initiative follow.

    A stopped table takes its unsigned agreements with it, and the initiative can open another table.
    """
    if motion.state != CARRIED:
        return motion
    goal = Goal.objects.select_related("initiative__area").get(pk=motion.goal_id)
    if motion.chair:
        agree_goal.settle(by=by, goal=goal, half=motion.chair.seat.half, at=at)
    elif goal.initiative:
        agreements.lapse_unsigned(by=by, initiative=goal.initiative, goal=goal, at=at)
        take_part.somebody_left(goal.initiative, halves_of(goal.halves_present))
        if STAGES.allows(goal.initiative.stage, "close_table"):
            initiatives.advance_initiative(by=by, initiative=goal.initiative, act="close_table", at=at)
    return motion
