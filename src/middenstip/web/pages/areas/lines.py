"""Facts as lines of the log: date, ring, who, and a sentence with a link in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from middenstip.domain.reports.selectors import Line
from middenstip.kernel.half import Half, halves_of
from middenstip.web.shared.dates import past_date
from middenstip.web.shared.svg import half_word, ring_svg

PAGES = {"initiative": "initiatief", "goal": "opgave", "agreement": "afspraak"}
ALL = 7


def as_lines(lines: Iterable[Line], today: date) -> list[dict[str, Any]]:
    """Flat values for `components/timeline.html`."""
    return [_line(line, today) for line in lines]


def _line(line: Line, today: date) -> dict[str, Any]:
    page = PAGES.get(line.href_kind)
    return {
        "iso": timezone.localdate(line.at).isoformat(),
        "date_text": past_date(line.at, today),
        "ring": ring_svg(line.halves, size=22, label=False),
        "who": _who(line.halves),
        "mark": _(line.mark) if line.mark else "",
        "is_good": line.is_good,
        "before": line.before,
        "link": line.link,
        "url": f"/{page}/{line.href_id}/" if page else "",
        "after": line.after,
    }


def _who(halves: int) -> str:
    if halves == ALL:
        return _("Alle drie")
    words = [half_word(half) for half in halves_of(halves)] or [_("vanzelf")]
    return _(" en ").join(words).capitalize()


def first_half(halves: int) -> Half | None:
    """The first half that is not in this set; None when all three are."""
    return next((half for half in Half if not halves & half.bit), None)
