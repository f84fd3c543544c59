"""The database tables of gatherings."""

from middenstip.domain.gatherings.models.gathering import (
    Attendance,
    CalendarAddress,
    Came,
    Gathering,
    NoteLine,
)
from middenstip.domain.gatherings.models.invite import ProcessInvite

__all__ = ["Attendance", "CalendarAddress", "Came", "Gathering", "NoteLine", "ProcessInvite"]
