"""Tables as flat rows, for the API."""

from __future__ import annotations

from typing import Any

from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors.lists import inside

COLUMNS = (
    "pk",
    "public_id",
    "title",
    "question",
    "state",
    "number",
    "halves_present",
    "halves_yes",
    "raised_half",
    "initiative__public_id",
    "initiative__title",
    "area__code",
    "area__name",
    "opened_at",
    "changed_at",
)


def goal_rows(
    area: str, *, initiative: str = "", state: str = "", before: int | None = None, limit: int = 25
) -> list[dict[str, Any]]:
    """The tables in the area with this code ("" for everywhere), newest first: dicts of `COLUMNS`.

    `initiative` (a public id) and `state` are filters; `before` is the key of the last one shown. One query.
    """
    goals = Goal.objects.filter(inside(area))
    if initiative:
        goals = goals.filter(initiative__public_id=initiative)
    if state:
        goals = goals.filter(state=state)
    if before is not None:
        goals = goals.filter(pk__lt=before)
    return list(goals.order_by("-pk").values(*COLUMNS)[:limit])
