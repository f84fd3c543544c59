"""What the worker does for ballots: count them when their time has passed."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.deliberation import services


def count_due(at: datetime) -> int:
    """Count the ballots that closed, end what got no new text, measure the statements; returns how many."""
    return services.count_due(at=at) + services.measure_due(at=at)
