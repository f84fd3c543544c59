"""Dates for readers: short, in words, in their language and in the local time zone."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from middenstip.kernel import clock

Day = date | datetime
TEN_MONTHS = 304  # days


def _local(value: Day) -> Day:
    return timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value


def short_date(value: Day, today: date | None = None) -> str:
    """*19 nov*, and *19 nov 2025* for a day of another year or more than ten months away."""
    # Only some languages write months with a capital.
    return _with_year(date_format(_local(value), _("j b")), value, today)


def day_date(value: Day, today: date | None = None) -> str:
    """*vrijdag 4 december*, with the year as in `short_date`."""
    return _with_year(date_format(_local(value), "l j F"), value, today)


def _with_year(words: str, value: Day, today: date | None) -> str:
    day, today = _local(value), today or clock.today()
    on = day.date() if isinstance(day, datetime) else day
    return words if on.year == today.year and abs((on - today).days) <= TEN_MONTHS else f"{words} {on.year}"


def long_date(value: Day) -> str:
    """*1 maart 2027*."""
    return date_format(_local(value), "j F Y")


def month_name(number: int | None) -> str:
    """*oktober* for 10; "" for no month."""
    return date_format(date(2000, number, 1), "F") if number else ""


def iso(value: date | datetime) -> str:
    """*2026-11-24* or *2026-11-24T20:31:05+01:00*, for the attribute `datetime`, in whole seconds."""
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat(timespec="seconds")
    return value.isoformat()


def moment(value: datetime) -> str:
    """*24 november 2026, 20.31 uur*."""
    local = _local(value)
    hour = date_format(local, "G.i")
    return _("%(day)s, %(clock)s uur") % {"day": long_date(local), "clock": hour}


def days_left(due: date, today: date) -> str:
    """How long until a promise is due: *vandaag*, *nog 3 dagen* or *2 dagen te laat*."""
    left = (due - today).days
    if left == 0:
        return _("vandaag")
    if left > 0:
        return ngettext("nog %(count)s dag", "nog %(count)s dagen", left) % {"count": left}
    return ngettext("%(count)s dag te laat", "%(count)s dagen te laat", -left) % {"count": -left}
