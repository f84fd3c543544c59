"""A house colour: its scale of eight steps, and whether people can read it (WCAG 2.2).

Each colour becomes a scale of eight steps (50 lightest, 700 darkest). A step has a fixed lightness in
OKLCH, so every house colour gets the same contrast. coloraide does the arithmetic; it is loaded when
it is needed, because most processes never do.
"""

from __future__ import annotations

import re
from typing import Any

Scale = dict[int, str]

# step: (lightness, share of the colour's own chroma)
STEPS = {
    50: (0.985, 0.08),
    100: (0.962, 0.18),
    200: (0.918, 0.36),
    300: (0.82, 0.72),
    400: (0.50, 1.0),
    500: (0.425, 1.0),
    600: (0.335, 0.86),
    700: (0.235, 0.6),
}
# text step, ground step, least contrast
PAIRS = ((400, 50, 4.5), (500, 100, 4.5), (500, 200, 4.5), (700, 200, 7.0), (300, 600, 4.5))
TEXT, GRAPHIC = 4.5, 3.0  # least contrast of text (1.4.3), and of a mark that is no text (1.4.11)
WHITE = "#ffffff"
LESS = 0.95  # how much chroma is left each time that a screen cannot show a colour
_HEX = re.compile(r"#[0-9a-f]{6}")


def is_colour(text: str) -> bool:
    """Whether this is a colour as `#rrggbb`, in lower case."""
    return _HEX.fullmatch(text) is not None


def scale(colour: str, chroma: float | None = None) -> Scale:
    """The eight steps of a colour `#rrggbb`; `chroma` replaces its own (for a quiet grey)."""
    _, own, hue = _colour(colour).convert("oklch").coords(nans=False)
    full = own if chroma is None else chroma
    return {step: _to_hex(light, full * share, hue) for step, (light, share) in STEPS.items()}


def own_scale(colour: str) -> Scale:
    """The scale of a colour that itself is the step for text and buttons (500)."""
    steps = scale(colour)
    darkest = min((colour, steps[400]), key=lambda one: contrast(one, "#000000"))
    return steps | {500: colour, 400: darkest}


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    return float(_colour(one).contrast(other, method="wcag21"))


def poorest(steps: Scale) -> tuple[float, float]:
    """The pair of a scale that falls shortest: its contrast, and what it should be at least."""
    found = [(contrast(steps[text], steps[ground]), least) for text, ground, least in PAIRS]
    return min([*found, (contrast(steps[500], WHITE), TEXT)], key=lambda pair: pair[0] / pair[1])


def _to_hex(lightness: float, chroma: float, hue: float) -> str:
    """A colour of OKLCH for a screen, with as much chroma as that can show."""
    colour = _colour("oklch", [lightness, chroma, hue])
    while not colour.in_gamut("srgb", tolerance=1e-4):
        colour["chroma"] *= LESS
    return str(colour.convert("srgb").clip().to_string(hex=True))


def _colour(*told: Any) -> Any:
    from coloraide import Color

    return Color(*told)
