"""The calendar of working days: Monday to Friday, without the public holidays of the Netherlands.

Every term that is promised in working days is counted here.

>>> workday_after(date(2026, 12, 24), 1)  # Christmas and a weekend lie between
datetime.date(2026, 12, 28)
>>> workdays_between(date(2026, 12, 24), date(2026, 12, 29))
2
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from holidays import country_holidays

FRIDAY = 4
ONE = timedelta(days=1)


def is_workday(day: date) -> bool:
    """Whether offices are open on this day."""
    return day.weekday() <= FRIDAY and day not in _holidays(day.year)


def workday_after(day: date, number: int) -> date:
    """The day on which this many working days have passed since `day`."""
    while number:
        day += ONE
        number -= is_workday(day)
    return day


def workdays_between(since: date, until: date) -> int:
    """The number of working days after the first day, up to and including the second."""
    return sum(is_workday(since + timedelta(days=one)) for one in range(1, (until - since).days + 1))


@lru_cache(maxsize=32)
def _holidays(year: int) -> frozenset[date]:
    return frozenset(country_holidays("NL", years=year))
