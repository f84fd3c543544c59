"""The chain as a drawing: seven steps in a loop, from idea to learning and back to a new idea."""

from __future__ import annotations

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

WIDTH, TOP, BOTTOM = 480, 48, 168
# The middle of each step: four from left to right, then three back below them.
SPOTS = ((60, TOP), (180, TOP), (300, TOP), (420, TOP), (420, BOTTOM), (240, BOTTOM), (60, BOTTOM))
RADIUS = 26


def chain_svg(words: list[str]) -> SafeString:
    """The seven words in their order; the last arrow goes back to the first."""
    arrows = "".join(_arrow(*SPOTS[n], *SPOTS[(n + 1) % len(SPOTS)]) for n in range(len(SPOTS)))
    numbered = enumerate(zip(SPOTS, words, strict=True), start=1)
    steps = "".join(_step(number, x, y, word) for number, ((x, y), word) in numbered)
    label = escape(_("De keten: %(steps)s, en dan weer een idee.") % {"steps": ", ".join(words).lower()})
    head = f'<svg class="ms-keten" viewBox="0 0 {WIDTH} 224" role="img" aria-label="{label}">'
    return mark_safe(f"{head}{arrows}{steps}</svg>")  # noqa: S308 - numbers, and words that were escaped


def _arrow(x: int, y: int, to_x: int, to_y: int) -> str:
    """From the edge of one circle to that of the next, along one axis."""
    right, down = (to_x > x) - (to_x < x), (to_y > y) - (to_y < y)
    gap = RADIUS + 6
    below = 26 if down else 0  # the word under the upper circle
    start_x, start_y = x + right * gap, y + down * (gap + max(0, down) * below)
    end_x, end_y = to_x - right * gap, to_y - down * (gap + max(0, -down) * below)
    tip = f"{end_x - 9 * (right or 0) - 6 * abs(down)} {end_y - 9 * down - 6 * abs(right)}"
    back = f"{end_x - 9 * (right or 0) + 6 * abs(down)} {end_y - 9 * down + 6 * abs(right)}"
    return f'<path d="M{start_x} {start_y}L{end_x} {end_y}M{tip}L{end_x} {end_y}L{back}"/>'


def _step(number: int, x: int, y: int, word: str) -> str:
    return (
        f'<circle cx="{x}" cy="{y}" r="{RADIUS}"/>'
        f'<text class="ms-keten__nr" x="{x}" y="{y + 7}">{number}</text>'
        f'<text x="{x}" y="{y + RADIUS + 20}">{escape(word)}</text>'
    )
