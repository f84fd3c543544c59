"""Tags and filters of the house, available in every template.

Tags: icon, logo, ring, half, table, field, steps. Filters: short_date, day_date, long_date,
moment, thousands, before_bar, after_bar. In a list of cards call `middenstip.web.shared.svg` while
you prepare the rows instead: it is faster.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, gettext_noop

from middenstip.kernel.half import Half
from middenstip.web.shared import dates, svg, table
from middenstip.web.shared.words import thousands

register = template.Library()

STEPS = tuple(
    gettext_noop(step) for step in ("Idee", "Balie", "Verbinden", "Doel", "Afspraken", "Project", "Leren")
)

register.filter(thousands)
register.simple_tag(svg.icon, name="icon")
register.simple_tag(svg.logo, name="logo")
register.simple_tag(svg.half_mark, name="half")
register.simple_tag(svg.field_svg, name="field")


@register.simple_tag(name="ring")
def ring_tag(
    halves: int, number: int | str = "", size: int = 36, label: bool = True, ball: bool = False
) -> SafeString:
    """`{% ring bits %}`, `{% ring bits size=112 %}`, `{% ring bits number=4 label=False %}`."""
    return svg.ring_svg(halves, number, size, label=label, ball=ball)


@register.simple_tag(name="table")
def table_tag(
    states: Mapping[str, str], seats: Mapping[str, str] | None = None, ball: str = "", size: int = 0
) -> SafeString:
    """`{% table states seats ball="ondernemers" %}`; see `shared.table.table_svg`."""
    return table.table_svg(states, seats, ball, size)


@register.simple_tag(name="steps")
def steps_tag(current: int, stopped: bool = False, anchor: str = "fase") -> SafeString:
    """`{% steps 4 %}`: the seven steps, 1 to 7; `stopped=True` when it ended at this step."""
    return _steps(current, stopped, anchor, get_language() or "")


@lru_cache(maxsize=64)
def _steps(current: int, stopped: bool, anchor: str, language: str) -> SafeString:
    """Kept: there are fourteen of them per language, on pages that are asked most."""
    steps = [
        {"name": gettext(name), "is_done": place < current, "is_now": place == current}
        for place, name in enumerate(STEPS, start=1)
    ]
    after = gettext(STEPS[current]).lower() if current < len(STEPS) else ""
    now = gettext(STEPS[current - 1]).lower()
    told = {"steps": steps, "number": current, "now": now, "after": after}
    return render_to_string("components/steps.html", told | {"is_stopped": stopped, "anchor": anchor})


@register.filter
def short_date(value: date | datetime | None) -> str:
    """*19 nov*; empty for no date."""
    return dates.short_date(value) if value else ""


@register.filter
def day_date(value: date | datetime | None) -> str:
    """*vrijdag 4 december*."""
    return dates.day_date(value) if value else ""


@register.filter
def long_date(value: date | datetime | None) -> str:
    """*1 maart 2027*."""
    return dates.long_date(value) if value else ""


@register.filter
def moment(value: datetime | None) -> str:
    """*24 november 2026, 20.31 uur*."""
    return dates.moment(value) if value else ""


@register.filter
def before_bar(value: object) -> str:
    """The part before ` | `: the bold line of a choice card."""
    return str(value).partition(" | ")[0]


@register.filter
def after_bar(value: object) -> str:
    """The part after ` | `: the explanation on a choice card; empty when there is none."""
    return str(value).partition(" | ")[2]


@register.filter
def half_word(value: Half | str) -> str:
    """*bewoners*, in the language of the reader."""
    return svg.half_word(value)
