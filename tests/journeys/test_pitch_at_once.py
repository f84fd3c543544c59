"""Two hundred phones answer one pitch at the same moment, each twice: each is one promise and one draft."""

from __future__ import annotations

import pytest
from django.db import connection

from middenstip.domain.agreements.models import Agreement, Signature
from middenstip.domain.parties.models import Membership, Person, Seat
from middenstip.domain.podium.models import Pitch, Promise
from middenstip.journeys import promise_at_pitch
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from tests.cast import Cast
from tests.journeys.test_promise_at_pitch import on_stage, told
from tests.journeys.test_voting_at_once import at_once

PHONES = 200


def the_hall(cast: Cast) -> list[Actor]:
    """Two hundred neighbours, each in a seat of their own."""
    halves = list(Half)
    people = Person.objects.bulk_create(
        Person(email=f"zaal{number}@voorbeeld.example", name=f"Zaal {number}", proven_at=cast.at)
        for number in range(PHONES)
    )
    area = Seat.objects.get(pk=cast.gerrit.seat_id).area
    seats = Seat.objects.bulk_create(
        Seat(title=f"zaal {number}", area=area, half=halves[number % 3], confirmed_at=cast.at)
        for number in range(PHONES)
    )
    both = list(zip(people, seats, strict=True))
    Membership.objects.bulk_create(
        Membership(person=who, seat=seat, from_on=cast.today) for who, seat in both
    )
    return [
        Actor(
            person_id=who.pk,
            person_public_id=who.public_id,
            seat_id=seat.pk,
            seat_public_id=seat.public_id,
            half=Half(seat.half),
        )
        for who, seat in both
    ]


def each_once(pitch: Pitch) -> None:
    promises = Promise.objects.filter(pitch=pitch)
    assert promises.count() == promises.values("seat").distinct().count() == PHONES
    codes = set(promises.values_list("code", flat=True))
    assert codes == set(Agreement.objects.values_list("public_id", flat=True))
    assert (len(codes), Signature.objects.count()) == (PHONES, 2 * PHONES)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="SQLite has one writer at a time; PostgreSQL plays this"
)
def test_two_hundred_phones_answer_at_once(cast: Cast) -> None:
    (pitch,) = on_stage(cast)
    at, answer = cast.tick(), told(cast)

    def act(by: Actor) -> object:
        return promise_at_pitch.promise(by=by, pitch=pitch, told=answer, at=at)

    acts = [lambda by=by: act(by) for by in twice_each(the_hall(cast))]
    assert at_once(acts) == {"in": 2 * PHONES}
    each_once(pitch)


def twice_each(actors: list[Actor]) -> list[Actor]:
    """Everybody taps twice, the second time right beside the first."""
    return [by for by in actors for _twice in range(2)]


def test_two_hundred_phones_answer_one_after_the_other(cast: Cast) -> None:
    (pitch,) = on_stage(cast)
    answer = told(cast)
    for by in twice_each(the_hall(cast)):
        promise_at_pitch.promise(by=by, pitch=pitch, told=answer, at=cast.tick(seconds=1))
    each_once(pitch)
