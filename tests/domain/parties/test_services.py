"""Invalid names, seats and roles are refused, with the reason."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress

from middenstip.domain.areas.models import Area
from middenstip.domain.parties import rules
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Follow, Grant, Membership, PendingAddress, Person, Seat, Side
from middenstip.domain.parties.rules import HANDLER
from middenstip.journal.models import Entry
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Forbidden, Invalid
from tests.cast import Cast, person, seat_of

MIRTHE = "mirthe@deventer.example"


def test_a_person_without_a_name_is_refused_on_paper_and_on_screen(cast: Cast) -> None:
    known = Person.objects.count()
    with pytest.raises(Invalid) as refused:
        parties.register_on_paper(by=cast.samira, name=" ", at=cast.tick())
    assert refused.value.errors == {"name": "Vul de naam in. Een voornaam is genoeg."}
    with pytest.raises(Invalid) as refused:
        parties.rename_person(by=cast.bas, name="\t", at=cast.tick())
    assert refused.value.errors == {"name": "Vul een naam in. Een voornaam is genoeg."}
    assert (Person.objects.count(), person(cast.bas).name) == (known, "Bas Roelvink")


def test_a_new_name_is_kept_without_the_spaces_around_it(cast: Cast) -> None:
    parties.rename_person(by=cast.bas, name="  Bas  R. ", at=cast.tick())
    assert person(cast.bas).name == "Bas R."


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


def given(cast: Cast, role: str = "", area: str = "GM0150", **more: str) -> Seat:
    """Noor gives Mirthe a function, who has not proven her address yet."""
    told = {
        "title": "adviseur water",
        "organisation": "gemeente Deventer",
        "reason": "De gemeente is overheid.",
    }
    whom = parties.Appointee(email=MIRTHE, name="Mirthe", half=Half.GOVERNMENT, **told | more)
    where = Area.objects.get(code=area)
    return parties.appoint_person(by=cast.noor, whom=whom, role=role, area=where, at=cast.tick())


def test_a_function_without_a_role_is_a_seat_alone_and_twice_is_the_same_seat(cast: Cast) -> None:
    first = given(cast)
    assert given(cast) == first
    assert not Grant.objects.filter(seat=first).exists()
    assert Membership.objects.get(seat=first).person.name == "Mirthe"
    told = Entry.objects.filter(kind="seat.given").order_by("pk").first()
    assert told
    assert (told.subject, told.actor, told.area) == (first.public_id, cast.noor.person_public_id, "GM0150")


def test_a_role_is_given_once_and_only_one_that_exists(cast: Cast) -> None:
    first = given(cast, HANDLER)
    assert given(cast, HANDLER) == first
    grant = Grant.objects.get(seat=first)
    assert (grant.role, grant.area.code if grant.area else "") == (HANDLER, "GM0150")
    granted = Entry.objects.filter(kind="role.granted", subject=first.public_id)
    assert granted.count() == 1
    with pytest.raises(Forbidden, match="Deze rol bestaat niet"):
        given(cast, "koning")


def test_a_role_is_given_in_a_gemeente_or_a_wijk_by_an_administrator(cast: Cast) -> None:
    Area(code="BU01501401", kind="buurt", name="Oude dorp", year=2024).store()
    with pytest.raises(Forbidden) as refused:
        given(cast, area="BU01501401")
    assert refused.value.reason == "Een rol geldt in een gemeente of een wijk. Geef de rol daar."
    assert (
        rules.may_appoint(cast.samira, Area.objects.get(code="GM0150")).reason == rules.ONLY_AN_ADMINISTRATOR
    )
    assert not Membership.objects.filter(person__name="Mirthe").exists()


def test_who_was_named_before_proves_the_address_and_keeps_name_and_seat(cast: Cast) -> None:
    seat = given(cast)
    waits = PendingAddress.objects.get()
    assert (waits.email, waits.person.email) == (MIRTHE, None)
    proven = parties.register_person(email="Mirthe@Deventer.example ", name="Iemand anders", at=cast.tick())
    assert (proven, proven.name, proven.email, proven.proven_at) == (waits.person, "Mirthe", MIRTHE, cast.at)
    assert Membership.objects.get(person=proven).seat == seat
    assert not PendingAddress.objects.exists()
    address = EmailAddress.objects.get(user=proven)
    assert (address.email, address.verified, address.primary) == (MIRTHE, True, True)


def test_following_an_area_twice_or_stopping_twice_changes_nothing(cast: Cast) -> None:
    lettele, gerrit = Area.objects.get(code="WK015014"), cast.gerrit.person_id
    for _twice in range(2):
        parties.follow_area(person=gerrit, area=lettele, at=cast.tick())
    followed = Follow.objects.get(person=gerrit)
    assert (followed.kind, followed.target) == (Follow.AREA, "WK015014")
    for _twice in range(2):
        parties.unfollow_area(person=gerrit, area=lettele)
    assert not Follow.objects.filter(person=gerrit).exists()
