"""The daily jobs: one that breaks keeps none of the others from being done."""

from __future__ import annotations

from datetime import datetime

import pytest

from middenstip.kernel import clock
from middenstip.notices import daily, tasks
from tests.cast import Cast


@pytest.mark.parametrize("table", ["DAILY", "TERMS"])
def test_a_job_that_breaks_does_not_stop_the_next(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    done: list[str] = []

    def breaks(at: datetime) -> None:
        raise OSError("the disk is full")

    def counts(at: datetime) -> None:
        done.append(table)

    monkeypatch.setattr(tasks, table, (breaks, counts, *getattr(daily, table)))
    with clock.frozen(cast.at), pytest.raises(OSError, match="the disk is full"):
        tasks.reconcile.func()
    assert done == [table]


def test_no_job_stands_in_both_tables_or_twice() -> None:
    jobs = [*daily.DAILY, *daily.TERMS]
    assert sorted(map(id, jobs)) == sorted({id(job) for job in jobs})
