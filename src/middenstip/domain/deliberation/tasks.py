"""What the worker does: count ballots, and close what has passed its time."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.deliberation import services


def count_due(at: datetime) -> int:
    """Count the ballots that closed, end what got no new text, measure the statements, close support.

    Returns how many it was.
    """
    return services.count_due(at=at) + services.measure_due(at=at) + services.close_supports(at=at)
