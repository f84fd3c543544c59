"""Reads about agreements."""

from __future__ import annotations

from middenstip.domain.projects.models import Agreement, Signature


def agreement_by_id(public_id: str) -> Agreement | None:
    """One agreement with its two sides, goal and initiative."""
    return (
        Agreement.objects.select_related(
            "promisor__side__organisation",
            "promisee__side__organisation",
            "proposed_by__side__organisation",
            "goal",
            "initiative__area",
            "initiative__district",
            "initiative__municipality",
            "area",
        )
        .filter(public_id=public_id)
        .first()
    )


def signatures_for(agreement: Agreement) -> list[Signature]:
    """Who must sign, in the order bewoners, overheid, ondernemers."""
    order = {"bewoners": 0, "overheid": 1, "ondernemers": 2}
    rows = agreement.signatures.select_related("seat__side__organisation", "person")
    return sorted(rows, key=lambda row: (order[row.seat.half], row.pk))
