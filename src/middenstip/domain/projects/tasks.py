"""The nightly worker task of this room."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.projects import services


def watch_projects(at: datetime) -> int:
    """Ring for money that ends, answers that stay out and last days of schemes; returns how many rang."""
    return services.ring_alarms(at=at) + services.ring_late(at=at) + services.ring_deadlines(at=at)
