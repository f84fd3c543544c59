"""The feed of an area as plain values: this week, last week, and then by month."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from middenstip.domain.reports.selectors.feed import Told
from middenstip.web.shared.lines import as_line

QUOTE = 170  # characters: two to three lines beside a thumb


def in_periods(told: Iterable[Told], today: date) -> list[dict[str, Any]]:
    """The lines, newest first, under *Deze week*, *Vorige week*, or the name of a month."""
    entries = [(_period(timezone.localdate(one.line.at), today), _entry(one, today)) for one in told]
    return [
        {"name": name, "entries": [entry for _name, entry in some]}
        for name, some in groupby(entries, key=lambda one: one[0])
    ]


def _period(day: date, today: date) -> str:
    monday = today - timedelta(days=today.weekday())
    if day >= monday:
        return _("Deze week")
    if day >= monday - timedelta(days=7):
        return _("Vorige week")
    return date_format(day, "F" if day.year == today.year else "F Y").capitalize()


def _entry(told: Told, today: date) -> dict[str, Any]:
    entry = as_line(told.line, today, told.line.href_kind)
    quote = Truncator(" ".join(told.quote.split())).chars(QUOTE)
    return entry | {"quote": quote, "who": told.who or entry["who"], "seat": told.seat}
