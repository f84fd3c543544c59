"""Queries about decisions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Max, Q

from middenstip.domain.areas.models import Area
from middenstip.domain.deliberation.models import Decision, MinorityWord
from middenstip.domain.goals.selectors import inside

_AROUND = ("goal__initiative", "area", "municipality", "ballot")


def decision_by_id(public_id: str) -> Decision | None:
    """One decision with its goal and last ballot; None when there is none. One query."""
    return Decision.objects.select_related(*_AROUND).filter(public_id=public_id).first()


def decisions_in(area: str, *, before: tuple[datetime, int] | None = None, limit: int) -> list[Decision]:
    """The decisions in the area with this code ("" for everywhere), newest first. One query."""
    rows = Decision.objects.filter(inside(area)).select_related("goal", "ballot", "area")
    if before:
        at, pk = before
        rows = rows.filter(Q(decided_at__lt=at) | Q(decided_at=at, pk__lt=pk))
    return list(rows.order_by("-decided_at", "-pk")[:limit])


def decision_rows(area: str, before: int | None, limit: int) -> list[dict[str, Any]]:
    """The decisions as flat rows for the API, newest first; `before` is the last key shown. One query."""
    rows = Decision.objects.filter(inside(area))
    if before is not None:
        rows = rows.filter(pk__lt=before)
    columns = (
        "pk",
        "public_id",
        "number",
        "question",
        "text",
        "outcome",
        "decided_at",
        "review_on",
        "area__code",
        "area__name",
        "goal__public_id",
        "goal__title",
        "ballot__public_id",
        "ballot__mode",
        "ballot__round",
        "ballot__quorum",
        "ballot__mean_share",
        "ballot__halves",
    )
    return list(rows.order_by("-pk").values(*columns)[:limit])


def minority_of(decision: Decision) -> list[MinorityWord]:
    """What seats gave along, oldest first. One query."""
    rows = MinorityWord.objects.filter(decision=decision)
    return list(rows.order_by("pk").select_related("seat__side__organisation"))


def next_number(municipality: Area) -> int:
    """The number of the next decision of this gemeente, whose row is locked so that no two get one number."""
    Area.objects.select_for_update().get(pk=municipality.pk)
    found = Decision.objects.filter(municipality=municipality).aggregate(last=Max("number"))
    return int(found["last"] or 0) + 1
