"""A page about a person shows what that person chose; that of an organisation its people and promises."""

from __future__ import annotations

from middenstip.domain.agreements.lifecycle import DONE, NOT_MET
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Profile, Seat
from middenstip.domain.reports.selectors.my_data import my_data
from tests.cast import Cast, person, signed, submitted
from tests.queries import at_most
from tests.web.at_the_door import page, send, walk_in

CHOOSE = "/mijn/profiel/"


def test_nothing_is_shown_until_the_person_chooses_and_erasing_takes_it_away(cast: Cast) -> None:
    submitted(cast)
    visitor, marijke = walk_in(None), walk_in(cast.marijke)
    own = f"/mens/{cast.marijke.person_public_id}/"
    assert visitor.get(own).status_code == 404
    assert "Nu is er geen bladzijde over jou." in page(marijke, CHOOSE)

    assert [send(marijke, CHOOSE, shows=["initiatives"]) for _ in "ab"] == [302, 302]
    seen = page(visitor, own)
    assert "Voedselbos Lettele" in seen
    assert "Bewoner van Lettele" not in seen
    assert "beloften" not in seen
    assert "Kies wat je laat zien" not in seen
    assert "Kies wat je laat zien" in page(marijke, own)

    assert send(marijke, CHOOSE, shows=["portrait", "seats", "initiatives", "promises"]) == 302
    with at_most(6):
        seen = page(visitor, own)
    assert "Bewoner van Lettele" in seen
    assert "Hier zijn nog geen beloften getekend." in seen
    assert own in page(marijke, CHOOSE)
    assert str(my_data(person(cast.marijke))).count("profiel") == 1

    assert send(marijke, CHOOSE, shows=["everything"]) == 422
    assert send(marijke, CHOOSE) == 302
    assert visitor.get(own).status_code == 404
    parties.choose_profile(by=cast.marijke, shows=["seats"])
    parties.erase_person(by=cast.marijke, person=person(cast.marijke), at=cast.tick())
    assert (visitor.get(own).status_code, Profile.objects.count()) == (404, 0)


def test_an_organisation_has_people_and_promises_kept_and_not(cast: Cast) -> None:
    made = signed(cast)
    side = Seat.objects.get(pk=cast.ilse.seat_id).side
    assert side
    url = f"/partij/{side.organisation.public_id}/"
    assert "Beloften: 1. Gedaan: 0. Niet gehaald: 0. Nu bezig: 1." in page(walk_in(None), url)
    assert "Ilse" not in page(walk_in(None), url)
    parties.choose_profile(by=cast.ilse, shows=["seats", "promises"])
    Agreement.objects.filter(pk=made.pk).update(state=DONE)
    seen = page(walk_in(None), url)
    assert f'href="/mens/{cast.ilse.person_public_id}/">Ilse' in seen
    assert "Beloften: 1. Gedaan: 1. Niet gehaald: 0. Nu bezig: 0." in seen
    # What a function promised is counted at its organisation, not at the person.
    own = page(walk_in(None), f"/mens/{cast.ilse.person_public_id}/")
    assert "Hier zijn nog geen beloften getekend." in own

    Agreement.objects.filter(pk=made.pk).update(
        state=NOT_MET, why_not="Te nat.", promisor=cast.marijke.seat_id, promisee=cast.ilse.seat_id
    )
    parties.choose_profile(by=cast.marijke, shows=["promises"])
    own = page(walk_in(None), f"/mens/{cast.marijke.person_public_id}/")
    assert "Beloften: 1. Gedaan: 0. Niet gehaald: 1. Nu bezig: 0." in own
