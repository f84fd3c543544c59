"""The database tables of gatherings."""

from middenstip.domain.gatherings.models.gathering import (
    Attendance,
    CalendarAddress,
    Came,
    Gathering,
    NoteLine,
    YoungCount,
)
from middenstip.domain.gatherings.models.invite import ProcessInvite
from middenstip.domain.gatherings.models.photo import Portrait, ReportPhoto

__all__ = [
    "Attendance",
    "CalendarAddress",
    "Came",
    "Gathering",
    "NoteLine",
    "Portrait",
    "ProcessInvite",
    "ReportPhoto",
    "YoungCount",
]
