"""A last day counts until its end."""

from datetime import date

import pytest

from middenstip.domain.agreements import lifecycle as agreements
from middenstip.domain.intake import lifecycle as intake
from middenstip.kernel.clock import is_past

TODAY = date(2026, 11, 28)
DAYS = [(date(2026, 11, 27), True), (TODAY, False), (date(2026, 11, 29), False)]


@pytest.mark.parametrize(("day", "is_over"), [*DAYS, (None, False)])
def test_a_day_is_past_when_the_next_day_begins(day: date | None, is_over: bool) -> None:
    assert is_past(day, TODAY) is is_over
    assert intake.is_late(intake.OPEN, day, TODAY) is is_over
    assert not any(intake.is_late(state, day, TODAY) for state in (intake.DONE, intake.DROPPED))


@pytest.mark.parametrize(("day", "is_over"), DAYS)
def test_only_a_running_agreement_can_be_late(day: date, is_over: bool) -> None:
    late = {state for state in agreements.AGREEMENT.words if agreements.is_late(state, day, TODAY)}
    assert late == ({agreements.OPEN} if is_over else set())
