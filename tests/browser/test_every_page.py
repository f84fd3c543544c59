"""Every page, as a visitor and as its intended reader: axe, 320 pixels, no console errors."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from django.urls import reverse
from playwright.sync_api import Error, Page

from middenstip.domain.areas.models import Area
from tests.browser.hands import Pointer
from tests.browser.looks import NARROW, WIDE, axe_finds, bring_axe, wrong_with
from tests.browser.street import Street
from tests.cast import Cast, person
from tests.matrix.rows import all_rows
from tests.matrix.world import World, build

pytestmark = pytest.mark.browser
RIGHT_PERSON = ("initiator", "handler", "business", "admin")
ALL, EVEN, ODD = slice(None), slice(0, None, 2), slice(1, None, 2)
# The initiator may read most: two halves, which two windows side by side can do.
READERS = [
    pytest.param("initiator", EVEN, id="initiator-even"),
    pytest.param("initiator", ODD, id="initiator-odd"),
    *(pytest.param(role, ALL, id=role) for role in RIGHT_PERSON[1:]),
]
EMPTY = (
    "/",
    "/?q=nergens",
    "/initiatieven/",
    "/initiatieven/?q=zzz",
    "/tafels/",
    "/afspraken/",
    "/gebied/WK015014/",
)


PARTS = ("search:near",)  # a piece of HTML that a script puts into a page


def pages(world: World, role: str) -> list[str]:
    """The URLs of the permission matrix that this role may read."""
    asked = [row for row in all_rows() if row.method == "GET" and row.expects[role] == 200]
    asked = [row for row in asked if row.route not in PARTS]
    found = {reverse(row.route, args=[world.fill(name) for name in row.args]) for row in asked}
    return sorted(path for path in found if not path.startswith("/api/"))


def opens(page: Page, path: str) -> bool:
    """Open this URL, unless it is no page but a feed, picture or download; returns whether it is a page."""
    if not path.endswith("/") and "text/html" not in page.request.head(path).headers.get("content-type", ""):
        return False
    try:
        page.goto(path)
    except Error as error:
        if "Download is starting" in error.message:
            return False
        raise
    return True


def look(page: Page, paths: list[str], widths: Sequence[int] = (WIDE, NARROW)) -> list[str]:
    """Open each URL and its folds; returns what is wrong with those that are pages."""
    wrong = []
    bring_axe(page)
    for path in paths:
        if opens(page, path):
            page.locator("main details").evaluate_all("folds => folds.forEach(one => one.open = true)")
            wrong += wrong_with(page, widths)
    return wrong


def test_every_public_page_passes_the_checks(street: Street, cast: Cast) -> None:
    """On a phone, as most visitors come; people who are logged in see the same pages on a wide screen too."""
    world = build(cast)
    paths = pages(world, "anonymous")
    assert look(street.window(), paths, (NARROW,)) == []
    assert street.complaints == []
    assert len(paths) > 20


@pytest.mark.parametrize(("role", "share"), READERS)
def test_every_page_passes_the_checks_for_its_intended_reader(
    street: Street, cast: Cast, role: str, share: slice
) -> None:
    world = build(cast)
    actor = world.roles[role]
    assert actor
    hands = Pointer(street.window())
    hands.log_in(str(person(actor).email))
    before = {path for other in RIGHT_PERSON[: RIGHT_PERSON.index(role)] for path in pages(world, other)}
    paths = [path for path in pages(world, role)[share] if path not in before]
    assert look(hands.page, paths) == []
    assert street.complaints == []


def test_pages_without_data_pass_the_checks(street: Street) -> None:
    """Empty lists, a search without results, and pages that do not exist."""
    window = street.window()
    assert look(window, list(EMPTY)) == []
    assert street.complaints == []
    window.goto("/bestaat-niet/")
    assert wrong_with(window) == []


def test_a_form_with_errors_passes_the_checks(street: Street) -> None:
    visitor = Pointer(street.window())
    visitor.go("/initiatieven/nieuw/")
    visitor.press("Verder")
    visitor.sees("Er klopt nog iets niet")
    assert wrong_with(visitor.page) == []


def test_the_chosen_bin_of_the_desk_is_in_view_on_a_phone(street: Street, cast: Cast) -> None:
    handler = Pointer(street.window(width=360))
    handler.log_in(str(person(cast.samira).email))
    handler.go("/balie/?bak=alles")
    chosen = handler.page.locator(".ms-bakken [aria-current]").bounding_box()
    assert chosen
    assert 0 <= chosen["x"] <= 360 - chosen["width"]


@pytest.mark.parametrize("width", [992, 1024, 1200])
def test_the_widest_menu_fits_a_tablet_on_its_side(street: Street, cast: Cast, width: int) -> None:
    """The desk has the most menu items, and a place may have a long name."""
    Area.objects.filter(code="GM0150").update(name="Alphen aan den Rijn-Noordoost")
    handler = Pointer(street.window(width=width))
    handler.log_in(str(person(cast.samira).email))
    handler.go("/balie/")
    assert handler.page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize(("who", "width"), [("ilse", 1280), ("bas", 360)])
def test_a_seat_with_a_long_name_fits_in_the_header(street: Street, cast: Cast, who: str, width: int) -> None:
    hands = Pointer(street.window(width=width))
    hands.log_in(str(person(getattr(cast, who)).email))
    hands.go("/tafels/")
    assert hands.page.evaluate("document.documentElement.scrollWidth") == width


def test_the_platform_name_is_not_cut_off_on_a_phone(street: Street, cast: Cast) -> None:
    """Also next to the longest half, for a person who is logged in."""
    entrepreneur = Pointer(street.window(width=360))
    entrepreneur.log_in(str(person(cast.bas).email))
    assert entrepreneur.page.locator(".ms-logo b").evaluate("e => e.getClientRects().length") == 1
    entrepreneur.page.locator(".ms-menu summary").click()
    assert axe_finds(entrepreneur.page) == []
    entrepreneur.page.keyboard.press("Escape")
    entrepreneur.page.locator(".ms-zetel summary").click()
    assert axe_finds(entrepreneur.page) == []
