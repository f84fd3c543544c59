"""What the worker does once a day for this room."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.parties import services


def forget_pending(at: datetime) -> int:
    """Forget addresses, and what was told with them, that nobody proved in time; returns how many."""
    services.forget_old_devices(at=at)
    return services.forget_pending(at=at)
