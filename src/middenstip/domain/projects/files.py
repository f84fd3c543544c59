"""The scans of receipts: beside a booking, for the team and those who gave the money."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from middenstip.domain.projects import rules
from middenstip.domain.projects.models import Booking
from middenstip.domain.projects.selectors.money import booking_by_id
from middenstip.domain.projects.selectors.project import team_of
from middenstip.kernel.actor import Actor
from middenstip.kernel.holder import Holder, Reader
from middenstip.kernel.verdict import YES, Verdict, no


def _bookings(ids: Collection[str]) -> set[str]:
    return set(Booking.objects.filter(public_id__in=ids).values_list("public_id", flat=True))


def may_read(reader: Reader, booking: Booking) -> Verdict:
    """A receipt may have names on it: the team and the givers read it. Two queries."""
    team = team_of(booking.project)
    if any(team.has(hat) for hat in reader.hats):
        return YES
    givers = set(booking.project.awards.values_list("giver", flat=True))
    if any(hat.seat_id in givers for hat in reader.hats):
        return YES
    return no("Een bon lezen het team van dit project en wie er geld aan gaf.")


def may_add(by: Actor, booking: Booking) -> Verdict:
    """The team, while the project runs. One query."""
    return rules.may_work(by, booking.project, team_of(booking.project))


def _where(booking: Booking) -> Mapping[str, str]:
    return {"thread": booking.project.initiative.public_id, **booking.project.area.where}


HOLDERS = (
    Holder(
        noun="booking",
        find=booking_by_id,
        existing=_bookings,
        may_read=may_read,
        may_add=may_add,
        path=lambda booking: f"/boeking/{booking.public_id}/",
        name=lambda booking: booking.text,
        where=_where,
    ),
)
