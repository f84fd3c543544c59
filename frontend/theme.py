"""A theme from three house colours: every token a municipality may change, with its contrast checked.

The arithmetic is that of `middenstip.kernel.colour`, with which the platform also checks the colours that an
administrator chooses.
"""

from __future__ import annotations

from middenstip.kernel.colour import PAIRS, Scale, contrast, scale

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
