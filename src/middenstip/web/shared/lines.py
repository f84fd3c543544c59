"""Facts as lines of the log: date, ring, half, and a sentence with a link."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from middenstip.domain.reports.selectors import Line
from middenstip.domain.rooms import path_to
from middenstip.kernel.half import ALL_HALVES, halves_of
from middenstip.web.shared.dates import short_date
from middenstip.web.shared.svg import half_word, ring_svg


def as_lines(lines: Iterable[Line], today: date, here: str = "") -> list[dict[str, Any]]:
    """Plain values for `components/timeline.html`. The thing with id `here` is not linked on its own page."""
    return [as_line(line, today, "" if line.href_kind == here else line.href_kind) for line in lines]


def as_line(line: Line, today: date, noun: str) -> dict[str, Any]:
    """One line; `noun` is the kind of thing that it links to, "" for none."""
    return {
        "iso": timezone.localdate(line.at).isoformat(),
        "date_text": short_date(line.at, today),
        "ring": ring_svg(line.halves, size=22, label=False),
        "who": _who(line.halves),
        "mark": _(line.mark) if line.mark else "",
        "is_good": line.is_good,
        "before": line.before,
        "link": line.link,
        "url": path_to(noun, line.href_id) if noun else "",
        "after": line.after,
    }


def _who(halves: int) -> str:
    if halves == ALL_HALVES:
        return _("Alle drie")
    words = [half_word(half) for half in halves_of(halves)] or [_("vanzelf")]
    return _(" en ").join(words).capitalize()
