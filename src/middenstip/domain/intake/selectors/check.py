"""What both sides said in the ACTIE-check. Never writes."""

from __future__ import annotations

from middenstip.domain.intake.models import Case, Check


def checks_of(case: Case) -> list[Check]:
    """Both sides of the check of a case, by facet. One query."""
    return list(Check.objects.filter(case=case).order_by("facet", "side"))
