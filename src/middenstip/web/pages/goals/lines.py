"""Tables as lines of a list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from middenstip.domain.goals.lifecycle import GOAL, SHARED, STOPPED
from middenstip.domain.goals.selectors import TableLine
from middenstip.web.pages.goals.table import listed, state_words
from middenstip.web.shared.svg import ring_svg


def table_lines(rows: Iterable[TableLine]) -> list[dict[str, Any]]:
    """What `components/initiative_lines.html` needs, per table."""
    return [
        {
            "url": reverse("goals:detail", args=[row.public_id]),
            "ring": ring_svg(row.halves, size=36, ball=row.state == SHARED and row.halves == 7),
            "title": row.title,
            "line": row.area if row.state == STOPPED else f"{row.area} · {_missing(row)}",
            "mark": _("gestopt") if row.state == STOPPED else "",
        }
        for row in rows
    ]


def _missing(row: TableLine) -> str:
    """The state in words, and who is not there."""
    if not row.missing or row.state in GOAL.ends:
        return _(row.state_words)
    state = state_words(row.state, len(row.missing))
    halves = listed([_(half.value) for half in row.missing])
    return _("%(state)s: %(halves)s") % {"state": state, "halves": halves}
