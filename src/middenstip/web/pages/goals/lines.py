"""Tables as lines of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from middenstip.domain.goals.lifecycle import GOAL, SHARED, STOPPED
from middenstip.domain.goals.selectors import TableLine
from middenstip.kernel.half import ALL_HALVES
from middenstip.kernel.turn import listed
from middenstip.web.pages.goals.table import state_words
from middenstip.web.shared.svg import ring_svg

DONE = (SHARED, STOPPED)


def table_groups(rows: Iterable[TableLine]) -> list[dict[str, Any]]:
    """The tables of a page in three groups, newest first in each; an empty group is left out."""
    rows = list(rows)
    kinds: tuple[tuple[str, Callable[[TableLine], bool]], ...] = (
        (_("Hier wordt gewerkt"), lambda row: row.state not in DONE and not row.missing),
        (_("Zoekt nog een helft"), lambda row: row.state not in DONE and bool(row.missing)),
        (_("Doel gedeeld of gestopt"), lambda row: row.state in DONE),
    )
    groups = [(title, [row for row in rows if is_here(row)]) for title, is_here in kinds]
    return [{"title": title, "lines": table_lines(some)} for title, some in groups if some]


def table_lines(rows: Iterable[TableLine]) -> list[dict[str, Any]]:
    """The values for `components/initiative_lines.html`, per table."""
    return [
        {
            "url": reverse("goals:detail", args=[row.public_id]),
            "ring": ring_svg(row.halves, size=36, ball=row.state == SHARED and row.halves == ALL_HALVES),
            "title": row.title,
            "line": row.area if row.state == STOPPED else f"{row.area} · {_missing(row)}",
            "mark": _("gestopt") if row.state == STOPPED else "",
        }
        for row in rows
    ]


def _missing(row: TableLine) -> str:
    """The state in words, with the missing halves."""
    if not row.missing or row.state in GOAL.ends:
        return _(row.state_words)
    state = state_words(row.state, len(row.missing))
    halves = listed([_(half.value) for half in row.missing])
    return _("%(state)s: %(halves)s") % {"state": state, "halves": halves}
