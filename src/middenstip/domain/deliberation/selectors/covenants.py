"""Queries about covenants."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, OuterRef, Subquery

from middenstip.domain.deliberation.models import Covenant, CovenantSignature, Inquiry, Support
from middenstip.domain.goals.models import Goal


def covenant_by_id(public_id: str) -> Covenant | None:
    """One covenant with its goal and area; None when there is none. One query."""
    around = ("goal__initiative", "goal__area__district", "goal__municipality", "area", "written_by__side")
    return Covenant.objects.select_related(*around).filter(public_id=public_id).first()


def covenant_of(goal: Goal) -> Covenant | None:
    """The covenant of this table; None when there is none. One query."""
    return Covenant.objects.filter(goal=goal).first()


@dataclass(frozen=True)
class Beside:
    """What a table has beside its talk. `support` and its state are of the newest question; "" without."""

    inquiry: Inquiry | None
    covenant: Covenant | None
    scenarios: int
    support: str
    support_state: str


def beside(goal: Goal) -> Beside:
    """What stands at this table. One query."""
    newest = Support.objects.filter(goal=OuterRef("pk")).order_by("-pk")
    one = (
        Goal.objects.select_related("inquiry", "covenant")
        .annotate(
            scenario_count=Count("scenarios"),
            support_question=Subquery(newest.values("question")[:1]),
            support_state=Subquery(newest.values("state")[:1]),
        )
        .get(pk=goal.pk)
    )
    return Beside(
        getattr(one, "inquiry", None),
        getattr(one, "covenant", None),
        one.scenario_count,
        one.support_question or "",
        one.support_state or "",
    )


def signatures_on(covenant: Covenant) -> list[CovenantSignature]:
    """Who signed, oldest first. One query."""
    rows = CovenantSignature.objects.filter(covenant=covenant)
    return list(rows.order_by("pk").select_related("seat__side__organisation"))
