"""What the worker does once a day for this room."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.labs import services


def look_over(at: datetime) -> None:
    """Checks of more than a year ago, and labs of which a half is missing too long."""
    services.lapse_hosts(at=at)
    services.unname_labs(at=at)


def forget_ideas(at: datetime) -> int:
    """Ideas that no host let pass in time; returns how many."""
    return services.forget_ideas(at=at)
