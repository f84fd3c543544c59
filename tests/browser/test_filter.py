"""The filter of the list replaces the results without moving the focus."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.looks import wrong_with
from tests.browser.street import Street
from tests.cast import Cast, submitted

pytestmark = pytest.mark.browser


def test_a_choice_by_keyboard_keeps_the_focus_and_says_what_was_found(street: Street, cast: Cast) -> None:
    number = submitted(cast).public_id
    page = street.window()
    page.goto("/initiatieven/")
    page.evaluate("window.isSamePage = true")
    page.get_by_label("Stap").select_option("doel")
    expect(page.get_by_role("heading", name="Voedselbos Lettele")).to_be_visible()  # a choice sends nothing

    button = page.get_by_role("button", name="Zoek")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("0 initiatieven")
    expect(page.get_by_role("heading", name="Voedselbos Lettele")).to_have_count(0)
    expect(button).to_be_focused()
    assert "fase=doel" in page.url
    assert page.evaluate("window.isSamePage")
    assert wrong_with(page) == []

    page.go_back()
    expect(page.get_by_role("heading", name="Voedselbos Lettele")).to_be_visible()
    page.get_by_label("Zoek").fill(number)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"/initiatief/{number}/")
    assert street.complaints == []
