"""Which room decides whose turn it is, per stage of an initiative."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from middenstip.domain.agreements.selectors import agreements_of_work
from middenstip.domain.agreements.turns import work_turn
from middenstip.domain.goals import turns as goals
from middenstip.domain.goals.lifecycle import SHARED
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors.turning import newest_table_at
from middenstip.domain.goals.turns import TableAt
from middenstip.domain.initiatives import turns as initiatives
from middenstip.domain.initiatives.lifecycle import (
    AGREEMENTS,
    CONNECTING,
    DESK,
    DRAFT,
    GOAL,
    IDEA,
    LEARNING,
    PROJECT,
    STOPPED,
)
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import turns as intake
from middenstip.domain.intake.selectors.turning import case_of
from middenstip.domain.intake.turns import CaseAt
from middenstip.kernel.turn import Turn

Ask = Callable[[Initiative, date], Turn | None]


def _alone(initiative: Initiative, today: date) -> Turn | None:
    return initiatives.turn(initiative)


def _at_desk(initiative: Initiative, today: date) -> Turn | None:
    case = case_of(initiative, today)
    return intake.turn(case) if case else None


def _at_table(initiative: Initiative, today: date) -> Turn | None:
    table = newest_table_at(initiative.pk, today)
    return goals.turn(table) if table else None


def _at_work(initiative: Initiative, today: date) -> Turn | None:
    table = newest_table_at(initiative.pk, today) if initiative.stage == AGREEMENTS else None
    return work_turn(initiative, table, agreements_of_work(initiative, today), today)


# The first of these rooms with a turn decides.
ROOMS: dict[str, tuple[Ask, ...]] = {
    DRAFT: (_alone,),
    IDEA: (_at_desk,),
    DESK: (_at_desk,),
    CONNECTING: (_at_desk, _alone),
    GOAL: (_at_table,),
    AGREEMENTS: (_at_work,),
    PROJECT: (_at_work,),
    LEARNING: (),
    STOPPED: (),
}


def turn_of(initiative: Initiative, today: date) -> Turn | None:
    """Whose turn it is in this initiative (read by `initiative_page`); None when it has ended. At most two
    queries: only the rooms for its stage are read."""
    turns = (ask(initiative, today) for ask in ROOMS[initiative.stage])
    return next((turn for turn in turns if turn), None)


def turn_at_table(goal: Goal, table: TableAt, today: date) -> Turn | None:
    """Whose turn it is at this table (read by `goal_by_id`): for a shared goal the agreements decide it."""
    if goal.state == SHARED and goal.initiative:
        return work_turn(goal.initiative, table, agreements_of_work(goal.initiative, today), today)
    return goals.turn(table)


def turn_at_desk(case: CaseAt, initiative: Initiative, today: date) -> Turn | None:
    """Whose turn it is in this case. When the desk is done but the initiator was erased, the desk gets the
    turn again, because nobody else can end the initiative. No query before that."""
    found = intake.turn(case)
    if found or not case.is_gone or case.stage != PROJECT:
        return found
    work = _at_work(initiative, today)
    return work if work and work.act == initiatives.UNLED.kind else None
