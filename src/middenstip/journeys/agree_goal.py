"""Acts at a table. A seat that joins adds its half to the initiative; a shared goal starts the next stage."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.goals import services as goals
from middenstip.domain.goals.face import TEXT
from middenstip.domain.goals.lifecycle import PROPOSED, SHARED
from middenstip.domain.goals.models import Chair, Goal, Link, Request, Version
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.journeys import publish_text, take_part
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.write import write


@write
def join(*, by: Actor, goal: Goal, at: datetime) -> Chair:
    """An invited seat joins the table; when it counts, its half takes part in the initiative from now on."""
    return _joined(goals.join_goal(by=by, goal=goal, at=at))


@write
def let_in(*, by: Actor, request: Request, at: datetime) -> Chair:
    """The table lets in the seat that asked for a chair, which then joins."""
    return _joined(goals.give_chair(by=by, request=request, at=at))


@write
def accept_link(*, by: Actor, link: Link, at: datetime) -> Chair:
    """A person accepts an invitation by mail, link or QR code in this seat, and joins the table."""
    invitation = goals.use_link(by=by, link=link, at=at)
    return join(by=by, goal=invitation.goal, at=at)


@write
def leave(*, by: Actor, goal: Goal, at: datetime) -> Goal:
    """A seat leaves. If all remaining seats said ja, the goal is shared; without seats it no longer is."""
    goal = goals.leave_goal(by=by, goal=goal, at=at)
    return settle(by=by, goal=goal, half=by.half, at=at)


@write
def settle(*, by: Actor, goal: Goal, half: str, at: datetime) -> Goal:
    """After a seat of this half came or left: the halves and the stage of the initiative follow the table."""
    if goal.initiative and not goal.halves_present & Half(half).bit:
        take_part.somebody_left(goal.initiative, {half})
    _reopened(by, goal, at)
    return _agreed(by, goal, at)


@write
def propose(*, by: Actor, goal: Goal, text: str, number: int, at: datetime) -> Version:
    """Propose a new version. If the goal was shared, the initiative returns to the stage of the goal."""
    writer = publish_text.may_post(by, at)
    version = goals.propose_version(by=by, goal=goal, text=text, number=number, at=at)
    _reopened(by, version.goal, at)
    publish_text.check(writer, by, TEXT.key, goal.public_id, at, is_first=False)
    return version


@write
def answer(*, by: Actor, goal: Goal, number: int, answer: str, condition: str = "", at: datetime) -> Goal:
    """A seat answers; with the last ja the initiative goes to the stage of agreements."""
    if condition:
        publish_text.may_post(by, at)
    goal = goals.answer_version(by=by, goal=goal, number=number, answer=answer, condition=condition, at=at)
    return _agreed(by, goal, at)


def _joined(chair: Chair) -> Chair:
    if chair.goal.initiative and chair.counts:
        initiatives.join_half(initiative=chair.goal.initiative, half=chair.seat.half)
    return chair


def _reopened(by: Actor, goal: Goal, at: datetime) -> None:
    """If the goal is no longer shared, return the initiative to the stage of the goal."""
    initiative = goal.initiative
    if goal.state == PROPOSED and initiative and STAGES.allows(initiative.stage, "reopen_goal"):
        initiatives.advance_initiative(by=by, initiative=initiative, act="reopen_goal", at=at)


def _agreed(by: Actor, goal: Goal, at: datetime) -> Goal:
    """If the goal is shared, go to agreements, or to the project when an agreement was made before."""
    initiative = goal.initiative
    if goal.state == SHARED and initiative and STAGES.allows(initiative.stage, "agree"):
        initiatives.advance_initiative(by=by, initiative=initiative, act="agree", at=at)
        if Agreement.objects.filter(initiative=initiative, made_at__isnull=False).exists():
            initiatives.advance_initiative(by=by, initiative=initiative, act="sign", at=at)
    return goal
