"""The board of a lab and a visit to its place at the doors: with buttons only, and a code for who is new."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from middenstip.domain.gatherings.models import Gathering
from middenstip.domain.labs import services
from middenstip.domain.labs.models import Lab, LabPlace, LabTask, LabVisit
from middenstip.domain.parties.models import Person
from middenstip.kernel import clock
from tests.cast import Cast, submitted
from tests.domain.labs.test_labs import opened
from tests.domain.labs.test_visits import school
from tests.web.at_the_door import page, send, walk_in
from tests.web.test_safety import CODE, code

POSTER = "Hang de poster op"
HOURS = ["9.00-17.00"] * 7


@pytest.fixture
def lab(cast: Cast) -> Lab:
    return opened(cast)


def open_all_week(cast: Cast, lab: Lab) -> LabPlace:
    place = school(lab)
    return services.change_hours(by=cast.ilse, place=place, hours=HOURS, at=cast.tick())


def test_a_task_goes_over_the_board_with_buttons(cast: Cast, lab: Lab) -> None:
    host, helper, visitor = walk_in(cast.ilse), walk_in(cast.tarik), walk_in(None)
    board, make = f"/lab/{lab.public_id}/taken/", f"/lab/{lab.public_id}/taken/nieuw/"
    assert "Er staat nog geen taak op het bord" in page(visitor, board)
    assert send(helper, make, text=POSTER) == 403
    assert send(host, make, text=" ") == 422
    assert send(host, make, text=POSTER, due_on="2020-01-01") == 422
    assert send(host, make, text=POSTER, initiative="ZZZ-1") == 422
    assert send(host, make, text=POSTER, belongs="idee:onzin") == 422
    for _twice in range(2):
        assert send(host, make, text=POSTER, key="een") == 302
    one = f"/labtaak/{LabTask.objects.get().public_id}/"
    assert send(visitor, one + "oppakken/") == 302
    assert LabTask.objects.get().state == "todo"
    assert send(helper, one + "oppakken/") == 302
    assert "Tarik" not in page(visitor, board)
    assert "Tarik" in page(host, board)
    assert "Opgepakt door jij" not in page(helper, board)
    assert "Jij pakte dit op" in page(helper, board)
    assert send(walk_in(cast.gerrit), one + "oppakken/") == 409
    assert send(walk_in(cast.gerrit), one + "klaar/", came="Ik.") == 403
    assert send(helper, one + "klaar/", came="") == 422
    assert send(helper, one + "klaar/", came="Bel 06-12345678") == 422
    assert send(helper, one + "teruggeven/") == 302
    assert send(helper, one + "oppakken/") == 302
    assert send(helper, one + "klaar/", came="Hij hangt bij de bakker.") == 302
    assert "Hij hangt bij de bakker." in page(visitor, board)
    assert send(host, one + "opnieuw/") == 302
    assert send(host, one + "vervallen/", why="") == 422
    assert send(host, one + "vervallen/", why="Mail a@voorbeeld.example") == 422
    assert send(host, one + "vervallen/", why="Er is geen lijm.") == 302
    assert "Er is geen lijm." in page(visitor, board)
    assert send(visitor, "/labtaak/bestaatniet/oppakken/") == 302
    assert send(helper, "/labtaak/bestaatniet/oppakken/") == 404


def test_a_task_says_what_it_hangs_on_and_that_it_is_late(cast: Cast, lab: Lab) -> None:
    host, visitor = walk_in(cast.ilse), walk_in(None)
    initiative = submitted(cast)
    initiative.refresh_from_db()
    idea = services.pin_idea(lab=lab, text="Een soepkar", at=cast.tick())
    services.pass_idea(by=cast.ilse, idea=idea, at=cast.tick())
    new = f"/bijeenkomsten/nieuw/?lab={lab.public_id}"
    form = {"kind": "activity", "title": "Ruilmarkt", "place": "School", "day": "2033-03-01"}
    assert send(host, new, **form, start="10:00", end="12:00") == 302
    held = Gathering.objects.get()
    board, make = f"/lab/{lab.public_id}/taken/", f"/lab/{lab.public_id}/taken/nieuw/"
    assert f'value="idee:{idea.public_id}" selected' in page(host, f"{board}?idee={idea.public_id}")
    due = str(clock.today())
    assert send(host, make, text="Kook", belongs=f"idee:{idea.public_id}", due_on=due) == 302
    belongs = f"bijeenkomst:{held.public_id}"
    assert send(host, make, text="Zet tafels klaar", belongs=belongs, initiative=initiative.number) == 302
    shown = page(visitor, board)
    for link in (f"/lab/{lab.public_id}/ideeen/", f"/bijeenkomst/{held.public_id}/", "Voedselbos Lettele"):
        assert link in shown
    assert "te laat" not in shown
    LabTask.objects.filter(text="Kook").update(due_on="2020-01-01")
    assert "1 taak is te laat." in page(visitor, board)
    assert "Maak er een taak van" in page(host, f"/lab/{lab.public_id}/ideeen/")
    for number in range(12):
        task = services.make_task(by=cast.ilse, lab=lab, text=f"Klus {number}", at=clock.now())
        services.take_task(by=cast.ilse, task=task, at=clock.now())
        services.finish_task(by=cast.ilse, task=task, came="Gedaan.", at=clock.now())
    assert "Eerder klaar" in page(visitor, board)


def test_a_visit_is_asked_answered_and_withdrawn(cast: Cast, lab: Lab) -> None:
    place = open_all_week(cast, lab)
    there = f"/plek/{place.public_id}/"
    guest, host, visitor = walk_in(cast.tarik), walk_in(cast.ilse), walk_in(None)
    tomorrow = str(clock.today() + timedelta(days=1))
    assert "Neem gerust een kijkje" in page(visitor, there)
    assert send(guest, there + "bezoek/", on="2020-01-01", people=2) == 422
    assert send(guest, there + "bezoek/", on=tomorrow, people="veel") == 422
    assert send(guest, there + "bezoek/", on=tomorrow, people=0) == 422
    assert send(guest, there + "bezoek/", on=tomorrow, people=2, needs="Een tolk.") == 302
    assert send(guest, there + "bezoek/", on=tomorrow, people=2) == 409
    visit = LabVisit.objects.get()
    one = f"/bezoek/{visit.public_id}/"
    assert "Bekijk of verander je bezoek" in page(guest, there)
    assert visitor.get(one).status_code == 302
    assert walk_in(cast.gerrit).get(one).status_code == 403
    assert "Een tolk." in page(host, one)
    assert "Een tolk." in page(host, f"/lab/{lab.public_id}/")
    assert "Een tolk." not in page(guest, f"/lab/{lab.public_id}/")
    assert send(guest, one + "ja/", on=tomorrow, time_at="10.00") == 403
    assert send(host, one + "ja/", on=tomorrow) == 422
    assert send(host, one + "ja/", on=tomorrow, time_at="laat") == 422
    assert send(host, one + "ja/", on=tomorrow, time_at="10.00", answer="Bel aan.") == 302
    assert "10.00 uur" in page(guest, one)
    assert send(host, one + "nee/", why_not="") == 422
    assert send(guest, one + "nodig/", needs="Ook een oprit.") == 302
    assert send(guest, one + "nodig/", needs="x" * 501) == 422
    assert send(host, one + "nodig/", needs="Koffie") == 403
    assert send(host, one + "nee/", why_not="We zijn dicht.") == 302
    assert "We zijn dicht." in page(guest, one)
    assert send(guest, one + "intrekken/") == 409
    assert send(guest, there + "bezoek/", on=tomorrow, people=1) == 302
    again = LabVisit.objects.latest("pk")
    assert send(guest, f"/bezoek/{again.public_id}/intrekken/") == 302
    assert send(host, there + "bezoek/noteren/", name="Truus", on=tomorrow, people=1) == 422
    noted = {"name": "Truus", "on": tomorrow, "people": 1, "time_at": "9.30"}
    assert send(guest, there + "bezoek/noteren/", **noted) == 403
    assert send(host, there + "bezoek/noteren/", **{**noted, "time_at": "x"}) == 422
    assert send(host, there + "bezoek/noteren/", **noted) == 302
    assert "Truus" in page(host, f"/lab/{lab.public_id}/")


def asks_as_visitor(client: Client, place: LabPlace, **more: Any) -> Any:
    told = {"name": "Jan", "email": "jan@voorbeeld.example", "people": 2, "key": "een"}
    told["on"] = str(clock.today() + timedelta(days=1))
    return client.post(f"/plek/{place.public_id}/bezoek/", told | more)


def test_a_visitor_proves_an_address_and_then_the_visit_is_asked(cast: Cast, lab: Lab) -> None:
    place, visitor = open_all_week(cast, lab), walk_in(None)
    there = f"/plek/{place.public_id}/"
    assert asks_as_visitor(visitor, place, email="jan").status_code == 422
    assert asks_as_visitor(visitor, place, on="2020-01-01").status_code == 422
    assert asks_as_visitor(visitor, place).status_code == 302
    assert LabVisit.objects.count() == 0
    answer = visitor.post(CODE, {"code": code()})
    visit = LabVisit.objects.get()
    assert answer.headers["Location"] == f"/bezoek/{visit.public_id}/"
    assert (visit.person, visit.needs) == (Person.objects.get(email="jan@voorbeeld.example"), "")
    assert "Schrijf het hieronder" in page(visitor, f"/bezoek/{visit.public_id}/")
    assert "Bekijk of verander je bezoek" in page(visitor, there)


def test_a_visit_that_waits_for_a_code_may_be_too_late(cast: Cast, lab: Lab) -> None:
    place, late = open_all_week(cast, lab), walk_in(None)
    asks_as_visitor(late, place)
    services.close_lab(by=cast.ilse, lab=lab, why="Het geld is op.", at=cast.tick())
    assert late.post(CODE, {"code": code()}).headers["Location"] == f"/plek/{place.public_id}/"
    assert LabVisit.objects.count() == 0
    assert asks_as_visitor(walk_in(None), place).status_code == 403


def test_a_place_says_who_is_there_and_what_it_is_like(cast: Cast, lab: Lab) -> None:
    place, host = open_all_week(cast, lab), walk_in(cast.ilse)
    there = f"/plek/{place.public_id}/"
    assert "Hierover staat nog niets." in page(walk_in(None), there)
    assert send(walk_in(cast.tarik), there + "dagen/", days=[1]) == 403
    assert send(host, there + "dagen/", days=["maan"]) == 422
    assert send(host, there + "dagen/", days=[1, 3]) == 302
    assert "dinsdag en donderdag" in page(walk_in(None), there)
    assert send(walk_in(cast.tarik), there + "veranderen/", name="Bos") == 403
    assert send(host, there + "veranderen/", name="") == 422
    told = {"name": "De school", "access": "Geen drempels.", "lon": "6.27", "lat": "52.27"}
    assert send(host, there + "veranderen/", **told) == 302
    assert "Geen drempels." in page(walk_in(None), there)
    assert 'value="6.27"' in page(host, there + "veranderen/")
    services.change_hours(by=cast.ilse, place=place, hours=["", *HOURS[1:]], at=cast.tick())
    assert send(host, there + "dagen/", days=[0]) == 422
