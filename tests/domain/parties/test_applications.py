"""An organisation asks to take part by itself, and somebody who knows it says yes or no."""

from __future__ import annotations

from typing import Any

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Application, Organisation, Seat
from middenstip.domain.parties.selectors import deciders_of
from middenstip.domain.parties.turns import application_turn
from middenstip.domain.reports.selectors.waiting import waiting_for
from middenstip.kernel.actor import Actor, Unseated
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow
from tests.cast import Cast, person
from tests.notices.ears import heard, post, told
from tests.web.at_the_door import walk_in


def asks(cast: Cast, by: Any, **more: Any) -> Application:
    village = Area.objects.select_related("district", "municipality").get(code="WK015014")
    about = {
        "organisation": "Dorpsraad Lettele",
        "title": "voorzitter",
        "half": Half.RESIDENTS,
        "reason": "Wij zijn het dorp.",
        "area": village,
    }
    return parties.apply_for_seat(by=by, **{**about, **more}, at=cast.tick())


def stands(cast: Cast, actor: Actor) -> list[str]:
    rows = waiting_for(person=actor.person_id, seats=[actor.seat_id], today=cast.today)
    return [row.ask for row in rows if row.kind == "decide_application"]


def test_a_village_council_asks_in_and_a_resident_lets_it_in(cast: Cast) -> None:
    application = asks(cast, cast.gerrit)
    assert asks(cast, cast.gerrit, organisation="dorpsraad  lettele.") == application
    assert not Organisation.objects.filter(name="Dorpsraad Lettele").exists()
    post(cast)
    assert heard(cast.marijke)[-1] == "Een organisatie wil meedoen: Dorpsraad Lettele"
    ask = "Een organisatie wil meedoen: Dorpsraad Lettele. Ken je haar?"
    assert [stands(cast, who) for who in (cast.marijke, cast.noor)] == [[ask], [ask]]
    assert [stands(cast, who) for who in (cast.gerrit, cast.bas)] == [[], []]
    turn = application_turn(application, deciders_of(application, cast.today))
    assert turn
    assert turn.lies_with(None, [cast.marijke.seat_id])
    assert not turn.lies_with(None, [cast.gerrit.seat_id])
    for by, reason in ((cast.gerrit, "beslist een ander"), (cast.bas, "of wie hier al voor deze helft")):
        with pytest.raises(Forbidden, match=reason):
            parties.accept_application(by=by, application=application, at=cast.tick())
    seat = parties.accept_application(by=cast.marijke, application=application, at=cast.tick())
    assert (seat.label, seat.half, seat.confirmed_at is None) == (
        "voorzitter, Dorpsraad Lettele",
        "bewoners",
        False,
    )
    post(cast)
    assert told(cast.gerrit).subject == "Dorpsraad Lettele doet mee"
    application.refresh_from_db()
    assert application_turn(application, []) is None
    assert stands(cast, cast.marijke) == []
    with pytest.raises(NotNow, match="al beslist: doet mee"):
        parties.accept_application(by=cast.noor, application=application, at=cast.tick())
    with pytest.raises(NotNow, match="al voor deze organisatie"):
        asks(cast, cast.gerrit)


def test_it_is_refused_with_a_reason_and_can_be_asked_again(cast: Cast) -> None:
    application = asks(cast, cast.gerrit)
    with pytest.raises(Invalid, match="waarom"):
        parties.refuse_application(by=cast.noor, application=application, answer=" ", at=cast.tick())
    parties.refuse_application(
        by=cast.noor, application=application, answer="Er is al een dorpsraad.", at=cast.tick()
    )
    post(cast)
    assert told(cast.gerrit).subject == "Dorpsraad Lettele doet niet mee"
    assert "Er is al een dorpsraad." in told(cast.gerrit).text
    assert asks(cast, cast.gerrit).pk != application.pk


def test_what_does_not_fit_is_refused_with_its_reason(cast: Cast) -> None:
    somebody = Unseated(cast.tarik.person_id, cast.tarik.person_public_id)
    with pytest.raises(Invalid) as empty:
        asks(cast, somebody, organisation=" ", title="", reason="\u200b")
    assert set(empty.value.errors) == {"organisation", "title", "reason"}
    known = Seat.objects.select_related("side__organisation").get(pk=cast.ilse.seat_id)
    assert known.side
    with pytest.raises(Invalid, match="andere helft"):
        asks(cast, somebody, organisation=known.side.organisation.name, half=Half.BUSINESS)
    own = Area.objects.get(code="WK015014")
    own.kind = "buurt"
    with pytest.raises(Invalid, match="gemeente of een wijk"):
        asks(cast, somebody, area=own)
    for number in range(3):
        asks(cast, somebody, organisation=f"Club {number}")
    with pytest.raises(NotNow, match="al 3 aanvragen"):
        asks(cast, somebody, organisation="Club 4")
    parties.erase_person(by=somebody, person=person(cast.tarik), at=cast.tick())
    assert not Application.objects.exists()


def test_an_existing_organisation_gets_another_seat(cast: Cast) -> None:
    known = Seat.objects.select_related("side__organisation", "area").get(pk=cast.ilse.seat_id)
    assert known.side
    told = {"half": Half(known.half), "area": Area.objects.get(pk=known.area_id), "title": known.title}
    application = asks(cast, cast.tarik, organisation=known.side.organisation.name, **told)
    Seat.objects.filter(pk=known.pk).update(confirmed_at=None)
    seat = parties.accept_application(by=cast.noor, application=application, at=cast.tick())
    assert (seat.pk, seat.confirmed_by_id) == (known.pk, cast.noor.seat_id)


def test_the_pages_lead_from_asking_to_the_answer(cast: Cast) -> None:
    gerrit, noor = walk_in(cast.gerrit), walk_in(cast.noor)
    sent = {
        "organisation": "Dorpsraad Lettele",
        "title": "voorzitter",
        "area": "WK015014",
        "half": "bewoners",
        "reason": "Wij zijn het dorp.",
    }
    assert "/aanvraag/nieuw/" in gerrit.get("/mijn/zetel/").content.decode()
    path = gerrit.post("/aanvraag/nieuw/", sent).headers["Location"]
    assert "Je krijgt bericht" in gerrit.get(path).content.decode()
    assert gerrit.post("/aanvraag/nieuw/", sent | {"area": "GM9999"}).status_code == 422
    assert walk_in(cast.bas).get(path).status_code == 403
    assert walk_in(None).get(path).status_code == 302
    assert "Dorpsraad Lettele" in noor.get("/beheer/aanvragen/").content.decode()
    assert noor.get("/beheer/aanvragen/?na=x").status_code == 400
    assert noor.post(f"{path}nee/", {"answer": ""}).status_code == 422
    done = noor.post(f"{path}nee/", {"answer": "Nog niet."}, follow=True).content.decode()
    assert "Je antwoord is verstuurd" in done
    assert "Vraag het opnieuw" in gerrit.get(path).content.decode()
    again = gerrit.post("/aanvraag/nieuw/", sent).headers["Location"]
    assert "doet nu mee" in noor.post(f"{again}ja/", follow=True).content.decode()
    assert "vindt deze pet bij Mijn" in gerrit.get(again).content.decode()
