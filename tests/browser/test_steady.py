"""A page does not shift while it loads."""

from __future__ import annotations

import pytest

from tests.browser.street import Street
from tests.cast import Cast
from tests.matrix.world import build

pytestmark = pytest.mark.browser
SHIFTS = """() => new Promise(told => {
    let sum = 0
    new PerformanceObserver(list => list.getEntries().forEach(one => { sum += one.value }))
        .observe({type: 'layout-shift', buffered: true})
    document.fonts.ready.then(() => setTimeout(() => told(sum), 500))
})"""


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_shifts_when_the_font_loads(street: Street, cast: Cast, width: int) -> None:
    world = build(cast)
    paths = (
        "/",
        "/initiatieven/",
        "/gebied/WK015014/",
        f"/initiatief/{world.initiative.public_id}/",
        "/privacy/",
    )
    shifted = {}
    for path in paths:
        page = street.window(width=width)  # a new window has no font in its cache
        page.goto(path)
        assert page.evaluate("document.fonts.check('16px \"Source Sans 3 Variable\"')")
        shifted[path] = page.evaluate(SHIFTS)
    assert shifted == dict.fromkeys(paths, 0)
