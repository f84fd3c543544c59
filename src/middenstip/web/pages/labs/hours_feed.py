"""When a place is open, as iCalendar: a year of days, with holidays and exceptions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.labs import rules
from middenstip.domain.labs.lifecycle import CLOSED
from middenstip.domain.labs.models import LabPlace, OtherDay
from middenstip.domain.labs.selectors import other_days, place_by_id
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.contact import masked
from middenstip.web.shared.ical import as_feed, new_event, sent_calendar
from middenstip.web.shared.reply import found

AHEAD = timedelta(days=366)


@require_safe
def feed(request: HttpRequest, public_id: str) -> HttpResponse:
    """The days of the coming year. Two queries."""
    place = found(place_by_id(public_id))
    today = clock.today()
    others = [] if place.lab.state == CLOSED else other_days([place], today, AHEAD)
    return sent_calendar(as_calendar(place, others, today), public_id)


def as_calendar(place: LabPlace, others: Iterable[OtherDay], today: date) -> bytes:
    """An event for each day on which it is open; one that is off for a usual day on which it is closed."""
    name = masked(place.name)
    days = [] if place.lab.state == CLOSED else _days(place, others, today)
    return as_feed(_("Open: %(place)s") % {"place": name}, [_event(place, day, today) for day in days])


def _days(place: LabPlace, others: Iterable[OtherDay], today: date) -> Iterator[rules.DayAtPlace]:
    """The days of the coming year on which it is open, or would be."""
    known = {one.on: one for one in others}
    for number in range(AHEAD.days):
        on = today + timedelta(days=number)
        day = rules.hours_on(place, [known[on]] if on in known else [], on)
        if rules.hours_of(day.hours) or rules.hours_of(_usual(place, on)):
            yield day


def _usual(place: LabPlace, on: date) -> str:
    return place.hours[on.weekday()] if place.hours and place.is_there(on) else ""


def _event(place: LabPlace, day: rules.DayAtPlace, today: date) -> bytes:
    zone, usual, is_off = timezone.get_default_timezone(), _usual(place, day.on), not day.hours
    hours = rules.hours_of(day.hours or usual)
    assert hours  # see `_days`
    summary = _("Dicht: %(place)s") if is_off else _("Open: %(place)s")
    return new_event(
        f"{place.public_id}-{day.on:%Y%m%d}",
        path_to("lab_place", place.public_id),
        datetime.combine(day.on, hours[0], zone),
        datetime.combine(day.on, hours[1], zone),
        summary % {"place": masked(place.name)},
        is_off=is_off,
        sequence=int(day.hours != usual),
        changed_at=datetime.combine(today, time(), zone),
        description=masked(_(day.why)) if day.why else "",
        location=masked(place.address),
    )
