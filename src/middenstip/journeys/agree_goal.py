"""The table agrees. Taking part shows in the initiative; a JA of all three moves it on."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.goals import services as goals
from middenstip.domain.goals.lifecycle import PROPOSED, SHARED
from middenstip.domain.goals.models import Chair, Goal, Version
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.projects import services as projects
from middenstip.domain.projects.models import Agreement
from middenstip.journeys import take_part
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import halves_of
from middenstip.kernel.write import write


@write
def join(*, by: Actor, goal: Goal, at: datetime) -> Chair:
    """A seat sits down; its half takes part in the initiative from now on."""
    chair = goals.join_goal(by=by, goal=goal, at=at)
    if chair.goal.initiative:
        initiatives.join_half(initiative=chair.goal.initiative, half=by.half)
    return chair


@write
def leave(*, by: Actor, goal: Goal, at: datetime) -> Goal:
    """A seat gets up. If everybody who stays had said ja, the goal is shared; if nobody stays, no more."""
    goal = goals.leave_goal(by=by, goal=goal, at=at)
    if goal.initiative and not goal.halves_present & by.half.bit:
        take_part.somebody_left(goal.initiative, {by.half})
    _reopened(by, goal, at)
    return _agreed(by, goal, at)


@write
def propose(*, by: Actor, goal: Goal, text: str, number: int, at: datetime) -> Version:
    """A new version lies on the table. If the goal was shared, the initiative is back at its goal."""
    version = goals.propose_version(by=by, goal=goal, text=text, number=number, at=at)
    _reopened(by, version.goal, at)
    return version


@write
def answer(*, by: Actor, goal: Goal, number: int, answer: str, condition: str = "", at: datetime) -> Goal:
    """A seat answers; with the last ja the initiative goes on to making agreements."""
    goal = goals.answer_version(by=by, goal=goal, number=number, answer=answer, condition=condition, at=at)
    return _agreed(by, goal, at)


@write
def stop(*, by: Actor, goal: Goal, at: datetime) -> Goal:
    """The table ends without a shared goal, and what it laid ready to sign lapses.

    The initiative looks for company again, and for another table.
    """
    goal = goals.stop_goal(by=by, goal=goal, at=at)
    if goal.initiative:
        projects.lapse_unsigned(by=by, initiative=goal.initiative, goal=goal, at=at)
        take_part.somebody_left(goal.initiative, halves_of(goal.halves_present))
    if goal.initiative and STAGES.allows(goal.initiative.stage, "close_table"):
        initiatives.advance_initiative(by=by, initiative=goal.initiative, act="close_table", at=at)
    return goal


def _reopened(by: Actor, goal: Goal, at: datetime) -> None:
    """A goal that was shared is a proposal again: the initiative is back at its goal."""
    initiative = goal.initiative
    if goal.state == PROPOSED and initiative and STAGES.allows(initiative.stage, "reopen_goal"):
        initiatives.advance_initiative(by=by, initiative=initiative, act="reopen_goal", at=at)


def _agreed(by: Actor, goal: Goal, at: datetime) -> Goal:
    """With a shared goal the initiative goes on to agreements; when one was made before, to the work."""
    initiative = goal.initiative
    if goal.state == SHARED and initiative and STAGES.allows(initiative.stage, "agree"):
        initiatives.advance_initiative(by=by, initiative=initiative, act="agree", at=at)
        if Agreement.objects.filter(initiative=initiative, made_at__isnull=False).exists():
            initiatives.advance_initiative(by=by, initiative=initiative, act="sign", at=at)
    return goal
