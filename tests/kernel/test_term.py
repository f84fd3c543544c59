"""Terms count working days; bells ring before, on and after the last day."""

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from middenstip.kernel import term
from middenstip.kernel.term import DUE, HALFWAY, LATE, TOMORROW
from middenstip.kernel.termed import Termed

DAYS = st.dates(date(2024, 1, 1), date(2034, 12, 31))
MONDAY = date(2026, 11, 2)


def test_public_holidays_and_weekends_do_not_count() -> None:
    assert not term.is_working_day(date(2026, 12, 25))
    assert not term.is_working_day(date(2026, 4, 27))  # Koningsdag
    assert not term.is_working_day(date(2026, 11, 7))
    assert term.after_working_days(MONDAY, 20) == date(2026, 11, 30)
    assert term.after_working_days(date(2026, 12, 24), 1) == date(2026, 12, 28)
    assert term.after_working_days(date(2026, 12, 25), 0) == date(2026, 12, 28)  # moved to a working day
    assert term.before_working_days(date(2026, 12, 28), 1) == date(2026, 12, 24)
    assert term.working_days(date(2026, 12, 24), date(2026, 12, 28)) == 1
    assert term.working_days(MONDAY, MONDAY) == 0


@pytest.mark.parametrize(
    ("start", "number", "day"),
    [
        (date(2026, 11, 6), 5, date(2026, 11, 13)),  # a Friday: the weekend does not count
        (date(2026, 12, 24), 1, date(2026, 12, 28)),  # two days of Christmas, then a weekend
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
        (date(2026, 4, 2), 1, date(2026, 4, 7)),  # Good Friday and Easter Monday
        (date(2026, 5, 13), 1, date(2026, 5, 15)),  # Ascension Day
    ],
)
def test_a_term_skips_weekends_and_holidays(start: date, number: int, day: date) -> None:
    assert term.after_working_days(start, number) == day
    assert term.working_days(start, day) == number


def test_the_bells_of_a_term_of_twenty_days() -> None:
    due = date(2026, 11, 30)
    assert list(islice(term.bells(MONDAY, due), 5)) == [
        (date(2026, 11, 19), HALFWAY),
        (date(2026, 11, 27), TOMORROW),
        (due, DUE),
        (date(2026, 12, 7), LATE),
        (date(2026, 12, 14), LATE),
    ]
    assert list(islice(term.bells(MONDAY, date(2026, 11, 3)), 1)) == [(date(2026, 11, 3), DUE)]
    assert next(term.bells(MONDAY, date(2026, 11, 4))) == (date(2026, 11, 3), TOMORROW)


def test_a_worker_that_was_down_rings_each_kind_once() -> None:
    due = date(2026, 11, 30)
    assert term.rung(MONDAY, due, date(2026, 11, 19), date(2026, 11, 18)) == []
    missed = term.rung(MONDAY, due, date(2026, 11, 19), date(2027, 1, 20))
    assert missed == [HALFWAY, TOMORROW, DUE, LATE]
    assert term.next_bell(MONDAY, due, after=date(2027, 1, 20)) == (date(2027, 1, 25), LATE)


@given(DAYS, st.integers(1, 60))
def test_a_term_ends_on_a_working_day_after_that_many(start: date, days: int) -> None:
    due = term.after_working_days(start, days)
    assert term.is_working_day(due)
    assert term.working_days(start, due) == days
    assert term.is_working_day(term.before_working_days(due, 1))


@given(DAYS, st.integers(0, 15))
def test_the_last_day_after_which_so_many_working_days_have_passed(today: date, count: int) -> None:
    day = term.working_days_ago(today, count)
    assert term.working_days(day, today) == count
    assert term.working_days(day + timedelta(days=1), today) < max(count, 1)


@given(DAYS, st.integers(1, 40), st.integers(0, 120))
def test_every_bell_rings_once_however_often_the_job_runs(start: date, days: int, until: int) -> None:
    due = term.after_working_days(start, days)
    bell_on, _ = term.next_bell(start, due)
    heard: list[str] = []
    for number in range(until):
        today = start + timedelta(days=number)
        for _twice in (1, 2):
            if bell_on <= today:
                heard += term.rung(start, due, bell_on, today)
                bell_on, _ = term.next_bell(start, due, after=today)
    end = start + timedelta(days=until - 1)
    expected = [kind for day, kind in islice(term.bells(start, due), 40) if day <= end]
    assert heard == expected


def test_without_a_bell_nothing_rings() -> None:
    assert Termed.TERM == ("term_from", "due_on", "bell_on")
