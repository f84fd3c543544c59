"""The large map, with streets if the platform has them: the list says the same, no other host is asked."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.selectors.spots import Box, cells
from middenstip.domain.intake import services as intake
from middenstip.domain.signals import services as signals
from middenstip.kernel import clock
from tests.cast import Cast, draft, submitted
from tests.queries import at_most

CITY, VILLAGE = "/gebied/GM0150/straten/", "/gebied/WK015014/straten/"
POINTS = f"{CITY}punten.geojson"
TILES = "https://tegels.example/kaart/{z}/{x}/{y}.png"
HELP = {
    "name": "Dorpshuis",
    "what_for": "Koffie.",
    "for_whom": "Iedereen",
    "where": "Lettele",
    "contact": "-",
}
BLOCKED = {"title": "Een vergunning voor elke boom", "text": "Elke boom vraagt een vergunning van weken."}


def at(initiative: Initiative, lon: float, lat: float) -> Initiative:
    Initiative.objects.filter(pk=initiative.pk).update(has_place=True, lon=lon, lat=lat)
    return initiative


def told(client: Client, box: str = "") -> dict[str, Any]:
    answer = client.get(POINTS, {"vak": box} if box else {})
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/geo+json")
    found: dict[str, Any] = answer.json()
    return found


def names(found: dict[str, Any]) -> list[str]:
    return sorted(one["properties"]["naam"] for one in found["features"])


def crowd(cast: Cast, number: int) -> None:
    """So many initiatives on a line through Lettele."""
    one = submitted(cast, "Plan")
    rows = []
    for count in range(number):
        told = {"number": f"LET-{1000 + count}", "title": f"Plan {count}", "stage": "idea", "has_place": True}
        told |= {"initiator_id": one.initiator_id, "seat_id": one.seat_id, "area_id": one.area_id}
        told |= {"municipality_id": one.municipality_id, "district_id": one.district_id}
        told |= {"drafted_at": cast.at, "changed_at": cast.at, "submitted_at": cast.at}
        rows.append(Initiative(**told, what="Iets", origin_half="bewoners", lon=6 + count / 1000, lat=52.2))
    Initiative.objects.bulk_create(rows)


def test_the_list_says_what_is_on_the_map_per_wijk(cast: Cast, client: Client) -> None:
    forest = at(submitted(cast), 6.28, 52.28)
    signals.report_signal(
        by=cast.marijke, kind="rule", area=Area.objects.get(code="WK015014"), texts=BLOCKED, at=cast.tick()
    )
    page = client.get(CITY).text
    assert "De kaart werkt alleen met JavaScript" in page
    village = page[page.index('href="/gebied/WK015014/"') :]
    assert f'href="/initiatief/{forest.public_id}/"' in village
    assert "Een vergunning voor elke boom" in village
    assert names(told(client)) == [
        "initiatief: Voedselbos Lettele",
        "signaal: Een vergunning voor elke boom",
    ]
    assert told(client)["zin"] == "Op de kaart: 1 initiatief, 0 plekken en 1 signaal."


def test_what_is_not_public_is_on_no_map(cast: Cast, client: Client) -> None:
    at(draft(cast, "Nog geheim"), 6.27, 52.27)
    hidden = at(submitted(cast, "Verborgen"), 6.27, 52.27)
    Initiative.objects.filter(pk=hidden.pk).update(hidden={"reden": "x"})
    assert told(client)["features"] == []
    assert "Nog geheim" not in client.get(CITY).text


def test_what_is_at_one_place_is_one_point_that_names_them(cast: Cast, client: Client) -> None:
    for title in ("Bos", "Bankje"):
        at(submitted(cast, title), 6.27, 52.27)
    found = told(client)
    assert [one["properties"]["aantal"] for one in found["features"]] == [2]
    assert {one["naam"] for one in found["features"][0]["properties"]["dingen"]} == {"Bos", "Bankje"}
    assert found["heel"]


def test_a_support_point_is_in_the_middle_of_its_area(cast: Cast, client: Client) -> None:
    area = Area.objects.get(code="WK015014")
    intake.add_point(by=cast.samira, area=area, texts=HELP | {"limits": ""}, key="a" * 20, at=clock.now())
    (one,) = told(client)["features"]
    assert one["geometry"]["coordinates"] == [6.27, 52.27]
    Area.objects.filter(pk=area.pk).update(lon=None, lat=None)
    cache.clear()
    assert told(client)["features"] == []
    assert "Dorpshuis" in client.get(VILLAGE).text


def test_more_than_150_are_counted_in_cells_and_come_apart_nearby(cast: Cast, client: Client) -> None:
    crowd(cast, 200)
    found = told(client)
    assert not found["heel"]
    assert len(found["features"]) <= 11
    assert sum(one["properties"]["aantal"] for one in found["features"]) == 200
    near = told(client, "6.0,52.1,6.0501,52.3")
    assert "initiatief: Plan 7" in names(near)
    assert len(near["features"]) == 51
    assert not near["heel"]  # there is more outside


def test_a_cell_with_one_initiative_is_that_one(cast: Cast, client: Client) -> None:
    crowd(cast, 160)
    at(submitted(cast, "Ver weg"), 6.9, 52.9)
    assert "initiatief: Ver weg" in names(told(client))
    assert [one.number for one in cells(("GM0150", "gemeente"), Box(7, 50, 8, 51))] == []


@pytest.mark.parametrize("box", ["hier", "1,2,3", "nan,1,2,3", "inf,0,0,0", "9e99,1,2,3", "1,2,3,4,5"])
def test_a_box_that_cannot_be_read_is_the_whole_area(cast: Cast, client: Client, box: str) -> None:
    at(submitted(cast), 6.27, 52.27)
    assert len(told(client, box)["features"]) == 1


def test_an_area_that_does_not_exist_has_no_map(cast: Cast, client: Client) -> None:
    assert client.get("/gebied/GM9999/straten/").status_code == 404
    assert client.get("/gebied/GM9999/straten/punten.geojson").status_code == 404


def test_a_long_list_leads_to_all_of_them(cast: Cast, client: Client) -> None:
    crowd(cast, 20)
    page = client.get(CITY).text
    assert page.count('href="/initiatief/') == 6
    assert "Alle 21 initiatieven in Lettele" in page
    assert "Alle 21 initiatieven in Lettele" in client.get(VILLAGE).text


def test_without_a_tile_source_no_page_lets_another_host_in(cast: Cast, client: Client) -> None:
    answer = client.get(CITY)
    assert "Grote kaart van Deventer" in answer.text
    assert "img-src 'self' data:;" in answer.headers["Content-Security-Policy"] + ";"
    assert "data-vraag" not in answer.text
    assert "Wat een ander ziet" not in client.get("/privacy/").text


def test_with_a_tile_source_the_page_asks_first_and_lets_just_that_host_in(
    cast: Cast, client: Client, settings: Any
) -> None:
    settings.MAP_TILES, settings.MAP_TILES_CREDIT = TILES, "Kadaster"
    answer = client.get(CITY)
    assert "Kaart met straten van Deventer" in answer.text
    assert "Je browser haalt ze op bij tegels.example" in answer.text
    policy = dict(one.strip().split(" ", 1) for one in answer.headers["Content-Security-Policy"].split(";"))
    assert policy["img-src"] == "'self' data: https://tegels.example"
    assert policy["script-src"] == "'self'"
    for path in ("/", "/initiatieven/", "/gebied/GM0150/"):
        other = client.get(path)
        assert "tegels.example" not in other.headers["Content-Security-Policy"] + other.text
    assert "tegels.example" in client.get("/privacy/").text


def test_an_initiative_with_a_point_leads_to_its_place_on_the_map(cast: Cast, client: Client) -> None:
    forest = at(submitted(cast), 6.27, 52.27)
    bench = submitted(cast, "Bankje")
    page = client.get(f"/initiatief/{forest.public_id}/").text
    assert 'href="/gebied/WK015014/straten/?bij=6.27000,52.27000"' in page
    assert "/straten/" not in client.get(f"/initiatief/{bench.public_id}/").text


def test_points_cost_the_same_for_any_number(cast: Cast, client: Client) -> None:
    crowd(cast, 300)
    client.get("/")
    cache.delete_many(["streets"])
    with at_most(9):
        told(client)
    with at_most(0):
        told(client)
