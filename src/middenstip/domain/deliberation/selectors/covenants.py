"""Queries about covenants."""

from __future__ import annotations

from middenstip.domain.deliberation.models import Covenant, CovenantSignature, Inquiry
from middenstip.domain.goals.models import Goal


def covenant_by_id(public_id: str) -> Covenant | None:
    """One covenant with its goal and area; None when there is none. One query."""
    around = ("goal__initiative", "goal__area__district", "goal__municipality", "area", "written_by__side")
    return Covenant.objects.select_related(*around).filter(public_id=public_id).first()


def covenant_of(goal: Goal) -> Covenant | None:
    """The covenant of this table; None when there is none. One query."""
    return Covenant.objects.filter(goal=goal).first()


def beside(goal: Goal) -> tuple[Inquiry | None, Covenant | None]:
    """The statements and the covenant of this table; None for what there is not. One query."""
    one = Goal.objects.select_related("inquiry", "covenant").get(pk=goal.pk)
    return getattr(one, "inquiry", None), getattr(one, "covenant", None)


def signatures_on(covenant: Covenant) -> list[CovenantSignature]:
    """Who signed, oldest first. One query."""
    rows = CovenantSignature.objects.filter(covenant=covenant)
    return list(rows.order_by("pk").select_related("seat__side__organisation"))
