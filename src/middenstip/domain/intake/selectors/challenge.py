"""Reading challenges, and the bylaw that they fall under."""

from __future__ import annotations

from datetime import date

from django.db.models import Prefetch

from middenstip.domain.intake.models import Bylaw, Case, Challenge, ChallengeTalk


def challenge_by_id(public_id: str) -> Challenge | None:
    """One challenge with its case and its talks; None when there is none. Two queries."""
    talks = ChallengeTalk.objects.select_related("seat__side__organisation").order_by("pk")
    rows = Challenge.objects.select_related(
        "case__handler__side__organisation__bylaw",
        "case__initiative__area",
        "case__initiative__district",
        "case__initiative__municipality",
        "case__initiative__initiator",
        "case__initiative__seat",
    )
    return rows.prefetch_related(Prefetch("talks", queryset=talks)).filter(public_id=public_id).first()


def challenges_of(case: Case) -> list[Challenge]:
    """The challenges in a case, newest first. One query."""
    return list(case.challenges.order_by("-pk"))


def bylaw_of(organisation: int) -> Bylaw | None:
    """The bylaw of this organisation (a key). One query."""
    return Bylaw.objects.filter(organisation=organisation).first()


def challenges_to_ring(today: date, limit: int) -> list[Challenge]:
    """Challenges of which a bell is due. One query."""
    waiting = Challenge.objects.filter(bell_on__lte=today).select_related("case")
    return list(waiting.order_by("bell_on", "pk")[:limit])
