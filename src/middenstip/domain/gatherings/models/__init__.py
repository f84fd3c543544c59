"""The database tables of gatherings."""

from middenstip.domain.gatherings.models.gathering import (
    Attendance,
    CalendarAddress,
    Came,
    Gathering,
    NoteLine,
    YoungCount,
)
from middenstip.domain.gatherings.models.hall import HallPhone, HallQuestion
from middenstip.domain.gatherings.models.invite import ProcessInvite
from middenstip.domain.gatherings.models.lot import Lot, Lottery, Willing
from middenstip.domain.gatherings.models.photo import Portrait, ReportPhoto

__all__ = [
    "Attendance",
    "CalendarAddress",
    "Came",
    "Gathering",
    "HallPhone",
    "HallQuestion",
    "Lot",
    "Lottery",
    "NoteLine",
    "Portrait",
    "ProcessInvite",
    "ReportPhoto",
    "Willing",
    "YoungCount",
]
