"""Tags and filters of the house, available in every template.

Tags: icon, logo, ring, half, table, field, steps, part, nl. Filters: short_date, day_date, long_date,
moment, iso, status_icon, answer_look, message_look, thousands, before_bar, after_bar. In a list of cards call
`middenstip.web.shared.svg` while you prepare the rows instead: it is faster.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop

from middenstip.kernel.contact import masked
from middenstip.kernel.half import Half
from middenstip.web.shared import dates, links, svg, table
from middenstip.web.shared.part import Part
from middenstip.web.shared.words import thousands

register = template.Library()

STEPS = tuple(_noop(step) for step in ("Idee", "Balie", "Verbinden", "Doel", "Afspraken", "Project", "Leren"))

ANSWERS = {
    "ja": {"words": _noop("JA"), "icon": "vink"},
    "tenzij": {"words": _noop("Nee, tenzij"), "icon": ""},
    "nee": {"words": _noop("Nee"), "icon": "kruis"},
    "open": {"words": _noop("Nog open"), "icon": ""},
    "missing": {"words": _noop("Ontbreekt nog"), "icon": ""},
}
MESSAGES = {
    "error": {"css": "is-fout", "icon": "let-op", "role": "alert"},
    "warning": {"css": "is-fout", "icon": "let-op", "role": "status"},
    "success": {"css": "is-goed", "icon": "vink", "role": "status"},
}
PLAIN = {"css": "", "icon": "bel", "role": "status"}
STATUS_ICONS = {"gedaan": "vink", "nee": "kruis", "telaat": "let-op"}

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


@register.simple_tag(name="part", takes_context=True)
def part_tag(context: template.Context, part: Part) -> SafeString:
    """`{% part one %}`: a part that a room announced, with its values beside those of the page."""
    if part.html:
        return mark_safe(part.html)  # noqa: S308 - printed by our own autoescaped template
    assert context.template
    with context.push(**part.values):
        return context.template.engine.get_template(part.template).render(context)


@register.simple_tag(name="steps")
def steps_tag(current: int, stopped: bool = False, anchor: str = "fase") -> SafeString:
    """`{% steps 4 %}`: the seven steps, 1 to 7; `stopped=True` when it ended at this step."""
    return _steps(current, stopped, anchor, get_language() or "")


@lru_cache(maxsize=64)
def _steps(current: int, stopped: bool, anchor: str, language: str) -> SafeString:
    """Kept: there are fourteen of them per language, on pages that are asked most."""
    steps = [
        {"name": _(name), "is_done": place < current, "is_now": place == current}
        for place, name in enumerate(STEPS, start=1)
    ]
    after = _(STEPS[current]).lower() if current < len(STEPS) else ""
    now = _(STEPS[current - 1]).lower()
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
def iso(value: date | datetime) -> str:
    """*2026-11-24T20:31:05+01:00*, for the attribute `datetime`."""
    return dates.iso(value)


@register.simple_tag
def nl() -> SafeString:
    """`lang="nl"` on a page in another language: around what people wrote, so that it is read as Dutch."""
    return SafeString("" if get_language() == "nl" else 'lang="nl"')


@register.filter
def moment(value: datetime | None) -> str:
    """*24 november 2026, 20.31 uur*."""
    return dates.moment(value) if value else ""


register.filter(links.with_links)
register.filter(masked)


@register.filter
def before_bar(value: object) -> str:
    """The part before ` | `: the bold line of a choice card."""
    return str(value).partition(" | ")[0]


@register.filter
def after_bar(value: object) -> str:
    """The part after ` | `: the explanation on a choice card; empty when there is none."""
    return str(value).partition(" | ")[2]


@register.filter
def status_icon(kind: str) -> str:
    """The icon of a status or a message; "" when its words are enough."""
    return STATUS_ICONS.get(kind, "")


@register.filter
def answer_look(state: str) -> dict[str, str]:
    """What a half that answered so is said to say, and its icon."""
    look = ANSWERS[state]
    return {"words": _(look["words"]), "icon": look["icon"]}


@register.filter
def message_look(kind: str) -> dict[str, str]:
    """How a message looks and is announced; `kind` may hold more words, as the tags of a message do."""
    return next((look for word, look in MESSAGES.items() if word in kind), PLAIN)


@register.filter
def half_word(value: Half | str) -> str:
    """*bewoners*, in the language of the reader."""
    return svg.half_word(value)
