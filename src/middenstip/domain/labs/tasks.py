"""What the worker does once a day for this room."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.labs import services


def look_over(at: datetime) -> None:
    """Checks of more than a year ago, labs of which a half is missing too long, and ideas that waited."""
    services.lapse_hosts(at=at)
    services.unname_labs(at=at)
    services.forget_ideas(at=at)
