"""The large map in a browser: by pointer, by keyboard, without script, and with streets of another host."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from middenstip.domain.areas.models import Area, Outline
from middenstip.domain.initiatives.models import Initiative
from tests.browser.looks import wrong_with
from tests.browser.street import Street
from tests.browser.test_pointing import square
from tests.cast import Cast, submitted

pytestmark = pytest.mark.browser
CITY = "/gebied/GM0150/straten/"
TILES = "https://tegels.example/{z}/{x}/{y}.png"


@pytest.fixture
def places(cast: Cast) -> None:
    """Deventer as a square, of which Lettele is the eastern half, with three ideas at two places."""
    for code, border in (("GM0150", (6.1, 52.2, 6.3, 52.3)), ("WK015014", (6.2, 52.2, 6.3, 52.3))):
        Outline(area=Area.objects.get(code=code), geometry=square(*border), source="CBS", year=2024).store()
    for title, lon in (("Bos", 6.22), ("Bankje", 6.22), ("Molen", 6.28)):
        one = submitted(cast, title)
        Initiative.objects.filter(pk=one.pk).update(has_place=True, lon=lon, lat=52.25)


@pytest.fixture
def elsewhere() -> list[str]:
    """What was asked of another host than ours."""
    return []


def opened(street: Street, elsewhere: list[str], path: str = CITY, **more: Any) -> Page:
    page = street.window(**more)
    page.on("request", lambda one: None if one.url.startswith(street.url) else elsewhere.append(one.url))
    page.goto(path)
    return page


def test_the_map_shows_points_and_asks_nobody_else(
    street: Street, places: None, elsewhere: list[str]
) -> None:
    page = opened(street, elsewhere)
    expect(page.get_by_text("Op de kaart: 3 initiatieven")).to_be_visible()
    expect(page.locator(".ms-grens")).to_have_count(2)
    expect(page.get_by_text("De kaart werkt alleen met JavaScript")).to_be_hidden()
    map_ = page.get_by_role("application", name="Grote kaart van Deventer")
    expect(map_.get_by_role("link", name="initiatief: Molen")).to_be_visible()
    map_.get_by_role("button", name="2 bij elkaar op deze plek").click()
    expect(map_.get_by_role("link", name="Bankje")).to_be_visible()
    assert wrong_with(page) == []
    map_.get_by_role("link", name="Bankje").click()
    expect(page.get_by_role("heading", name="Bankje", level=1)).to_be_visible()
    assert (elsewhere, street.complaints) == ([], [])


def test_the_keyboard_goes_in_past_the_points_and_out(
    street: Street, places: None, elsewhere: list[str]
) -> None:
    page = opened(street, elsewhere)
    expect(page.get_by_text("Op de kaart: 3 initiatieven")).to_be_visible()
    frame = page.locator("[data-kaart]")
    page.get_by_role("link", name="Deventer").last.focus()
    frame.focus()
    before = page.locator(".leaflet-map-pane").get_attribute("style")
    page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "old => document.querySelector('.leaflet-map-pane').getAttribute('style') !== old", arg=before
    )
    page.keyboard.press("+")
    names = []
    for _ in range(2):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
    assert sorted(names) == ["2 bij elkaar op deze plek", "initiatief: Molen"]
    page.get_by_role("button", name="2 bij elkaar").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".leaflet-popup a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="2 bij elkaar")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="De lijst")).to_be_focused()
    assert street.complaints == []


def test_without_script_the_list_is_there(street: Street, places: None, elsewhere: list[str]) -> None:
    page = opened(street, elsewhere, "/gebied/GM0150/", script=False)
    page.get_by_role("link", name="Grote kaart").click()
    expect(page.get_by_text("De kaart werkt alleen met JavaScript")).to_be_visible()
    expect(page.locator("[data-kaart]")).to_be_hidden()
    expect(page.get_by_role("link", name="Molen")).to_be_visible()
    assert elsewhere == []


def test_the_script_of_the_map_comes_only_when_asked(
    street: Street, places: None, elsewhere: list[str]
) -> None:
    page = street.window()
    files: list[str] = []
    page.on("request", lambda one: files.append(one.url.rpartition("/")[2]))
    for path in ("/", "/gebied/GM0150/", "/initiatieven/?weergave=kaart"):
        page.goto(path, wait_until="networkidle")
    assert not {"streets.js", "streets.css"} & set(files)
    page.goto(CITY, wait_until="networkidle")
    assert {"streets.js", "streets.css"} <= set(files)


def test_streets_of_another_host_come_after_a_yes(
    street: Street, places: None, elsewhere: list[str], settings: Any
) -> None:
    settings.MAP_TILES, settings.MAP_TILES_CREDIT = TILES, "Kadaster"
    page = opened(street, elsewhere)
    page.route("https://tegels.example/**", lambda route: route.fulfill(status=204))
    expect(page.get_by_text("Je browser haalt ze op bij tegels.example")).to_be_visible()
    assert wrong_with(page) == []
    assert not [one for one in elsewhere if "streets.js" in one]
    assert elsewhere == []
    page.get_by_role("button", name="Toon de kaart met straten").click()
    expect(page.get_by_text("Op de kaart: 3 initiatieven")).to_be_visible()
    expect(page.locator("[data-kaart]")).to_be_focused()
    expect(page.get_by_text("© Kadaster")).to_be_visible()
    assert elsewhere
    assert {one.split("/")[2] for one in elsewhere} == {"tegels.example"}
    assert min(int(one.split("/")[3]) for one in elsewhere) > 9  # none of all Holland on the way
    assert not [one for one in street.complaints if "Content Security" in one]


def test_who_says_no_to_another_host_gets_borders_only(
    street: Street, places: None, elsewhere: list[str], settings: Any
) -> None:
    settings.MAP_TILES, settings.MAP_TILES_CREDIT = TILES, "Kadaster"
    page = opened(street, elsewhere)
    page.get_by_role("button", name="Toon alleen de grenzen").click()
    expect(page.get_by_text("Op de kaart: 3 initiatieven")).to_be_visible()
    assert (elsewhere, street.complaints) == ([], [])


def test_a_map_that_cannot_be_loaded_says_so(street: Street, places: None, elsewhere: list[str]) -> None:
    page = street.window()
    page.route("**/streets.js", lambda route: route.abort())
    page.goto(CITY)
    expect(page.get_by_text("De kaart laden lukt nu niet. In de lijst staat hetzelfde.")).to_be_visible()


def test_an_initiative_opens_the_map_at_its_place(street: Street, places: None, elsewhere: list[str]) -> None:
    page = opened(street, elsewhere, f"{CITY}?bij=6.28,52.25")
    expect(page.get_by_role("link", name="initiatief: Molen")).to_be_in_viewport()
    frame = page.locator("[data-kaart]").bounding_box()
    point = page.get_by_role("link", name="initiatief: Molen").bounding_box()
    assert frame
    assert point
    assert abs(frame["x"] + frame["width"] / 2 - point["x"] - point["width"] / 2) < 40


def test_a_crowd_comes_apart_nearby(street: Street, cast: Cast, places: None, elsewhere: list[str]) -> None:
    one = Initiative.objects.get(title="Molen")
    for number in range(160):
        one.pk = None
        one.public_id, one.number = f"zz{number:08}", f"ZZ-{number + 1}"
        one.title, one.lon = f"Plan {number}", 6.21 + number / 2000
        one.save(force_insert=True)
    page = opened(street, elsewhere)
    expect(page.get_by_text("Op de kaart: 163 initiatieven")).to_be_visible()
    said = page.get_by_role("status")
    crowd = page.get_by_role("button", name="initiatieven bij elkaar").first
    crowd.dispatch_event("click")
    expect(said).not_to_contain_text("163")
    expect(page.get_by_role("link", name="initiatief: Plan").first).to_be_visible()
    assert street.complaints == []
