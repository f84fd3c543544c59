"""Invalid names, seats and roles are refused, with the reason."""

from __future__ import annotations

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.parties import rules
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Grant, Person, Seat, Side
from middenstip.journal.models import Entry
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Invalid
from tests.cast import Cast, person, seat_of


def test_a_person_without_a_name_is_refused_on_paper_and_on_screen(cast: Cast) -> None:
    known = Person.objects.count()
    with pytest.raises(Invalid) as refused:
        parties.register_on_paper(by=cast.samira, name=" ", at=cast.tick())
    assert refused.value.errors == {"name": "Vul de naam in. Een voornaam is genoeg."}
    with pytest.raises(Invalid) as refused:
        parties.rename_person(by=cast.bas, name="\t", at=cast.tick())
    assert refused.value.errors == {"name": "Vul een naam in. Een voornaam is genoeg."}
    assert (Person.objects.count(), person(cast.bas).name) == (known, "Bas Roelvink")


def test_registering_an_address_again_keeps_the_person_and_name(cast: Cast) -> None:
    first = parties.register_person(email="piet@voorbeeld.example", name="Piet", at=cast.tick())
    again = parties.register_person(email=" PIET@voorbeeld.example", name="Pieter", at=cast.tick())
    assert (first, first.name, first.has_usable_password()) == (again, again.name, False)
    assert Entry.objects.filter(kind="person.registered", subject=first.public_id).count() == 1
    with pytest.raises(Invalid) as refused:
        parties.register_person(email="jan@voorbeeld.example", name="x" * 500, at=cast.tick())
    assert list(refused.value.errors) == ["name"]


def test_an_organisation_chooses_its_half_once_in_each_area(cast: Cast) -> None:
    side = Side.objects.select_related("organisation").get(seats=cast.ilse.seat_id)
    elsewhere = Area.objects.get(code="GM0957")
    told = {"by": cast.noor, "organisation": side.organisation, "area": elsewhere}
    chosen = parties.choose_side(half=Half.BUSINESS, reason="Zij verkoopt er grond.", **told, at=cast.tick())
    assert (chosen.half, chosen.reason) == (Half.BUSINESS, "Zij verkoopt er grond.")
    with pytest.raises(Invalid) as refused:
        parties.choose_side(half=Half.GOVERNMENT, reason="Toch niet.", **told, at=cast.tick())
    assert refused.value.errors == {"half": "In Roermond koos gemeente Deventer al een helft."}
    assert Side.objects.get(pk=side.pk).half == Half.GOVERNMENT


def test_a_seat_in_an_organisation_speaks_for_the_half_of_the_organisation(cast: Cast) -> None:
    side = Side.objects.select_related("area").get(half=Half.GOVERNMENT, seats=cast.ilse.seat_id)
    told = {"title": "wethouder", "area": side.area, "side": side}
    with pytest.raises(Invalid) as refused:
        parties.make_seat(**told, half=Half.BUSINESS)
    assert list(refused.value.errors) == ["half"]
    assert parties.make_seat(**told, half=Half.GOVERNMENT).half == side.half


def test_granting_an_unknown_role_is_refused(cast: Cast) -> None:
    given = Grant.objects.count()
    with pytest.raises(Invalid) as refused:
        parties.appoint(seat=seat_of(cast.bas), role="koning", area=None, at=cast.tick())
    assert refused.value.errors == {"role": "Deze rol bestaat niet."}
    assert rules.may_grant(cast.noor, "koning").reason == "Deze rol bestaat niet."
    assert Grant.objects.count() == given


def test_a_persons_own_seat_in_an_area_is_created_once(cast: Cast) -> None:
    lettele = Area.objects.get(code="WK015014")
    told = {"person": person(cast.bas), "half": Half.RESIDENTS, "area": lettele}
    first = parties.own_seat(**told, at=cast.tick())
    assert parties.own_seat(**told, at=cast.tick()) == first
    assert Seat.objects.filter(memberships__person=cast.bas.person_id, side=None).count() == 1
