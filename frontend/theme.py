"""A theme from three house colours: every token a municipality may change, with its contrast checked.

Each colour becomes a scale of eight steps (50 lightest, 700 darkest). A step has a fixed lightness in
OKLCH, so every house colour gets the same contrast. Source: Björn Ottosson, "A perceptual color space
for image processing" (2020), and WCAG 2.2 success criterion 1.4.3.
"""

from __future__ import annotations

import math

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

BRAND, ACCENT, GREY = "#006d77", "#e85d04", "#40566b"
HALVES = {"bewoners": "#a8265e", "overheid": "#1c62b0", "ondernemers": "#8a6200"}

_ROLES = {
    "default": "grijs",
    "accent-1": "merk",
    "accent-2": "accent",
    "action-1": "merk",
    "action-2": "merk",
    "selected": "merk",
}
_ON_LIGHT: dict[str, int | None] = {
    "bg-document": None,
    "bg-subtle": 50,
    "bg-default": 100,
    "bg-hover": 200,
    "bg-active": 200,
    "border-subtle": 300,
    "border-default": 400,
    "border-hover": 500,
    "border-active": 500,
    "color-subtle": 400,
    "color-default": 500,
    "color-hover": 600,
    "color-active": 600,
    "color-document": 700,
}
_ON_DARK: dict[str, int | None] = {
    "bg-document": 600,
    "bg-subtle": 700,
    "bg-default": 500,
    "bg-hover": 600,
    "bg-active": 600,
    "border-subtle": 400,
    "border-default": 300,
    "border-hover": 200,
    "border-active": 200,
    "color-subtle": 300,
    "color-default": None,
    "color-hover": None,
    "color-active": None,
    "color-document": None,
}
_SHAPE = {
    "basis-text-font-family-default": "'Source Sans 3 Variable',system-ui,-apple-system,'Segoe UI',Roboto,"
    "'Noto Sans',sans-serif",
    "basis-heading-font-family": "var(--basis-text-font-family-default)",
    "basis-form-control-border-radius": "8px",
    "nl-button-border-radius": "999px",
    "basis-focus-outline-style": "solid",
    "basis-focus-outline-color": "#0b0c0c",
    "basis-focus-outline-offset": "2px",
}


def _linear(colour: str) -> tuple[float, float, float]:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return r, g, b


def _to_oklch(colour: str) -> tuple[float, float, float]:
    r, g, b = _linear(colour)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    x = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    y = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, math.hypot(x, y), math.atan2(y, x)


def _to_linear(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    x, y = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * x + 0.2158037573 * y) ** 3
    medium = (lightness - 0.1055613458 * x - 0.0638541728 * y) ** 3
    short = (lightness - 0.0894841775 * x - 1.2914855480 * y) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _to_hex(lightness: float, chroma: float, hue: float) -> str:
    channels = _to_linear(lightness, chroma, hue)
    while not all(-1e-4 <= c <= 1.0001 for c in channels):  # take chroma back until the screen can show it
        chroma *= 0.95
        channels = _to_linear(lightness, chroma, hue)
    clipped = (min(1.0, max(0.0, c)) for c in channels)
    gamma = (12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055 for c in clipped)
    return "#" + "".join(f"{round(255 * c):02x}" for c in gamma)


def scale(colour: str, chroma: float | None = None) -> Scale:
    """The eight steps of a colour `#rrggbb`; `chroma` replaces its own (for a quiet grey)."""
    _, own, hue = _to_oklch(colour)
    full = own if chroma is None else chroma
    return {step: _to_hex(light, full * share, hue) for step, (light, share) in STEPS.items()}


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    low, high = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (_linear(one), _linear(other)))
    return (high + 0.05) / (low + 0.05)


def check(name: str, steps: Scale) -> None:
    """Raise ValueError, naming each pair, when a scale is not readable enough."""
    poor = [
        f"{text} on {ground} is {contrast(steps[text], steps[ground]):.2f}, needs {least}"
        for text, ground, least in PAIRS
        if contrast(steps[text], steps[ground]) < least
    ]
    if poor:
        raise ValueError(f"{name}: " + "; ".join(poor))


def _checked(name: str, colour: str, chroma: float | None = None) -> dict[str, str]:
    steps = scale(colour, chroma)
    check(name, steps)
    return {f"ms-{name}-{step}": value for step, value in steps.items()}


def theme(brand: str = BRAND, accent: str = ACCENT, grey: str = GREY) -> dict[str, str]:
    """Custom properties (name without dashes: value) of a theme; the half colours are always the same."""
    tokens = _checked("merk", brand) | _checked("accent", accent) | _checked("grijs", grey, 0.018)
    for half, colour in HALVES.items():
        tokens |= _checked(half, colour)
    for role, name in _ROLES.items():
        for between, table in (("", _ON_LIGHT), ("inverse-", _ON_DARK)):
            for part, step in table.items():
                tokens[f"basis-color-{role}-{between}{part}"] = (
                    "#fff" if step is None else f"var(--ms-{name}-{step})"
                )
    return tokens | _SHAPE


def theme_css(brand: str = BRAND, accent: str = ACCENT, grey: str = GREY) -> str:
    """The theme as one CSS rule on `:root`."""
    body = "".join(f"--{name}:{value};" for name, value in theme(brand, accent, grey).items())
    return f":root{{{body}}}"
