"""Whoever never typed the code is forgotten; whoever did, or on whom something public stands, is not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.parties.services import register_person
from middenstip.journal.models import Entry
from middenstip.journeys.forget_strangers import PATIENCE, forget, forget_strangers
from middenstip.kernel import clock
from middenstip.kernel.verdict import NotNow
from middenstip.notices.tasks import reconcile
from tests.cast import Cast, draft, person, submitted

pytestmark = pytest.mark.django_db


def stranger(cast: Cast, email: str = "anneke@voorbeeld.example") -> Person:
    """Told an idea with this address, and did not type the code."""
    one = register_person(email=email, name="Anneke", at=cast.tick())
    draft(cast, "Een bank", initiator=one)
    return one


def everything_of(one: Person) -> list[object]:
    return [*Person.objects.filter(pk=one.pk), *Initiative.objects.filter(initiator=one)]


def test_who_never_came_goes_with_the_idea_and_the_seat_after_thirty_days(cast: Cast) -> None:
    seats = Seat.objects.count()
    one = stranger(cast)
    told = one.joined_at
    assert told
    assert Seat.objects.count() == seats + 1
    assert forget_strangers(at=told + PATIENCE) == 0
    assert len(everything_of(one)) == 2
    assert forget_strangers(at=told + PATIENCE + timedelta(seconds=1)) == 1
    assert everything_of(one) == []
    assert Seat.objects.count() == seats
    last = Entry.objects.order_by("pk").last()
    assert last
    assert (last.kind, last.subject) == ("person.erased", one.public_id)


def test_who_came_in_keeps_the_draft(cast: Cast) -> None:
    one = stranger(cast)
    Person.objects.filter(pk=one.pk).update(last_login=cast.tick())
    assert forget_strangers(at=cast.tick(days=90)) == 0
    assert len(everything_of(one)) == 2
    with pytest.raises(NotNow):
        forget(person=one, at=cast.tick())
    assert len(everything_of(one)) == 2


def test_who_has_a_seat_in_an_organisation_or_did_something_public_stays(cast: Cast) -> None:
    """They were appointed, or told it at the counter with an address: someone counts on them."""
    submitted(cast)
    Person.objects.update(last_login=None)
    one = stranger(cast)
    assert forget_strangers(at=cast.tick(days=90)) == 3  # Gerrit and Tarik only have a seat of their own
    assert everything_of(one) == []
    stay = (cast.marijke, cast.ilse, cast.bas, cast.samira, cast.noor)
    assert {person(who).pk for who in stay} <= set(Person.objects.values_list("pk", flat=True))
    assert Initiative.objects.get().initiator_id == cast.marijke.person


def test_the_worker_does_it_every_day(cast: Cast) -> None:
    one = stranger(cast)
    with clock.frozen(cast.tick(days=31)):
        reconcile.func()
    assert everything_of(one) == []
