"""The front door: what Middenstip is, and choose your place."""

from __future__ import annotations

import re
from typing import Any

from django.core.cache import cache
from django.test import Client

from middenstip.domain.areas.models import Area
from tests.cast import Cast, submitted
from tests.queries import at_most


def test_front_door_of_one_home_area_is_its_tribune_with_the_search(cast: Cast, client: Client) -> None:
    page = client.get("/").content.decode()
    assert "Dit gebeurt er in Deventer" in page
    assert "Volg Deventer" in page
    assert re.search(r'<form class="ms-zoekgebied" method="get" action="/"', page)


def test_a_search_that_finds_nothing_does_not_say_that_it_found(cast: Cast, client: Client) -> None:
    page = client.get("/", {"q": "apeldoorn"}).content.decode()
    assert "Niets gevonden met" in page
    assert "Gevonden met" not in page


def test_platform_without_a_home_area_asks_which_gemeente(cast: Cast, client: Client, settings: Any) -> None:
    settings.HOME_AREA = ""
    page = client.get("/").content.decode()
    assert "Zoek je gemeente, wijk of buurt" in page
    assert "alle drie ja zeggen" in page


def test_visitor_finds_a_village_by_the_start_of_its_name(cast: Cast, client: Client) -> None:
    page = client.get("/", {"q": "lett"}).content.decode()
    assert 'href="/gebied/WK015014/"' in page
    assert "wijk in Deventer" in page


def test_unknown_place_says_what_to_do(cast: Cast, client: Client) -> None:
    for typed in ("nergenshuizen", "a" * 5000, "<script>", "%", "'"):
        page = client.get("/", {"q": typed})
        assert page.status_code == 200
        assert "Die plek kennen we niet" in page.content.decode()


def test_front_door_counts_initiatives_and_missing_halves(cast: Cast, client: Client, settings: Any) -> None:
    settings.HOME_AREA = ""
    submitted(cast)
    cache.clear()
    page = client.get("/").content.decode()
    assert "<b>1</b> <span>initiatief</span>" in page
    assert "<b>0</b> <span>zonder bewoners" in page
    assert "<b>1</b> <span>zonder overheid" in page


def test_front_door_costs_the_same_with_thirty_gemeenten(cast: Cast, client: Client) -> None:
    for number in range(30):
        Area(code=f"GM9{number:03}", kind="gemeente", name=f"Stad {number}", year=2024, is_active=True).save()
    cache.clear()
    with at_most(4):  # the numbers, the gemeenten, the name of the home area, the search
        client.get("/", {"q": "stad"})
    with at_most(1):
        client.get("/", {"q": "stad"})


def test_visitor_gets_no_cookie(cast: Cast, client: Client) -> None:
    for url in ("/", "/gebied/GM0150/", "/gebied/GM0150/logboek/", "/initiatieven/", "/over/", "/privacy/"):
        assert client.get(url).cookies == {}, url
