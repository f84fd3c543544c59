"""`manage.py erase`: an administrator wipes somebody who cannot do it on the own page."""

from __future__ import annotations

from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from django.core.management import CommandError, call_command
from django.test import Client

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.parties.rules import ADMIN
from middenstip.journal.models import Entry
from middenstip.journeys import leave, submit_initiative
from middenstip.kernel.actor import Unseated
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Forbidden
from tests.cast import Cast, draft, person, submitted


def erase(by: str, **whom: str) -> str:
    said = StringIO()
    call_command("erase", by, **whom, stdout=said)
    return said.getvalue()


def test_name_address_and_drafts_go_and_what_happened_stays(cast: Cast) -> None:
    submitted(cast)
    draft(cast, "Nog geheim")
    marijke, noor = person(cast.marijke), person(cast.noor)
    assert EmailAddress.objects.filter(user=marijke).count() == 1
    assert noor.email
    assert marijke.email
    assert "Marijke Wolterink is gewist." in erase(noor.email, email=marijke.email)
    leave.clear_up(at=cast.tick())
    gone = person(cast.marijke)
    assert (gone.name, gone.email, EmailAddress.objects.filter(user=gone).count()) == ("", None, 0)
    assert Initiative.objects.get().title == "Voedselbos Lettele"
    assert Entry.objects.get(kind="person.erased").actor == cast.noor.person_public_id
    with pytest.raises(CommandError, match="kennen we niet"):
        erase(noor.email, email=marijke.email)


@pytest.mark.parametrize("said", ["", "let 2"])
def test_who_has_no_address_is_found_by_the_number_of_the_idea(cast: Cast, said: str) -> None:
    told = submit_initiative.submit_on_paper(
        by=cast.samira,
        name="Opa Jan",
        half=Half.RESIDENTS,
        area=submitted(cast).area,
        texts={"title": "Een bank", "what": "Bij de kerk.", "why": "Rust."},
        has_place=True,
        key="een-keer",
        at=cast.tick(),
    )
    noor = person(cast.noor).email
    assert noor
    assert "Opa Jan is gewist." in erase(noor, initiative=said or told.public_id)
    assert Person.objects.get(pk=told.initiator_id).erased_at


@pytest.mark.parametrize("by", ["samira@demo.middenstip.example", "niemand@voorbeeld.example"])
def test_nobody_but_an_administrator(cast: Cast, by: str) -> None:
    with pytest.raises(CommandError, match="geen beheerder"):
        erase(by, email="marijke@demo.middenstip.example")
    assert person(cast.marijke).email


def test_last_administrator_may_go_and_hears_that_nobody_is_left(cast: Cast, client: Client) -> None:
    noor, warning = person(cast.noor), "Je bent de laatste beheerder."
    client.force_login(noor)
    assert warning in client.get("/mijn/wissen/").content.decode()
    client.force_login(person(cast.marijke))
    assert warning not in client.get("/mijn/wissen/").content.decode()
    assert noor.email
    assert "Er is nu geen beheerder meer." in erase(noor.email, email=noor.email)


def test_with_a_second_administrator_nothing_is_said_of_it(cast: Cast, client: Client) -> None:
    seat = Seat.objects.get(pk=cast.samira.seat_id)
    parties.appoint(seat=seat, role=ADMIN, area=None, at=cast.tick())
    noor = person(cast.noor)
    client.force_login(noor)
    assert "laatste beheerder" not in client.get("/mijn/wissen/").content.decode()
    assert noor.email
    assert "geen beheerder meer" not in erase(noor.email, email=noor.email)


def test_who_acts_without_a_seat_is_recorded_without_a_half(cast: Cast, client: Client) -> None:
    """The journal said *bewoners* for a person who never chose one."""
    client.force_login(person(cast.marijke))  # in her seat: her half stands beside what she did
    assert client.post("/mijn/wissen/", {"sure": "on"}).status_code == 302
    alone = parties.register_person(email="alleen@voorbeeld.example", name="Alie", at=cast.tick())
    client.force_login(alone)
    assert client.post("/mijn/naam/", {"name": "Alida"}).status_code == 302
    assert Person.objects.get(pk=alone.pk).name == "Alida"
    assert client.post("/mijn/wissen/", {"sure": "on"}).status_code == 302
    told = Entry.objects.filter(kind="person.erased").order_by("pk")
    assert list(told.values_list("actor", "seat", "half")) == [
        (cast.marijke.person_public_id, cast.marijke.seat_public_id, "bewoners"),
        (alone.public_id, "", ""),
    ]


def test_who_has_no_seat_wipes_nobody_else(cast: Cast) -> None:
    alone = Unseated(0, "2345678923", "Alie")
    with pytest.raises(Forbidden, match="Je kunt alleen je eigen gegevens laten wissen"):
        leave.erase(by=alone, person=person(cast.marijke), at=cast.tick())
    assert person(cast.marijke).email
