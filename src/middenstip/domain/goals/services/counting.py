"""Which halves are at the table, and which say ja."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.goals import facts
from middenstip.domain.goals.lifecycle import GOAL, PROPOSED, SHARED, YES
from middenstip.domain.goals.models import Chair, Goal, Version
from middenstip.domain.goals.selectors import chairs_at, halves_at
from middenstip.domain.goals.services.hold import keep, locked, note
from middenstip.domain.parties.models import Seat
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import ALL_HALVES, bits_of, halves_of
from middenstip.kernel.write import write


@write
def count_seat(*, by: Actor, seat: Seat, at: datetime) -> list[Goal]:
    """The claim of this seat was confirmed: from now on it counts at its tables. Returns these tables.

    A goal that is shared already stays shared.
    """
    sits = Chair.objects.filter(seat=seat, left_at=None).values("goal")
    counted = []
    for goal in locked().filter(pk__in=sits).exclude(state__in=[*GOAL.ends, SHARED]).order_by("pk"):
        chairs = chairs_at(goal)
        goal.halves_present = halves_at(chairs)
        if goal.halves_present == ALL_HALVES and GOAL.allows(goal.state, "complete"):
            goal.state = GOAL.after(goal.state, "complete")
        if goal.state == PROPOSED:
            count_yes(by, goal, goal.versions.get(number=goal.number), chairs, at)
        counted.append(keep(goal, at))
    return counted


def count_yes(by: Actor, goal: Goal, version: Version, chairs: list[Chair], at: datetime) -> None:
    """Count the halves that say ja again, after an answer or after a seat without a ja left."""
    before = goal.halves_yes
    goal.halves_yes = _halves_saying_yes(version, chairs)
    for half in halves_of(goal.halves_yes & ~before):
        note(facts.HalfSaidYes, goal, by, at, number=version.number, said=half)
    if goal.halves_yes == ALL_HALVES:
        goal.state = GOAL.after(PROPOSED, "all_say_yes")
        assert goal.state == SHARED
        note(facts.GoalShared, goal, by, at, number=version.number)


def _halves_saying_yes(version: Version, chairs: list[Chair]) -> int:
    """The halves (bits) of which every seat that counts says ja. A half without such a seat never does."""
    chairs = [chair for chair in chairs if chair.counts]
    yes = set(version.answers.filter(answer=YES).values_list("seat", flat=True))
    silent = {chair.seat.half for chair in chairs if chair.seat_id not in yes}
    return bits_of(half for half in {chair.seat.half for chair in chairs} if half not in silent)
