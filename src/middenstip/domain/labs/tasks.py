"""What the worker does once a day for this room."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.labs import services


def look_over(at: datetime) -> None:
    """Checks of more than a year ago, labs of which a half is missing too long, late tasks, and visits."""
    services.lapse_hosts(at=at)
    services.unname_labs(at=at)
    services.tell_late_tasks(at=at)
    services.end_visits(at=at)
    services.ring_visits(at=at)
    services.forget_visits(at=at)


def forget_ideas(at: datetime) -> int:
    """Ideas that no host let pass in time; returns how many."""
    return services.forget_ideas(at=at)
