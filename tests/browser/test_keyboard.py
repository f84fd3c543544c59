"""Without a mouse: the whole chain by keyboard, and the link that skips the menu."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chain import Chain
from tests.browser.hands import HAS_RING, Keys, Pointer
from tests.browser.street import Street
from tests.cast import Cast, person, proposed

pytestmark = pytest.mark.browser


def test_the_keyboard_alone_goes_from_idea_to_a_signed_agreement(street: Street, cast: Cast) -> None:
    Chain(cast, lambda: Keys(street.window())).walk()
    assert street.complaints == []


@pytest.mark.parametrize("path", ["/", "/initiatieven/", "/initiatieven/nieuw/", "/tafels/"])
def test_the_first_tab_offers_to_skip_the_menu(street: Street, path: str) -> None:
    page = street.window()
    page.goto(path)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Naar de inhoud")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    assert skip.evaluate(HAS_RING)
    page.keyboard.press("Enter")
    expect(page.locator("#inhoud")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


# The focus as a position, because two links may have the same text.
WHERE = """() => [...document.querySelectorAll('main *')].indexOf(document.activeElement)"""
MOST = 150


def walked(page: Page, key: str) -> list[int]:
    """Press `key` until the focus leaves the main part; returns every stop, with its focus ring."""
    stops: list[int] = []
    while (at := page.evaluate(WHERE)) >= 0 and len(stops) < MOST:
        stops.append(at)
        assert page.locator(":focus").evaluate(HAS_RING), f"no ring at stop {len(stops)} of {page.url}"
        page.keyboard.press(key)
    return stops


def goes_there_and_back(page: Page) -> int:
    """Tab through the main part, then Shift+Tab back: the same stops the other way. Returns how many."""
    page.locator("#inhoud").focus()
    page.keyboard.press("Tab")
    there = walked(page, "Tab")
    page.keyboard.press("Shift+Tab")
    back = walked(page, "Shift+Tab")
    assert [at for at in reversed(back) if at in there] == there
    assert set(back) <= set(there)
    return len(there)


def test_shift_and_tab_go_back_the_same_way_on_the_form(street: Street) -> None:
    page = street.window()
    page.goto("/initiatieven/nieuw/")
    assert goes_there_and_back(page) > 3  # the first of three screens


def test_shift_and_tab_go_back_the_same_way_at_the_table(street: Street, cast: Cast) -> None:
    goal = proposed(cast)
    ilse = Pointer(street.window())
    ilse.log_in(str(person(cast.ilse).email))
    ilse.go(f"/opgave/{goal.public_id}/")
    assert goes_there_and_back(ilse.page) > 5
