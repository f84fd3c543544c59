"""When a place is open, as iCalendar: a year of days, with holidays and exceptions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from icalendar import Calendar

from middenstip.domain.labs import rules
from middenstip.domain.labs.lifecycle import CLOSED
from middenstip.domain.labs.models import LabPlace, OtherDay
from middenstip.domain.labs.selectors import other_days, place_by_id
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.contact import masked
from middenstip.web.shared.ical import new_calendar, new_event, sent_calendar
from middenstip.web.shared.reply import found

AHEAD = timedelta(days=366)


@require_safe
def feed(request: HttpRequest, public_id: str) -> HttpResponse:
    """The days of the coming year. Two queries."""
    place = found(place_by_id(public_id))
    today = clock.today()
    others = [] if place.lab.state == CLOSED else other_days([place], today, AHEAD)
    return sent_calendar(as_calendar(place, others, today), public_id)


def as_calendar(place: LabPlace, others: Iterable[OtherDay], today: date) -> Calendar:
    """An event for each day on which it is open; one that is off for a usual day on which it is closed."""
    name = masked(place.name)
    calendar = new_calendar(_("Open: %(place)s") % {"place": name})
    if place.lab.state == CLOSED:
        return calendar
    zone, known = timezone.get_default_timezone(), {one.on: one for one in others}
    for number in range(AHEAD.days):
        on = today + timedelta(days=number)
        other = [known[on]] if on in known else []
        day = rules.hours_on(place, other, on)
        usual = place.hours[on.weekday()] if place.hours and place.is_there(on) else ""
        hours = rules.hours_of(day.hours) or rules.hours_of(usual)
        if hours is None:
            continue
        is_off = not day.hours
        summary = _("Dicht: %(place)s") if is_off else _("Open: %(place)s")
        event = new_event(
            f"{place.public_id}-{on:%Y%m%d}",
            path_to("lab_place", place.public_id),
            datetime.combine(on, hours[0], zone),
            datetime.combine(on, hours[1], zone),
            summary % {"place": name},
            is_off=is_off,
        )
        event.add("sequence", int(day.hours != usual))
        event.add("dtstamp", datetime.combine(today, datetime.min.time(), zone))
        if day.why:
            event.add("description", masked(_(day.why)))
        if place.address:
            event.add("location", masked(place.address))
        calendar.add_component(event)
    return calendar
