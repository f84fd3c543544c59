"""Queries about ballots."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Q

from middenstip.domain.areas.models import Area
from middenstip.domain.deliberation.lifecycle import AT_TABLE, FAILED, OPEN, WITHOUT_NEW_TEXT
from middenstip.domain.deliberation.models import Ballot, Condition, Counted, Outage, Sheet, Vote, Voter
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.rules import codes_around
from middenstip.domain.goals.selectors import chairs_at
from middenstip.domain.parties.models import Membership, Seat
from middenstip.domain.parties.rules import FACILITATOR
from middenstip.domain.parties.selectors import on_day, seats_holding
from middenstip.kernel.half import Half

_GOAL = ("goal__initiative", "goal__area__district", "goal__municipality", "area", "municipality")


def ballot_by_id(public_id: str) -> Ballot | None:
    """One ballot with its goal, area and previous round; None when there is none. One query."""
    around = (*_GOAL, "opened_by__side__organisation", "previous", "following", "decision")
    return Ballot.objects.select_related(*around).filter(public_id=public_id).first()


def ballots_of(goal: Goal, limit: int) -> list[Ballot]:
    """The newest ballots of this table, newest first. One query."""
    return list(Ballot.objects.filter(goal=goal).order_by("-pk")[:limit])


def hold_ballot(ballot: Ballot) -> Ballot:
    """The ballot as it is now, locked."""
    rows = Ballot.objects.select_for_update(of=("self",)).select_related(*_GOAL)
    return rows.get(pk=ballot.pk)


def fresh_ballot(ballot: Ballot) -> Ballot:
    """The ballot as it is now, without a lock: people vote beside each other."""
    return Ballot.objects.select_related(*_GOAL).get(pk=ballot.pk)


def hold_voters(ballot: Ballot, seats: Collection[int] | None = None) -> list[Voter]:
    """The lines of the roll for these seats (keys; None: all), locked. One query."""
    rows = Voter.objects.filter(ballot=ballot).select_for_update(of=("self",)).order_by("pk")
    return list(rows if seats is None else rows.filter(seat__in=seats))


def rounds_of(ballot: Ballot) -> list[Ballot]:
    """This ballot and the rounds before it, the first round first. A query per earlier round: at most two."""
    found = [ballot]
    while found[0].previous_id:
        found.insert(0, Ballot.objects.select_related(*_GOAL).get(pk=found[0].previous_id))
    return found


def voters_in(ballot: Ballot, seats: Collection[int]) -> list[Voter]:
    """The lines of the roll for these seats (keys). One query."""
    return list(Voter.objects.filter(ballot=ballot, seat__in=seats).select_related("vote"))


def roll_of(ballot: Ballot) -> list[Voter]:
    """Every line of the roll with its seat, in the order of the roll. One query."""
    return list(Voter.objects.filter(ballot=ballot).order_by("pk").select_related("seat__side__organisation"))


def seats_beside(seat: int, today: date) -> list[int]:
    """The seats (keys) of the people who sit in this seat today. One query."""
    people = Membership.objects.filter(on_day(today), seat=seat).values("person")
    rows = Membership.objects.filter(on_day(today), person__in=people)
    return list(rows.values_list("seat", flat=True))


def sheets_waiting(ballot: Ballot) -> int:
    """How many sheets one person typed in, and a second did not yet. One query."""
    return Sheet.objects.filter(voter__ballot=ballot).count()


def vote_of(ballot: Ballot, seat: int) -> Vote | None:
    """The vote of this seat (a key) while the ballot is open. One query."""
    return Vote.objects.filter(voter__ballot=ballot, voter__seat=seat).first()


def counted_in(ballots: Collection[Ballot]) -> list[Counted]:
    """The published lines of these ballots, by round and number. One query."""
    rows = Counted.objects.filter(ballot__in=[one.pk for one in ballots])
    return list(rows.order_by("ballot", "number").select_related("seat__side__organisation"))


def line_with_code(ballot: Ballot, code: str) -> Counted | None:
    """The published line with this receipt; None when there is none. One query."""
    return Counted.objects.filter(ballot=ballot, code=code).first()


def conditions_of(ballots: Collection[Ballot]) -> list[Condition]:
    """The conditions in these ballots: what must be answered first, most shared first. One query."""
    rows = Condition.objects.filter(ballot__in=[one.pk for one in ballots])
    return list(rows.order_by("ballot", "-must_answer", "-people", "pk").select_related("replied_by__side"))


def outages_of(ballot: Ballot) -> list[Outage]:
    return list(Outage.objects.filter(ballot=ballot).order_by("pk"))


def condition_by_key(ballot: Ballot, key: int) -> Condition | None:
    return Condition.objects.filter(ballot=ballot, pk=key).first()


def seats_on_roll(goal: Goal, who: str, at: datetime) -> list[Seat]:
    """The seats that may vote: confirmed, with a person in it today, and not leading the talk.

    `who` is the seats at the table, or every seat of the area: residents in it, government and business also
    those of the whole gemeente, because their seats seldom stand in one neighbourhood. Three queries.
    """
    today = at.date()
    leading = set(seats_holding(FACILITATOR, codes_around(goal), today).values_list("pk", flat=True))
    sat = Seat.objects.filter(on_day(today, "memberships__"), confirmed_at__isnull=False)
    if who == AT_TABLE:
        rows = sat.filter(pk__in=[chair.seat_id for chair in chairs_at(goal)])
    else:
        rows = sat.filter(_of_area(goal.area))
    return [seat for seat in rows.distinct().order_by("pk") if seat.pk not in leading]


def _of_area(area: Area) -> Q:
    here = Q(area=area) | Q(area__district=area) | Q(area__municipality=area)
    around = Q(area__in=[key for key in (area.district_id, area.municipality_id) if key])
    return here | (around & ~Q(half=Half.RESIDENTS))


def due_ballots(at: datetime) -> list[Ballot]:
    """The open ballots whose closing time has passed, oldest first."""
    return list(Ballot.objects.filter(state=OPEN, closes_at__lte=at).order_by("closes_at")[:100])


def stuck_ballots(at: datetime) -> list[Ballot]:
    """The failed rounds to which no new text came in time, oldest first."""
    rows = Ballot.objects.filter(state=FAILED, counted_at__lte=at - WITHOUT_NEW_TEXT)
    return list(rows.order_by("counted_at")[:100])
