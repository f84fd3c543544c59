"""Terms in working days, and the days on which a bell rings. Pure, with one list of public holidays.

A working day is a day from Monday to Friday that is no Dutch public holiday. A bell reminds at two thirds
of a term and on the last working day before its end, tells a manager on the last day, and again each week.

>>> after_working_days(date(2026, 4, 30), 1)  # a Thursday
datetime.date(2026, 5, 1)
>>> after_working_days(date(2027, 4, 26), 1)  # the next day is Koningsdag
datetime.date(2027, 4, 28)
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import holidays

DAY, WEEK = timedelta(days=1), timedelta(days=7)
SATURDAY = 5

HALFWAY, TOMORROW, DUE, LATE = "halfway", "tomorrow", "due", "late"
REMINDERS = (HALFWAY, TOMORROW)  # for the one who must act
ESCALATIONS = (DUE, LATE)  # for the manager too


@cache
def public_holidays(year: int) -> frozenset[date]:
    """The days of this year on which the Netherlands is closed."""
    return frozenset(holidays.country_holidays("NL", years=year))


def is_working_day(day: date) -> bool:
    """Whether an answer can be expected on this day."""
    return day.weekday() < SATURDAY and day not in public_holidays(day.year)


def after_working_days(day: date, count: int) -> date:
    """The last day of a term of `count` working days that starts on `day`; `day` itself does not count.

    With a `count` of 0 it is `day`, or the first working day after it.
    """
    while count > 0 or not is_working_day(day):
        day += DAY
        count -= is_working_day(day)
    return day


def before_working_days(day: date, count: int) -> date:
    """The working day that is `count` working days before `day`."""
    while count > 0:
        day -= DAY
        count -= is_working_day(day)
    return day


def working_days_ago(today: date, count: int) -> date:
    """The last day after which, up to and including `today`, `count` working days have passed.

    >>> working_days_ago(date(2026, 11, 8), 5)  # five days have passed since the Sunday before
    datetime.date(2026, 11, 1)
    """
    while count > 0:
        count -= is_working_day(today)
        today -= DAY
    return today


def working_days(start: date, end: date) -> int:
    """The number of working days after `start`, up to and including `end`; 0 when `end` is not later."""
    days = (start + DAY * number for number in range(1, (end - start).days + 1))
    return sum(is_working_day(day) for day in days)


def bells(start: date, due: date) -> Iterator[tuple[date, str]]:
    """The days of the bells of a term from `start` to `due`, in order and without end, with their kind.

    A reminder that would not be after `start` and before `due` is left out: a short term has fewer.
    """
    halfway = after_working_days(start, working_days(start, due) * 2 // 3)
    tomorrow = before_working_days(due, 1)
    if start < halfway < tomorrow:
        yield halfway, HALFWAY
    if start < tomorrow < due:
        yield tomorrow, TOMORROW
    yield due, DUE
    late = due + WEEK
    while True:
        yield late, LATE
        late += WEEK


def next_bell(start: date, due: date, after: date | None = None) -> tuple[date, str]:
    """The first bell of this term on a day later than `after` (None: the first of all)."""
    return next((day, kind) for day, kind in bells(start, due) if after is None or day > after)


def rung(start: date, due: date, bell_on: date, today: date) -> list[str]:
    """The kinds of the bells from `bell_on` until today, in order; of several weeks too late only one.

    So a term that nobody looked at for a month gets each reminder and escalation that it missed, once.
    """
    kinds: list[str] = []
    for day, kind in bells(start, due):
        if day > today:
            return kinds
        if day >= bell_on and kind not in kinds:
            kinds.append(kind)
    raise AssertionError("bells have no end")
