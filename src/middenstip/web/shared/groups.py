"""The initiatives of an area in three groups, in each the one that moved last on top."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.initiatives.selectors import (
    GROUPS,
    HAPPENING,
    OVER,
    SEARCHING,
    Detail,
    Numbers,
    group_numbers,
    group_of,
)
from middenstip.domain.reports.selectors.moved import Move
from middenstip.kernel.half import halves_missing
from middenstip.web.shared.cards import address, ending
from middenstip.web.shared.dates import short_date
from middenstip.web.shared.svg import ring_svg

SHOWN = 4  # lines of a group before its fold
SHORT = 60  # characters of a lesson or a question
TITLES = {
    HAPPENING: _noop("Hier gebeurt het"),
    SEARCHING: _noop("Zoekt nog iemand"),
    OVER: _noop("Afgerond of gestopt"),
}
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Groups:
    """The rows of an area in the order of their last move, with what the lines say about them."""

    rows: Sequence[Row]
    moves: Mapping[str, Move]
    details: Mapping[int, Detail]
    numbers: Mapping[str, int]  # number on the map, by public id
    today: date

    def listed(self, counted: Numbers) -> list[dict[str, Any]]:
        """The groups for the template; `counted` are all initiatives, also those that are not in a line."""
        counts = group_numbers(counted)
        return [self._group(name, counts[name]) for name in GROUPS]

    def _group(self, name: str, count: int) -> dict[str, Any]:
        lines = [self._line(row, name) for row in self.rows if group_of(row["stage"], row["halves"]) == name]
        return {
            "name": name,
            "title": _(TITLES[name]),
            "count": count,
            "lines": lines[:SHOWN],
            "more": lines[SHOWN:],
            "unseen": count - len(lines),
        }

    def _line(self, row: Row, group: str) -> dict[str, Any]:
        number = self.numbers.get(row["public_id"], "")
        return {
            "url": address(row["public_id"]),
            "ring": ring_svg(row["halves"], number, 36),
            "title": row["title"],
            "line": self._said(row, group),
        }

    def _said(self, row: Row, group: str) -> str:
        detail = self.details[row["pk"]]
        if group == OVER:
            lesson = Truncator(" ".join(detail.lesson.split())).chars(SHORT)
            return f"{ending(row)}: {lesson}" if lesson else ending(row)
        if group == SEARCHING:
            if detail.ask:
                return _("vraagt: %(ask)s") % {"ask": Truncator(detail.ask).chars(SHORT)}
            return _("zoekt %(who)s") % {"who": _(halves_missing(row["halves"])[0].person)}
        move = self.moves.get(row["public_id"])
        if move is None:
            return _("al even stil")
        return f"{_day(timezone.localdate(move.at), self.today)}: {_(move.short)}"


def by_move(rows: Iterable[dict[str, Any]], moves: Mapping[str, Move]) -> list[dict[str, Any]]:
    """The rows that moved last first; those without a known move keep their order, at the end."""
    order = {public_id: place for place, public_id in enumerate(moves)}
    return sorted(rows, key=lambda row: order.get(row["public_id"], len(order)))


def _day(day: date, today: date) -> str:
    days = (today - day).days
    if days < 2:
        return _("gisteren") if days == 1 else _("vandaag")
    return date_format(day, "l") if days < 7 else short_date(day, today)
