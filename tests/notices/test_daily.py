"""The daily jobs: one that breaks keeps none of the others from being done."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.db import OperationalError

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


def test_no_job_begins_while_the_database_is_away(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[datetime] = []

    def away(*_: object, **__: object) -> None:
        raise OperationalError("the server closed the connection")

    monkeypatch.setattr(tasks, "ring_cases", away)
    monkeypatch.setattr(tasks, "DAILY", (done.append,))
    with clock.frozen(cast.at), pytest.raises(OperationalError):
        tasks.reconcile.func()
    assert done == []


def test_no_job_stands_in_both_tables_or_twice() -> None:
    jobs = [*daily.DAILY, *daily.TERMS]
    assert sorted(map(id, jobs)) == sorted({id(job) for job in jobs})
