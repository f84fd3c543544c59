"""The tables of an area."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from middenstip.domain.goals.lifecycle import GOAL
from middenstip.domain.goals.models import Goal
from middenstip.kernel.half import Half, halves_missing


@dataclass(frozen=True)
class TableLine:
    """One table in a list; `halves` and `halves_yes` are bit sets, `state` is a key of the lifecycle."""

    id: int
    public_id: str
    title: str
    state: str
    halves: int
    halves_yes: int
    area: str
    opened_at: datetime

    @property
    def state_words(self) -> str:
        return GOAL.words[self.state]

    @property
    def missing(self) -> tuple[Half, ...]:
        """The halves without a seat at the table."""
        return halves_missing(self.halves)


def tables_in(area: str, before: tuple[datetime, int] | None = None, limit: int = 25) -> list[TableLine]:
    """The tables in the area with this CBS code ("" for everywhere), newest first. One query.

    `before` is the (opened_at, id) of the last one shown.
    """
    goals = Goal.objects.filter(inside(area))
    if before:
        at, pk = before
        goals = goals.filter(opened_at__lte=at).exclude(opened_at=at, pk__gte=pk)
    columns = ("pk", "public_id", "title", "state", "halves_present", "halves_yes", "area__name", "opened_at")
    rows = goals.order_by("-opened_at", "-pk").values_list(*columns)[:limit]
    return [TableLine(*row) for row in rows]


def inside(area: str) -> Q:
    """The filter for rows with `area` and `municipality` columns that lie in the area with this code."""
    if not area:
        return Q()
    columns = {
        "PV": "municipality__parent__code",
        "GM": "municipality__code",
        "WK": "area__district__code",
    }
    return Q(**{columns.get(area[:2], "area__code"): area})
