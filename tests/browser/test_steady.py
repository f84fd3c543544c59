"""A page does not shift while it loads."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Route

from tests.browser.street import Street
from tests.cast import Cast
from tests.matrix.world import build

pytestmark = pytest.mark.browser
# What moved, with from where to where: a failure names it.
SHIFTS = """() => new Promise(told => {
    const shifts = []
    const box = at => [at.x, at.y, at.width, at.height].map(Math.round).join(' ')
    const named = one => [(one.node?.outerHTML ?? one.node?.textContent ?? '').trim().slice(0, 120),
        box(one.previousRect), box(one.currentRect)].join(' | ')
    new PerformanceObserver(list => list.getEntries().forEach(one => shifts.push(...one.sources.map(named))))
        .observe({type: 'layout-shift', buffered: true})
    document.fonts.ready.then(() => setTimeout(() => told(shifts), 500))
})"""


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("seconds", [0, 0.3])
def test_nothing_shifts_however_late_the_font_comes(
    street: Street, cast: Cast, width: int, seconds: float
) -> None:
    world = build(cast)
    paths = (
        "/",
        "/initiatieven/",
        "/gebied/WK015014/",
        f"/initiatief/{world.initiative.public_id}/",
        "/privacy/",
    )

    def late(route: Route) -> None:
        time.sleep(seconds)
        route.continue_()

    shifted = {}
    for path in paths:
        page = street.window(width=width)  # a new window has no font in its cache
        if seconds:
            page.route("**/*.woff2", late)
        page.goto(path)
        assert page.evaluate("document.fonts.check('16px \"Source Sans 3 Variable\"')")
        shifted[path] = page.evaluate(SHIFTS)
    assert shifted == {path: [] for path in paths}
