"""A table with enough people: each half gets more confirmed seats in Lettele."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from middenstip.domain.areas.models import Area
from middenstip.domain.deliberation import services
from middenstip.domain.deliberation.models import Ballot, Decision
from middenstip.domain.goals.models import Goal
from middenstip.domain.parties.models import Membership, Organisation, Person, Seat, Side
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from tests.cast import Cast, table

QUESTION = {
    "question": "Mag de pluktuin op het veld?",
    "text": "De pluktuin komt op het veld achter de school.",
    "status_quo": "Het veld blijft gras.",
}
STATEMENTS = (
    "Er komt een pluktuin.",
    "Het veld blijft leeg.",
    "Iedereen mag plukken.",
    "De tuin kost te veel.",
)


def people(cast: Cast, half: Half, number: int) -> list[Actor]:
    """So many more people of this half, each in a confirmed seat of their own."""
    area = Area.objects.get(code="WK015014")
    side = None
    if half == Half.GOVERNMENT:
        name = f"Dienst {Person.objects.count()}"
        party = Organisation.objects.create(name=name)
        side = Side.objects.create(
            organisation=party, area=area, half=half, reason="Wij zijn van de overheid."
        )
    joined = [Person(name=f"{half.value} {one}", joined_at=cast.at) for one in range(number)]
    persons = Person.objects.bulk_create(joined)
    seats = Seat.objects.bulk_create(
        Seat(side=side, title=one.name, area=area, half=half, confirmed_at=cast.at) for one in persons
    )
    since = cast.today - timedelta(days=1)
    Membership.objects.bulk_create(
        Membership(seat=seat, person=one, from_on=since) for seat, one in zip(seats, persons, strict=True)
    )
    return [hats_of_person(one, cast.today)[0] for one in persons]


def crowd(cast: Cast, *numbers: int) -> list[list[Actor]]:
    """So many more residents, officials and entrepreneurs."""
    return [people(cast, half, number) for half, number in zip(Half, numbers or (3, 3, 3), strict=True)]


def opened(cast: Cast, goal: Goal | None = None, **more: Any) -> Ballot:
    """A ballot of the seats of Lettele, open for two weeks."""
    told: dict[str, Any] = QUESTION | {
        "closes_at": cast.at + timedelta(days=14),
        "review_on": cast.day(200),
        **more,
    }
    return services.open_ballot(by=cast.marijke, goal=goal or table(cast), **told, at=cast.tick())


def votes(cast: Cast, ballot: Ballot, actors: list[Actor], *choices: str, why: str = "") -> None:
    """Each of these actors votes; the last choice is for all who are left."""
    for place, actor in enumerate(actors):
        choice = choices[min(place, len(choices) - 1)]
        services.cast_vote(by=actor, ballot=ballot, choice=choice, condition=why, at=cast.tick())


def closed(cast: Cast, ballot: Ballot) -> Ballot:
    """The ballot after its closing time, counted."""
    ballot = Ballot.objects.get(pk=ballot.pk)
    cast.at = ballot.closes_at
    return services.count_ballot(ballot=ballot, at=cast.at)


def next_round(cast: Cast, ballot: Ballot, text: str) -> Ballot:
    """The next round, a week long."""
    until, review_on = cast.at + timedelta(days=7), date(2028, 1, 1)
    told = {"text": text, "closes_at": until, "review_on": review_on}
    return services.open_next_round(by=cast.marijke, ballot=ballot, **told, at=cast.tick())


def decision_of(ballot: Ballot) -> Decision:
    return Decision.objects.get(ballot=ballot)
