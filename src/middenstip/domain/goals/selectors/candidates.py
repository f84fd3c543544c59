"""The seats that a seat at the table may invite."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from middenstip.domain.goals.lifecycle import SENT
from middenstip.domain.goals.models import Chair, Goal, Invitation
from middenstip.domain.goals.rules import codes_around
from middenstip.domain.initiatives.models import Partner
from middenstip.domain.parties.models import Membership, Seat
from middenstip.domain.parties.rules import FACILITATOR
from middenstip.domain.parties.selectors import on_day, seats_holding
from middenstip.kernel.half import Half

ACCEPTED = "accepted"


@dataclass(frozen=True)
class Candidate:
    """A seat that may be invited; `label` is its function and organisation."""

    public_id: str
    half: str
    label: str


def seats_to_invite(
    goal: Goal, on: date, half: str = "", words: str = "", limit: int = 30
) -> list[Candidate]:
    """Seats of organisations in this gemeente, the initiator's seat, and the seats that help. One query.

    Left out are seats that are at the table or invited, and the facilitator on that day. A person's own seat
    listed only while they sit in it and joined the initiative, because there is no list of residents.
    `half` and `words` (part of the function or the name of the organisation) narrow it.
    """
    helping = Partner.objects.filter(initiative=goal.initiative_id, state=ACCEPTED).values("seat")
    part = Q(pk__in=helping) | Q(pk=goal.initiative.seat_id if goal.initiative else None)
    known = Q(side__isnull=False, area__municipality=goal.municipality_id)
    sits = Membership.objects.filter(on_day(on)).values("seat")
    known |= part & Q(pk__in=sits) & ~Q(half=Half.GOVERNMENT)  # the government needs an organisation
    there = Chair.objects.filter(goal=goal, left_at=None).values("seat")
    asked = Invitation.objects.filter(goal=goal, state=SENT).values("seat")
    leading = seats_holding(FACILITATOR, codes_around(goal), on).values("pk")
    seats = Seat.objects.filter(known).exclude(pk__in=there).exclude(pk__in=asked).exclude(pk__in=leading)
    if half in list(Half):
        seats = seats.filter(half=half)
    for word in words.split()[:5]:
        seats = seats.filter(Q(title__icontains=word) | Q(side__organisation__name__icontains=word))
    rows = seats.order_by(F("side__organisation__name").asc(nulls_first=True), "title", "pk")
    columns = ("public_id", "half", "title", "side__organisation__name")
    return [
        Candidate(public_id, of, f"{title}, {organisation}" if organisation else title)
        for public_id, of, title, organisation in rows.values_list(*columns)[:limit]
    ]
