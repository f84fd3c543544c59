"""Reading what an organisation answers by, and the exceptions that it made."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q

from middenstip.domain.intake.lifecycle import EXAMPLE
from middenstip.domain.intake.models import Case, Principle, Tailoring

MOST = 20


def principles_of(organisation: int) -> list[Any]:
    """What this organisation (a key) answers by, with how often that was `kept` and `bent`. One query."""
    rows = Principle.objects.filter(organisation=organisation, ended_at=None)
    return list(
        rows.annotate(
            kept=Count("tailorings", filter=Q(tailorings__is_kept=True)),
            bent=Count("tailorings", filter=Q(tailorings__is_kept=False)),
        ).order_by("pk")
    )


def principle_by_id(public_id: str) -> Principle | None:
    return Principle.objects.select_related("organisation").filter(public_id=public_id).first()


def examples_of(organisation: int) -> list[Tailoring]:
    """The newest exceptions of this organisation (a key) that also hold for like cases. One query."""
    rows = Tailoring.objects.filter(organisation=organisation, precedent=EXAMPLE)
    return list(rows.select_related("by__side__organisation").order_by("-at", "-pk")[:MOST])


def tailorings_of(case: Case) -> list[Tailoring]:
    """The rules that were bent in this case, newest first. One query."""
    rows = Tailoring.objects.filter(case=case).select_related("by__side__organisation", "principle")
    return list(rows.order_by("-at", "-pk")[:MOST])
