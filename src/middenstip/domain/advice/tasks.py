"""What the worker does once a day for this room."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.advice import services


def look_over(at: datetime) -> None:
    """Close what is over, then ring the bells of answers that are owed."""
    services.close_requests(at=at)
    services.ring_requests(at=at)
