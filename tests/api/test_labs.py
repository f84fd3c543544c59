"""A program reads labs and their places, as a visitor does."""

from __future__ import annotations

from django.test import Client

from middenstip.domain.labs import services
from middenstip.kernel import clock
from tests.api.test_reading import read
from tests.cast import Cast
from tests.domain.labs.test_labs import moved, opened, planned
from tests.domain.labs.test_visits import school
from tests.queries import at_most


def test_a_lab_and_its_place_have_the_same_data_as_their_pages(client: Client, cast: Cast) -> None:
    lab, plan = opened(cast), planned(cast, name="De Kas")
    place = school(lab)
    services.change_place(
        by=cast.ilse, place=place, told={"name": "School", "point": (6.27, 52.27)}, at=cast.tick()
    )
    services.set_other_day(
        by=cast.ilse, place=place, on=cast.day(1), hours="", why="Studiedag", at=cast.tick()
    )
    moved(cast, lab, "Kraam", is_popup=True, until_on=cast.day(3))
    with clock.frozen(cast.at), at_most(1):
        found = read(client, "labs")["labs"]
    assert [one["naam"] for one in found] == ["De Kas", "De Werf"]
    assert (found[1]["stadslab"], found[1]["status"]) == (True, "open")
    assert found[1]["helften"] == ["bewoners", "overheid", "ondernemers"]
    assert read(client, found[1]["_links"]["self"]["href"]) == found[1]
    assert read(client, "labs?gebied=GM0957")["labs"] == []
    first = read(client, "labs?gebied=GM0150&aantal=1")
    assert [one["id"] for one in read(client, first["_links"]["next"]["href"])["labs"]] == [lab.public_id]
    assert plan.public_id == first["labs"][0]["id"]
    stalls = read(client, "plekken?aantal=1")
    assert (stalls["plekken"][0]["naam"], stalls["plekken"][0]["popUp"]) == ("Kraam", True)
    with clock.frozen(cast.at):
        (shown,) = read(client, stalls["_links"]["next"]["href"])["plekken"]
        whole = read(client, shown["_links"]["self"]["href"])
    assert shown["punt"] == {"type": "Point", "coordinates": [6.27, 52.27]}
    assert shown["openingstijden"][0] == {"dag": "maandag", "uren": "9.00-17.00"}
    assert whole["andereDagen"] == [{"datum": f"{cast.day(1)}", "uren": "", "waarom": "Studiedag"}]
    assert whole["_links"]["pagina"]["href"] == f"/plek/{place.public_id}/"
    services.hide_lab(code=lab.public_id, words="Deze tekst is verborgen.", by=None, at=cast.tick())
    for path in (f"labs/{lab.public_id}", f"plekken/{place.public_id}"):
        assert client.get(f"/api/v1/{path}").status_code == 404
    assert read(client, "plekken")["plekken"] == []
