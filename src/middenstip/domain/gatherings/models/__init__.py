"""The database tables of gatherings."""

from middenstip.domain.gatherings.models.gathering import Attendance, Gathering, NoteLine
from middenstip.domain.gatherings.models.invite import ProcessInvite

__all__ = ["Attendance", "Gathering", "NoteLine", "ProcessInvite"]
