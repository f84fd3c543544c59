"""A provincie on the tribune: what happens in its gemeenten, read and followed like any other area."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.services.provinces import place_in_provinces
from middenstip.domain.baseline.services import start_scan
from middenstip.domain.parties.services import follow_area
from middenstip.journeys import draw_area
from middenstip.kernel.verdict import Forbidden, NotNow
from tests.cast import Cast, signed, submitted
from tests.notices.ears import heard, post
from tests.queries import counted
from tests.web.at_the_door import page, walk_in

OVERIJSSEL = "/gebied/PV23/"


@pytest.fixture(autouse=True)
def _in_overijssel(cast: Cast) -> None:
    place_in_provinces()
    cache.clear()


def test_the_tribune_of_a_provincie_tells_what_happens_in_its_gemeenten(cast: Cast, client: Client) -> None:
    signed(cast)
    told = page(client, OVERIJSSEL)
    assert "Dit gebeurt er in Overijssel" in told
    assert "Voedselbos Lettele" in told
    assert "Iedereen tekende dit bij" in told
    assert "Voedselbos Lettele" in page(client, "/initiatieven/?gebied=PV23")
    assert "Voedselbos Lettele" not in page(client, "/gebied/PV31/")
    village = page(client, "/gebied/WK015014/")
    assert village.index("/gebied/PV23/") < village.index("/gebied/GM0150/")


def test_its_page_costs_as_many_queries_whatever_happens_in_it(cast: Cast, client: Client) -> None:
    submitted(cast)
    costs = []
    for more in range(2):
        for number in range(more * 3):
            submitted(cast, f"Idee {number}")
        cache.clear()
        with counted() as made:
            page(client, OVERIJSSEL)
        costs.append(len(made))
    assert costs[0] == costs[1] <= 25


def test_who_follows_a_provincie_hears_what_happens_there(cast: Cast) -> None:
    follow_area(person=cast.tarik.person_id, area=Area.objects.get(code="PV23"), at=cast.tick())
    submitted(cast)
    post(cast)
    assert any("Voedselbos Lettele" in one for one in heard(cast.tarik))


def test_what_needs_a_smaller_area_is_refused_in_a_provincie(cast: Cast) -> None:
    overijssel = Area.objects.get(code="PV23")
    with pytest.raises(NotNow, match="Een scan gaat over een gemeente, een wijk of een buurt"):
        start_scan(
            by=cast.marijke, area=overijssel, question="Hoe staat het?", keys=["homes"], at=cast.tick()
        )
    with pytest.raises(Forbidden, match="Een provincie is te groot"):
        draw_area.draw(by=cast.noor, parent=overijssel, name="Het oosten", at=cast.tick())


def test_the_portfolio_and_the_api_of_a_provincie(cast: Cast, client: Client) -> None:
    submitted(cast)
    assert "Overijssel" in page(client, "/gebied/pv23/portefeuille/")
    about = client.get("/api/v1/gebieden/PV23").json()
    assert (about["naam"], about["soort"], about["ligtIn"]) == ("Overijssel", "provincie", [])
    rows = client.get("/api/v1/initiatieven?gebied=PV23").json()["initiatieven"]
    assert [one["titel"] for one in rows] == ["Voedselbos Lettele"]
    assert client.get("/api/v1/gebieden/WK015014").json()["ligtIn"][0]["code"] == "PV23"
    assert "Overijssel" in page(walk_in(None), "/?q=overij")
