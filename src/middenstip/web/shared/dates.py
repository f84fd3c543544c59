"""Dates as people say them: short, in words, in the language of the reader and the time of the area."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

Day = date | datetime


def _local(value: Day) -> Day:
    return timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value


def short_date(value: Day) -> str:
    """*19 nov*."""
    return date_format(_local(value), gettext("j b"))  # months have a capital in some languages only


def past_date(value: Day, today: date) -> str:
    """*19 nov*, and *19 nov 2025* when that was another year."""
    day = _local(value)
    return short_date(day) if day.year == today.year else f"{short_date(day)} {day.year}"


def day_date(value: Day) -> str:
    """*vrijdag 4 december*."""
    return date_format(_local(value), "l j F")


def long_date(value: Day) -> str:
    """*1 maart 2027*."""
    return date_format(_local(value), "j F Y")


def moment(value: datetime) -> str:
    """*24 november 2026, 20.31 uur*."""
    local = _local(value)
    clock = date_format(local, "G.i")
    return gettext("%(day)s, %(clock)s uur") % {"day": long_date(local), "clock": clock}


def days_left(due: date, today: date) -> str:
    """How long until a promise is due: *vandaag*, *nog 3 dagen* or *2 dagen te laat*."""
    left = (due - today).days
    if left == 0:
        return gettext("vandaag")
    if left > 0:
        return ngettext("nog %(count)s dag", "nog %(count)s dagen", left) % {"count": left}
    return ngettext("%(count)s dag te laat", "%(count)s dagen te laat", -left) % {"count": -left}
