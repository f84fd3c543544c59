"""Agreements and signatures as flat rows without personal data, for the API."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Q

from middenstip.domain.agreements.lifecycle import VOID
from middenstip.domain.agreements.models import Agreement, Signature
from middenstip.domain.goals.selectors import inside
from middenstip.kernel.half import place_of

COLUMNS = (
    "pk",
    "public_id",
    "what",
    "conditions",
    "due_on",
    "state",
    "number",
    "initiative__public_id",
    "initiative__title",
    "goal__public_id",
    "goal__title",
    "area__code",
    "area__name",
    "proposed_at",
    "made_at",
    "closed_at",
    "why_not",
)
SEAT = {"half": "half", "title": "title", "organisation": "side__organisation__name"}
SIDES = {
    f"{side}_{name}": F(f"{side}__{path}") for side in ("promisor", "promisee") for name, path in SEAT.items()
}


def agreement_rows(
    area: str,
    *,
    initiative: str = "",
    state: str = "",
    half: str = "",
    before: int | None = None,
    limit: int = 25,
) -> list[dict[str, Any]]:
    """The agreements in the area with this code ("" for everywhere), the newest first. One query.

    Dicts of `COLUMNS` plus, for both sides, `promisor_half`, `promisor_title`, `promisor_organisation` and so
    on. Without a `state`, withdrawn and lapsed agreements are left out; `before` is the key of the last one
    shown.
    """
    rows = Agreement.objects.filter(inside(area))
    rows = rows.filter(state=state) if state else rows.exclude(state__in=VOID)
    if initiative:
        rows = rows.filter(initiative__public_id=initiative)
    if half:
        rows = rows.filter(Q(promisor__half=half) | Q(promisee__half=half))
    if before is not None:
        rows = rows.filter(pk__lt=before)
    return list(rows.order_by("-pk").values(*COLUMNS, **SIDES)[:limit])


def agreement_row(public_id: str) -> dict[str, Any] | None:
    """One agreement in the same shape; None when there is none. One query."""
    found: list[dict[str, Any]] = list(
        Agreement.objects.filter(public_id=public_id).values(*COLUMNS, **SIDES)
    )
    return found[0] if found else None


def signature_rows(agreement: int) -> list[dict[str, Any]]:
    """The seats that sign, in the order of the halves: seat, `at` (None: not yet), `on_paper`. One query."""
    seat = {name: F(f"seat__{path}") for name, path in SEAT.items()}
    rows: Any = Signature.objects.filter(agreement=agreement).order_by("pk").values("at", "on_paper", **seat)
    return sorted(rows, key=lambda row: place_of(row["half"]))
