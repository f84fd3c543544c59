"""Checks for every page: accessible (axe), and never wider than the screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async tags => {
    const found = await axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})
    return found.violations.flatMap(one => one.nodes.map(node => `${one.id} ${node.target.join(' ')}`))
}"""
WIDE, NARROW, NARROWEST = 1280, 360, 320


def axe_finds(page: Page) -> list[str]:
    """Rules of WCAG 2.2 A and AA and best practice that this page breaks: `rule selector`."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE.read_text())
    found: list[str] = page.evaluate(RUN, TAGS)
    return found


def bring_axe(page: Page) -> None:
    """Let every page that opens in this window have axe already: cheaper than sending it to each."""
    page.add_init_script(path=AXE)


def wrong_with(page: Page, widths: Sequence[int] = (WIDE, NARROW)) -> list[str]:
    """What is wrong with this page at these widths in pixels (axe) and at 320 (sideways scroll)."""
    wrong = []
    for width in widths:
        _resize(page, width)
        wrong += [f"{page.url} {width}: {found}" for found in axe_finds(page)]
    _resize(page, NARROWEST)
    if (width := page.evaluate("document.documentElement.scrollWidth")) != NARROWEST:
        wrong.append(f"{page.url} {NARROWEST}: {width} wide")
    _resize(page, WIDE)
    return wrong


def _resize(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
