"""A seat is confirmed: from now on it counts for its half, also at the tables where it sits already."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.goals import services as goals
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Seat
from middenstip.journeys import agree_goal
from middenstip.kernel.actor import Actor
from middenstip.kernel.write import write


@write
def confirm(*, by: Actor, seat: Seat, at: datetime) -> Seat:
    """Confirm the seat, and count again at its tables."""
    seat = parties.confirm_seat(by=by, seat=seat, at=at)
    for goal in goals.count_seat(by=by, seat=seat, at=at):
        if goal.initiative:
            initiatives.join_half(initiative=goal.initiative, half=seat.half)
        agree_goal.settle(by=by, goal=goal, half=seat.half, at=at)
    return seat
