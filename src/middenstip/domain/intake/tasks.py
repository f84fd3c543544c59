"""What the worker does once a day for this room."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.intake import services


def ring_bells(at: datetime) -> int:
    """Remind and escalate what waits too long at the desk; returns the number of things that rang."""
    return services.ring_cases(at=at) + services.ring_referrals(at=at) + services.ring_challenges(at=at)
