"""A person leaves a function: what it still owes is written down, for who comes after to take over.

What is owed lies in other rooms; the lines lie with the seat.
"""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from middenstip.domain.goals import services as goals
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Handover, Person, Seat
from middenstip.domain.parties.selectors import handovers_to_ring
from middenstip.domain.parties.services import Left
from middenstip.domain.reports.selectors.handover import owed_by
from middenstip.kernel.write import write

AT_ONCE = 100


@write
def stand_up(*, person: Person, seat: Seat, note: str = "", at: datetime) -> Handover | None:
    """Leave the seat. In an organisation everything open gets a line for the next one."""
    parties.leave_seat(person=person, seat=seat, at=at)
    return leave_behind(seat=seat, note=note, at=at)


def leave_behind(*, seat: Seat, note: str = "", at: datetime) -> Handover | None:
    """Write down what this seat owes, since somebody left it at this moment. Safe to run twice.

    Its commitments to goals stay, and who comes after is asked whether they still stand. A person's own seat
    is cleared instead (see `leave`).
    """
    goals.ask_again(seat=seat, at=at)
    return parties.open_handover(seat=seat, left=_left(seat), note=note, at=at) if seat.side_id else None


def ring(*, at: datetime) -> int:
    """Ring every handover that waits; returns how many. Safe to run twice, and to stop."""
    today, number = timezone.localdate(at), 0
    while waiting := handovers_to_ring(today, AT_ONCE):
        for handover in waiting:
            owed = {one.key for one in _left(handover.seat)}
            if parties.settle_handover(handover=handover, owed=owed, at=at):
                parties.ring_handover(handover=handover, at=at)
        number += len(waiting)
    return number


def _left(seat: Seat) -> list[Left]:
    return [
        Left(one.noun, one.public_id, one.name, one.due, one.contact, one.shown_on) for one in owed_by(seat)
    ]
