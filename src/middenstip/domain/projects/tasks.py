"""The nightly worker task of this room."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.projects import services


def watch_projects(at: datetime) -> int:
    """Ring the alarms of money that ends and of answers that stay out; returns how many rang."""
    return services.ring_alarms(at=at) + services.ring_late(at=at)
