"""What the worker does once a day for this room."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.signals import services


def ring_bells(at: datetime) -> int:
    """Remind and escalate what waits too long; returns the number of signals."""
    return services.ring_signals(at=at)
