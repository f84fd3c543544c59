"""Without a mouse: the whole chain by keyboard, and the link that skips the menu."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.chain import Chain
from tests.browser.hands import HAS_RING, Keys
from tests.browser.street import Street
from tests.cast import Cast

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
