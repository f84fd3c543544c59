"""Services for who no longer comes: by themselves, erased, or long ago."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.gatherings import facts
from middenstip.domain.gatherings.lifecycle import ANNOUNCED, ATTENDANCE_KEPT
from middenstip.domain.gatherings.models import Attendance, CalendarAddress, Gathering
from middenstip.domain.gatherings.services.coming import fill_places
from middenstip.domain.gatherings.services.lots import drop_lots_of, forget_lots, give_back_lot
from middenstip.domain.gatherings.services.record import fresh, record_about
from middenstip.domain.parties.models import Person
from middenstip.kernel.actor import Doer
from middenstip.kernel.verdict import NotNow
from middenstip.kernel.write import write


@write
def leave_gathering(*, by: Doer, gathering: Gathering, at: datetime) -> None:
    """Come no longer: the first on the waiting list gets the place. Twice is once."""
    gathering = fresh(gathering)
    if gathering.state != ANNOUNCED or gathering.starts_at <= at:
        raise NotNow("Deze bijeenkomst is al begonnen. Afmelden kan niet meer.")
    if Attendance.objects.filter(gathering=gathering, person_id=by.person_id).delete()[0]:
        record_about(facts.GatheringLeft, gathering, by, at)
        give_back_lot(gathering, by.person_id, at)
        fill_places(gathering, at)


@write
def drop_attendances_of(*, person: Person, at: datetime) -> None:
    """A person is erased: every place that they had becomes free, and their own calendar stops."""
    CalendarAddress.objects.filter(person=person).delete()
    drop_lots_of(person, at)
    rows = Attendance.objects.filter(person=person).select_related("gathering").order_by("gathering")
    for row in rows:
        gathering = fresh(row.gathering)
        row.delete()
        if gathering.state == ANNOUNCED and gathering.starts_at > at:
            fill_places(gathering, at)


@write
def forget_attendances(*, at: datetime) -> int:
    """Delete who came to open gatherings of long ago, and whose numbers were drawn; the figures stay."""
    past = at - ATTENDANCE_KEPT
    forget_lots(past)
    return Attendance.objects.filter(gathering__ends_at__lt=past, gathering__is_closed=False).delete()[0]
