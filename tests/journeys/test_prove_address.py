"""The code from the mail: what waited becomes a person, a seat and an idea in one write, or nothing does."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import PendingClaim, Person
from middenstip.domain.parties.selectors import claims_to_ask, waits_at
from middenstip.domain.parties.services.addresses import MOST_WAITING
from middenstip.journeys import prove_address
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, person

pytestmark = pytest.mark.django_db
FENNA = "fenna@voorbeeld.example"


def told(**more: Any) -> dict[str, Any]:
    return {
        "area": "WK015014",
        "home": "",
        "half": "bewoners",
        "reins": {},
        "send": True,
        "texts": {"title": "Pluktuin", "what": "Een tuin.", "why": ""},
        "has_place": True,
    } | more


def claim(cast: Cast, key: str = "een", **more: Any) -> PendingClaim:
    """Fenna tells an idea as a visitor."""
    who = {"visitor": "browser", "key": key, "email": FENNA, "name": "Fenna", "at": cast.tick()}
    return parties.claim_address(**who, told=told(**more))


def lettele() -> Area:
    return Area.objects.get(code="WK015014")


def code(at: datetime) -> str:
    parties.keep_code(login="login", code="ABC123", at=at)
    return "login"


def prove(cast: Cast, visitor: str = "browser", **more: Any) -> prove_address.Proven:
    at = cast.tick()
    return prove_address.prove(login=code(at), email=FENNA, visitor=visitor, at=at, **more)


def test_everything_is_made_after_the_code_and_an_idea_told_twice_is_one(cast: Cast) -> None:
    claim(cast)
    claim(cast, key="twee", point=(6.27, 52.27))
    assert not Initiative.objects.exists()
    proven = prove(cast)
    assert (proven.person.email, proven.person.name) == (FENNA, "Fenna")
    ideas = Initiative.objects.order_by("pk")
    assert [(one.stage, one.lon, one.initiator) for one in ideas] == [
        ("idea", 6.27, proven.person),
    ]
    assert proven.initiative == ideas[0]
    assert PendingClaim.objects.count() == 0


def test_a_code_opens_the_door_once(cast: Cast) -> None:
    claim(cast)
    at = cast.tick()
    login = code(at)
    prove_address.prove(login=login, email=FENNA, visitor="browser", at=at)
    with pytest.raises(NotNow, match="al gebruikt"):
        prove_address.prove(login=login, email=FENNA, visitor="browser", at=at)


def test_what_waited_too_long_makes_nobody(cast: Cast) -> None:
    claim(cast)
    cast.tick(hours=25)
    with pytest.raises(NotNow, match="wachtte te lang"):
        prove(cast)
    with pytest.raises(NotNow, match="wachtte te lang"):
        prove(cast, visitor="")
    assert not Person.objects.filter(email=FENNA).exists()


def test_when_the_place_is_gone_nothing_is_made_and_coming_in_still_works(cast: Cast) -> None:
    waiting = claim(cast)
    waiting.told["area"] = "WK999999"
    waiting.save()
    with pytest.raises(Invalid, match="kennen we niet meer"):
        prove(cast)
    assert not Person.objects.filter(email=FENNA).exists()
    assert prove(cast, with_ideas=False).initiative is None
    assert (Person.objects.filter(email=FENNA).count(), PendingClaim.objects.count()) == (1, 1)


def test_no_more_waits_than_fits(cast: Cast) -> None:
    """Of one visitor, and at one address of what the desk types in; the same form again is no new one."""
    for number in range(MOST_WAITING):
        claim(cast, key=str(number))
    claim(cast, key="0")
    with pytest.raises(Invalid, match="Er wacht al te veel"):
        claim(cast, key="nog een")
    who = {"by": cast.samira, "email": FENNA, "name": "Fenna"}
    for number in range(MOST_WAITING):
        prove_address.ask(**who, key=str(number), at=cast.tick(), area=lettele(), told=told())
    with pytest.raises(Invalid, match="Er wacht al te veel"):
        prove_address.ask(**who, key="nog een", at=cast.tick(), area=lettele(), told=told())
    assert PendingClaim.objects.count() == 2 * MOST_WAITING


def test_only_the_desk_types_in_and_only_the_owner_answers(cast: Cast) -> None:
    email = person(cast.marijke).email or ""
    who = {"email": email, "name": "Piet", "key": "een", "at": cast.tick()}
    with pytest.raises(Forbidden):
        prove_address.ask(by=cast.tarik, **who, area=lettele(), told=told())
    asked = prove_address.ask(by=cast.samira, **who, area=lettele(), told=told())
    with pytest.raises(NotNow, match="wacht niet meer"):
        prove_address.accept(person=person(cast.bas), claim=asked.public_id, at=cast.tick())
    assert claims_to_ask(person(cast.marijke), cast.at) == [asked]
    assert claims_to_ask(person(cast.marijke), cast.at + timedelta(days=31)) == []
    made = prove_address.accept(person=person(cast.marijke), claim=asked.public_id, at=cast.tick())
    assert (made.initiator_id, made.stage) == (cast.marijke.person_id, "idea")
    with pytest.raises(NotNow, match="wacht niet meer"):
        prove_address.decline(person=person(cast.marijke), claim=asked.public_id, at=cast.tick())


def test_a_code_is_mailed_where_it_opens_a_door(cast: Cast) -> None:
    at = cast.tick()
    assert not waits_at(FENNA, at)
    parties.expect_person(email=FENNA, name="Fenna", at=at)
    assert waits_at(FENNA, at)
    piet = {"email": "piet@voorbeeld.example", "name": "Piet", "key": "een"}
    prove_address.ask(by=cast.samira, area=lettele(), told=told(), at=at, **piet)
    assert waits_at(piet["email"], at)
    Person.objects.filter(pk=cast.bas.person_id).update(is_active=False)
    assert not waits_at(person(cast.bas).email or "", at)


def test_who_proved_it_twice_is_one(cast: Cast) -> None:
    one = parties.register_person(email=FENNA, name="Fenna", at=cast.tick())
    assert parties.register_person(email=FENNA.upper(), name="F", at=cast.tick()) == one
    assert parties.expect_person(email=FENNA, name="F", at=cast.tick()) == one
    parties.drop_codes(login=code(cast.tick()))
    with pytest.raises(NotNow):
        parties.use_codes(login="login")


def test_two_requests_that_prove_one_address_make_one_person(cast: Cast) -> None:
    """The other request makes the person between our look and our insert."""
    told = {"email": "fenna@voorbeeld.example", "name": "Fenna", "at": cast.tick()}
    other: list[Person] = []

    def between(execute: Any, sql: str, *rest: Any) -> Any:
        if sql.startswith("INSERT ") and '"parties_person"' in sql and not other:
            other.append(Person())  # the nested insert passes through here as well
            other[0] = parties.register_person(**told)
        return execute(sql, *rest)

    with connection.execute_wrapper(between):
        assert parties.register_person(**told) == other[0]
    assert Person.objects.filter(email=told["email"]).count() == 1
