"""A lab and a podium at the doors: written twice, read, hosted, and what is wrong says so."""

from __future__ import annotations

from middenstip.domain.labs.lifecycle import CHECK
from middenstip.domain.labs.models import Lab, LabHost, LabPlace
from middenstip.domain.podium.models import Edition
from middenstip.kernel import clock
from tests.cast import Cast
from tests.domain.labs.test_labs import RIGHT, opened
from tests.web.at_the_door import page, send, walk_in

PLAN = {"name": "De Werf", "aim": "Maken.", "months": "3", "area": "WK015014", "key": "een"}
EVENING = {"title": "Podium", "place": "School", "area": "WK015014", "key": "twee"}


def test_a_lab_is_planned_checked_placed_and_read(cast: Cast) -> None:
    client, visitor = walk_in(cast.marijke), walk_in(None)
    assert "Er is nog geen lab" in page(visitor, "/labs/")
    assert send(client, "/labs/nieuw/", **{**PLAN, "name": ""}) == 422
    for _twice in range(2):
        assert send(client, "/labs/nieuw/", **PLAN) == 302
    lab = Lab.objects.get()
    here = f"/lab/{lab.public_id}/"
    assert "Geld voor minstens 6 maanden" in page(client, here)
    for wrong in ({}, {**RIGHT, "plan": "lab"}):
        assert send(client, f"/rolcheck/?lab={lab.public_id}", **wrong) == 422
    shown = client.post("/rolcheck/", {**RIGHT, "plan": "lab"}).content.decode()
    assert next(asked.why for asked in CHECK if asked.key == "plan") in shown
    assert send(client, f"/rolcheck/?lab={lab.public_id}", **RIGHT) == 302
    assert "Hij geldt tot" in page(client, "/rolcheck/")
    host = LabHost.objects.get()
    assert send(client, f"/labzetel/{host.public_id}/ja/") == 302
    assert send(client, here + "openen/") == 409
    assert send(client, here + "plek/", name="School", day0="vroeg") == 422
    assert send(client, here + "plek/", name="School", day0="9.00-17.00") == 302
    there = f"/plek/{LabPlace.objects.get().public_id}/"
    with clock.frozen(cast.at.replace(hour=10)):  # a Monday
        assert "Nu dicht" not in page(visitor, there)
    assert send(client, there + "uren/", day1="x") == 422
    assert send(client, there + "dag/", on="2020-01-01") == 422
    assert send(client, here + "sluiten/", why="") == 422
    assert client.get("/labs/?gebied=WK015014").status_code == 200
    assert visitor.get("/lab/bestaatniet/").status_code == 404


def test_a_lab_of_three_halves_announces_its_own_agenda(cast: Cast) -> None:
    lab = opened(cast)
    client = walk_in(cast.bas)
    form = {"kind": "activity", "title": "Ruilmarkt", "place": "School", "day": "2033-03-01"}
    new = f"/bijeenkomsten/nieuw/?lab={lab.public_id}"
    assert send(client, new, **form, start="10:00", end="12:00") == 302
    assert send(walk_in(cast.tarik), new, **form, start="10:00", end="12:00") == 403
    assert "Ruilmarkt" in page(walk_in(None), f"/lab/{lab.public_id}/")
    assert "Ruilmarkt" in page(walk_in(None), f"/agenda/?lab={lab.public_id}")
    assert b"Ruilmarkt" in walk_in(None).get(f"/agenda.ics?lab={lab.public_id}").content
    assert "Stadslab" in page(walk_in(None), f"/lab/{lab.public_id}/")
    assert send(client, f"/lab/{lab.public_id}/sluiten/", why="Het geld is op.") == 302
    assert send(client, new, **form, start="10:00", end="12:00") == 403
    assert "Dit lab is dicht" in page(walk_in(None), f"/lab/{lab.public_id}/")


def test_an_edition_is_announced_once(cast: Cast) -> None:
    client = walk_in(cast.ilse)
    assert "Er is nog geen pitchpodium" in page(client, "/podium/")
    for _twice in range(2):
        assert send(client, "/podium/nieuw/", **EVENING, on="2033-03-01") == 302
    one = Edition.objects.get()
    assert "Er is nog geen pitch." in page(walk_in(None), f"/podium/{one.public_id}/?gebied=x")
    assert send(client, "/podium/nieuw/", **{**EVENING, "key": "drie"}, on="2020-01-01") == 422
