"""Lists of tables and agreements go on where the last page ended."""

from __future__ import annotations

from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import tables_in
from middenstip.domain.projects.models import Agreement
from middenstip.domain.projects.selectors import agreements_in
from tests.cast import Cast, agreement


def test_rows_of_one_moment_or_one_day_are_each_shown_once(cast: Cast) -> None:
    for _ in range(3):
        agreement(cast)
    Goal.objects.update(opened_at=cast.at)
    Agreement.objects.update(due_on=cast.day(9))

    tables, before = [], None
    while page := tables_in("GM0150", before=before, limit=1):
        tables += [line.public_id for line in page]
        before = (page[-1].opened_at, page[-1].id)
    promises, after = [], None
    while lines := agreements_in("GM0150", cast.today, after=after, limit=1):
        promises += [line.public_id for line in lines]
        after = (lines[-1].due_on, lines[-1].id)

    assert sorted(tables) == sorted(Goal.objects.values_list("public_id", flat=True))
    assert sorted(promises) == sorted(Agreement.objects.values_list("public_id", flat=True))


def test_the_last_day_is_not_late(cast: Cast) -> None:
    made = agreement(cast)
    Agreement.objects.update(state="open", due_on=cast.today)
    (line,) = agreements_in("GM0150", cast.today)
    assert (line.public_id, line.is_late) == (made.public_id, False)
    assert agreements_in("GM0150", cast.today, stand="te-laat") == []
    (line,) = agreements_in("GM0150", cast.day(1), stand="te-laat")
    assert line.is_late
