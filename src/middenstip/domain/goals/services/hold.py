"""What every act at a table does first and last: lock the table, check the seat, record the fact."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from middenstip.domain.goals import rules
from middenstip.domain.goals.models import Chair, Goal
from middenstip.domain.goals.selectors import chairs_at
from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.parties.models import Person
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.journal.record import record
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import NotNow, require


def fresh(goal: Goal) -> Goal:
    """The goal as it is now, locked. Refused when its initiative ended: such a table is read-only."""
    goal = locked().get(pk=goal.pk)
    if goal.initiative and not STAGES.acts(goal.initiative.stage):
        raise NotNow("Het initiatief is afgesloten. Je kunt lezen wat er op tafel lag.")
    return goal


def locked() -> QuerySet[Goal]:
    rows = Goal.objects.select_for_update(of=("self",))
    return rows.select_related("area__district", "municipality", "initiative__area")


def at_table(by: Actor, goal: Goal) -> list[Chair]:
    chairs = chairs_at(goal)
    require(rules.may_act(by, {chair.seat_id for chair in chairs}))
    return chairs


def hats_of(by: Actor, at: datetime) -> list[Actor]:
    """All hats of the acting person: a person is at a table only once, in whichever hat."""
    return hats_of_person(Person(pk=by.person_id), timezone.localdate(at))


def sits_in_another(by: Actor, chairs: list[Chair], hats: list[Actor]) -> bool:
    """Whether this person already is at the table in another of these hats."""
    others = {chair.seat_id for chair in chairs} - {by.seat_id}
    return any(hat.seat_id in others for hat in hats)


def keep(goal: Goal, at: datetime) -> Goal:
    goal.changed_at = at
    return goal.store("state", "halves_present", "halves_yes", "number", "revealed_at", "changed_at")


def note(kind: Any, goal: Goal, by: Actor | None, at: datetime, **data: Any) -> None:
    thread = goal.initiative.public_id if goal.initiative else ""
    record(kind(subject=goal.public_id, thread=thread, **goal.area.where, **data), by=by, at=at)
