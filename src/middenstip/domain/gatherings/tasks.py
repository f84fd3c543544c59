"""What the worker does once a day for this room."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.gatherings import services
from middenstip.domain.gatherings.selectors import to_remind

AT_ONCE = 500


def remind(at: datetime) -> int:
    """Remind who comes to a gathering of tomorrow; returns the number of gatherings."""
    return sum(services.remind_gathering(key=key, at=at) for key in to_remind(at, AT_ONCE))


def look_over(at: datetime) -> None:
    """Reminders, bells, terms of lots, who came long ago, and which phone asked what."""
    remind(at)
    services.ring_invites(at=at)
    services.lapse_lots(at=at)
    services.forget_attendances(at=at)
    services.forget_phones(at=at)
