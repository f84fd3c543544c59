"""Choosing a place on the map: with a pointer, with the arrow keys, and without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from middenstip.domain.areas.models import Area, Outline
from middenstip.domain.initiatives.models import Initiative
from tests.browser.hands import Pointer
from tests.browser.looks import wrong_with
from tests.browser.street import Street
from tests.cast import Cast, person

pytestmark = pytest.mark.browser
FORM = "/initiatieven/nieuw/"


def square(west: float, south: float, east: float, north: float) -> dict[str, object]:
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


@pytest.fixture
def drawn(cast: Cast) -> None:
    """Deventer as a square, of which Lettele is the eastern half."""
    for code, border in (("GM0150", (6.1, 52.2, 6.3, 52.3)), ("WK015014", (6.2, 52.2, 6.3, 52.3))):
        area = Area.objects.get(code=code)
        Outline(area=area, geometry=square(*border), source="CBS", year=2024).store()


def kept(page: Page) -> tuple[float, float, str, str]:
    lon, lat, area, where = (
        page.locator(f"[name={name}]{more}").input_value()
        for name, more in (("lon", ""), ("lat", ""), ("area", ""), ("where", ":checked"))
    )
    return float(lon), float(lat), area, where


def _to_the_place(hands: Pointer) -> None:
    """From the first screen of the form to the second."""
    hands.write("Wat wil je doen?", "Een bos.")
    hands.write("Geef je idee een korte naam", "Bos")
    hands.press("Verder")


def test_a_click_on_the_map_sets_the_place(street: Street, cast: Cast, drawn: None) -> None:
    marijke = Pointer(street.window())
    marijke.log_in(str(person(cast.marijke).email))
    marijke.go(FORM)
    _to_the_place(marijke)
    page, map_ = marijke.page, marijke.page.locator(".ms-prikkaart svg")
    expect(map_).to_be_hidden()  # the map is not opened yet
    marijke.tick("Ik weet een plek")
    box = map_.bounding_box()
    assert box
    map_.click(position={"x": box["width"] * 0.75, "y": box["height"] / 2})
    lon, lat, area, where = kept(page)
    assert (lon, lat) == pytest.approx((6.25, 52.25), abs=0.001)
    assert (area, where) == ("WK015014", "plek")
    expect(page.locator("[data-zin]")).to_have_text("De stip ligt in: Lettele")
    assert wrong_with(page) == []

    marijke.press("Verder")
    marijke.press("Bewaar en ga later verder")
    assert Initiative.objects.get().lon == pytest.approx(6.25, abs=0.001)
    marijke.follow("Verander je idee")
    expect(map_.locator(".ms-prik")).to_be_visible()  # the dot is at its earlier place
    assert wrong_with(page) == []
    page.locator("[name=area]").select_option("")
    expect(map_.locator(".ms-prik")).to_be_hidden()
    assert page.locator("[name=lon]").input_value() == ""
    assert street.complaints == []


def test_the_arrow_keys_move_the_dot(street: Street, drawn: None) -> None:
    hands = Pointer(street.window())
    hands.go(FORM)
    _to_the_place(hands)
    hands.tick("Ik weet een plek")
    hands.page.locator(".ms-prikkaart svg").focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowUp"):
        hands.page.keyboard.press(key)
    lon, lat, area, _where = kept(hands.page)
    assert 6.2 < lon < 6.21
    assert 52.25 < lat < 52.255
    assert area == "WK015014"


def test_without_script_the_place_is_chosen_from_the_list(street: Street, drawn: None) -> None:
    hands = Pointer(street.window(script=False))
    page = hands.page
    hands.go(FORM)
    _to_the_place(hands)
    page.get_by_label("Ik weet een plek").check()
    expect(page.locator(".ms-prikkaart")).to_be_hidden()
    expect(page.locator("select[name=area]")).to_be_visible()


def test_a_finger_that_goes_on_to_scroll_lets_go_of_the_map(street: Street, cast: Cast, drawn: None) -> None:
    page = street.window()
    page.goto("/gebied/GM0150/")
    page.get_by_role("button", name="Zoom in op de kaart").click()
    map_ = page.locator(".ms-kaart__svg")
    map_.dispatch_event("pointerdown", {"clientX": 100, "clientY": 100})
    map_.dispatch_event("pointercancel", {"clientX": 100, "clientY": 110})
    page.wait_for_timeout(50)
    before = map_.get_attribute("viewBox")
    map_.dispatch_event("pointermove", {"clientX": 160, "clientY": 160})
    assert map_.get_attribute("viewBox") == before
