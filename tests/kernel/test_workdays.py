"""Working days are Monday to Friday, without the public holidays."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from middenstip.kernel.workdays import is_workday, workday_after, workdays_between

DAYS = st.dates(date(2020, 1, 1), date(2039, 12, 31))


@pytest.mark.parametrize(
    ("start", "number", "day"),
    [
        (date(2026, 11, 6), 5, date(2026, 11, 13)),  # a Friday: the weekend does not count
        (date(2026, 11, 5), 2, date(2026, 11, 9)),
        (date(2026, 12, 24), 1, date(2026, 12, 28)),  # two days of Christmas, then a weekend
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
        (date(2026, 4, 2), 1, date(2026, 4, 7)),  # Good Friday and Easter Monday
        (date(2026, 5, 13), 1, date(2026, 5, 15)),  # Ascension Day
        (date(2026, 4, 24), 1, date(2026, 4, 28)),  # the birthday of the king, on a Monday
    ],
)
def test_a_term_skips_weekends_and_holidays(start: date, number: int, day: date) -> None:
    assert workday_after(start, number) == day
    assert workdays_between(start, day) == number


@given(DAYS, st.integers(0, 30))
def test_the_last_day_of_a_term_is_a_working_day_and_counts_back(start: date, number: int) -> None:
    end = workday_after(start, number)
    assert workdays_between(start, end) == number
    assert number == 0 or is_workday(end)
