"""A printed page shows everything, also what is folded on the screen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from middenstip.journeys import agree_goal
from tests.browser.street import Street
from tests.cast import Cast, proposed

pytestmark = pytest.mark.browser
# The content of a closed fold exists but has no size.
READABLE = """() => [...document.querySelectorAll('main details > :not(summary, form)')]
    .filter(one => !one.checkVisibility({contentVisibilityAuto: true}) || !one.getBoundingClientRect().height)
    .map(one => one.textContent.slice(0, 60))"""


def folded(page: Page) -> list[str]:
    """The texts on this page that are not visible in the current medium."""
    found: list[str] = page.evaluate(READABLE)
    return found


@pytest.mark.parametrize("script", [True, False])
def test_a_printed_page_shows_closed_folds(street: Street, cast: Cast, script: bool) -> None:
    goal = proposed(cast)
    agree_goal.propose(
        by=cast.ilse, goal=goal, text="In 2029 staat er een voedselbos.", number=1, at=cast.tick()
    )
    page = street.window(script=script)
    page.goto(f"/opgave/{goal.public_id}/")
    assert any("In 2028" in one for one in folded(page))
    page.emulate_media(media="print")
    for _ in range(50):  # the style of a fold changes shortly after the medium
        if folded(page):
            page.wait_for_timeout(100)
    assert folded(page) == []
    page.emulate_media(media="screen")
    assert folded(page) != []


def test_printing_opens_the_folds_and_closes_them_afterwards(street: Street, cast: Cast) -> None:
    """For browsers whose style sheet cannot open a fold."""
    goal = proposed(cast)
    agree_goal.propose(by=cast.ilse, goal=goal, text="Een ander doel.", number=1, at=cast.tick())
    page = street.window()
    page.goto(f"/opgave/{goal.public_id}/")
    count = "document.querySelectorAll('main details[open]').length"
    before = page.evaluate(count)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("document.querySelectorAll('main details:not([open])').length") == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(count) == before


def test_a_filled_dot_is_filled_on_paper(street: Street, cast: Cast) -> None:
    """Browsers do not print backgrounds: seats at the table would look absent."""
    goal = proposed(cast)
    page = street.window()
    page.goto(f"/opgave/{goal.public_id}/")
    page.emulate_media(media="print")
    dots = "e => e.map(one => getComputedStyle(one, '::before').printColorAdjust)"
    assert page.locator(".ms-kant li, .ms-stappen li").evaluate_all(dots) == ["exact"] * 8


def test_the_questions_fit_one_sheet(street: Street, cast: Cast) -> None:
    page = street.window()
    page.goto("/initiatieven/nieuw/papier/")
    sheets = re.findall(rb"/Type\s*/Page\s", page.pdf(prefer_css_page_size=True))
    assert len(sheets) == 1


def test_a_page_is_printed_on_a4(street: Street, cast: Cast) -> None:
    """Also in a browser whose default is Letter."""
    page = street.window()
    page.goto("/privacy/")
    paper = page.pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper)
    assert {(round(float(wide)), round(float(high))) for wide, high in sizes} == {(595, 842)}


def test_a_sheet_does_not_cut_through_a_line(street: Street, cast: Cast) -> None:
    """A root element that is a container of fixed size cannot be split between lines."""
    page = street.window()
    page.goto("/hoe-het-werkt/")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).containerType") == "normal"
