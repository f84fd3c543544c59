"""What the list of initiatives tells of itself: what was chosen, how many were found, and where it leads."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from middenstip.domain.areas.models import Area, Outline
from tests.cast import Cast, submitted
from tests.web.test_finder import LIST, plant


def told(client: Client, **query: str) -> Any:
    return client.get(LIST, query).context


def chosen(answer: HttpResponse) -> dict[str, tuple[str, str]]:
    """Per select of the filter by its label: the name, and the words that are chosen in it."""
    return {
        label: (name, " | ".join(re.findall(r" selected>([^<]*)<", inner)))
        for label, name, inner in re.findall(
            r'<label[^>]*>([^<]*)</label><select[^>]* name="(\w+)">(.*?)</select>', answer.text
        )
    }


def test_the_filter_stands_as_it_was_chosen(cast: Cast, client: Client) -> None:
    nothing = {
        "Waar": ("gebied", "overal"),
        "Thema": ("thema", "alle thema’s"),
        "Stap": ("fase", "alle stappen"),
        "Begonnen door": ("helft", "alle helften"),
        "Mist nog": ("mist", "maakt niet uit"),
    }
    assert chosen(client.get(LIST)) == nothing
    asked = {"gebied": "WK015014", "thema": "wonen", "fase": "doel", "helft": "bewoners", "mist": "overheid"}
    assert chosen(client.get(LIST, asked)) == {
        "Waar": ("gebied", "Lettele"),
        "Thema": ("thema", "wonen"),
        "Stap": ("fase", "doel"),
        "Begonnen door": ("helft", "Bewoners"),
        "Mist nog": ("mist", "Overheid"),
    }
    assert chosen(client.get(LIST, {"fase": "doel"})) == nothing | {"Stap": ("fase", "doel")}


def test_every_wijk_stands_once_among_the_places_to_choose(cast: Cast, client: Client) -> None:
    where = re.compile(r'name="gebied">(.*?)</select>')
    here = '<optgroup label="Lettele"><option value="WK015014"%s>Lettele</option></optgroup>'
    for asked, mark in (("", ""), ("WK015014", " selected")):
        (shown,) = where.findall(client.get(LIST, {"gebied": asked}).text)
        assert (here % mark in shown, shown.count("WK015014")) == (True, 1)


def test_a_place_elsewhere_is_chosen_however_its_code_is_typed(cast: Cast, client: Client) -> None:
    answer = client.get(LIST, {"gebied": " gm0957 "})
    assert chosen(answer)["Waar"] == ("gebied", "Roermond")
    assert answer.context["asked"].remarks == []


@pytest.mark.parametrize(("query", "more"), [({}, "Nieuwste eerst"), ({"q": "bankje"}, "Gevonden")])
def test_the_page_says_how_many_there_are_unless_there_are_more(
    cast: Cast, client: Client, query: dict[str, str], more: str
) -> None:
    plant(cast, 25)
    query |= {"thema": "wonen"}
    page = told(client, **query)
    assert (page["found_text"], page["next_url"], page["first_url"]) == ("25 initiatieven", "", "")
    plant(cast, 1)
    page = told(client, **query)
    assert (page["found_text"], page["first_url"]) == (more, "")
    page = client.get(LIST + page["next_url"]).context
    assert (page["found_text"], len(page["cards"]), page["next_url"]) == (more, 1, "")
    assert page["first_url"] == told(client, **query)["asked"].address()


def test_a_search_shows_its_best_hundred(cast: Cast, client: Client) -> None:
    plant(cast, 101)
    seen, url = [], "?q=bankje"
    while url:
        page = client.get(LIST + url).context
        seen.append(len(page["cards"]))
        url = page["next_url"]
    assert seen == [25, 25, 25, 25]


@pytest.mark.parametrize("broken", ["x", "0", "-1", "\u0663", "1000"])
def test_a_place_in_a_search_that_is_no_number_is_told(cast: Cast, client: Client, broken: str) -> None:
    assert client.get(LIST, {"q": "bankje", "na": broken}).status_code == 400


def test_from_the_list_to_the_map_and_back_the_choices_stay(cast: Cast, client: Client) -> None:
    plant(cast, 2)
    page = told(client, thema="wonen")
    assert (page["list_url"], page["map_url"]) == ("?thema=wonen", "?thema=wonen&weergave=kaart")
    assert [re.findall(r">(\d+)<", card["ring"]) for card in page["cards"]] == [[], []]
    page = told(client, thema="wonen", weergave="kaart")
    assert (page["list_url"], page["map_url"]) == ("?thema=wonen", "?thema=wonen&weergave=kaart")
    assert [re.findall(r">(\d+)<", card["ring"]) for card in page["cards"]] == [["1"], ["2"]]


def draw(code: str, west: float) -> None:
    ring = [[west, 52.2], [6.4, 52.2], [6.4, 52.4], [west, 52.4], [west, 52.2]]
    drawn = {"type": "Polygon", "coordinates": [ring]}
    Outline(area=Area.objects.get(code=code), geometry=drawn, source="CBS", year=2024).save()


def test_a_wijk_on_the_map_leads_to_its_own_part_of_the_list(cast: Cast, client: Client) -> None:
    draw("GM0150", 6.0)
    draw("WK015014", 6.2)
    plant(cast, 2)
    wijk = r'href="([^"]*)" aria-label="(Lettele: [^"]*)"'
    asked = "/initiatieven/?thema=wonen&amp;weergave=kaart&amp;gebied=WK015014"
    shown = client.get(LIST, {"thema": "wonen", "weergave": "kaart"}).text
    assert re.findall(wijk, shown) == [(asked, "Lettele: 2 initiatieven")]
    assert "Kaart van" not in client.get(LIST, {"thema": "wonen"}).text


def test_the_map_is_of_the_chosen_area(cast: Cast, client: Client) -> None:
    submitted(cast)
    draw("GM0150", 6.0)
    draw("WK015014", 6.2)
    for code, name in (("", "Deventer"), ("WK015014", "Lettele")):
        assert f"Kaart van {name}" in client.get(LIST, {"gebied": code, "weergave": "kaart"}).text
    draw("GM0957", 6.0)
    other = Area.objects.get(code="GM0957").pk
    plant(cast, 1, area_id=other, municipality_id=other, district_id=None)
    assert "Kaart van Roermond" in client.get(LIST, {"gebied": "GM0957", "weergave": "kaart"}).text
