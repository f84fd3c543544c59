"""Counting queries: what a page costs, for any number of rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext


@contextmanager
def counted() -> Iterator[list[str]]:
    """A list that holds the queries made inside, once that is over; savepoints of the test do not count."""
    made: list[str] = []
    with CaptureQueriesContext(connection) as captured:
        yield made
    made += [q["sql"] for q in captured if not q["sql"].startswith(("SAVEPOINT", "RELEASE", "ROLLBACK TO"))]


@contextmanager
def at_most(number: int) -> Iterator[None]:
    """Fail when more queries than `number` were made."""
    with counted() as made:
        yield
    assert len(made) <= number, f"{len(made)} queries, at most {number} allowed:\n{listed(made)}"


def listed(made: list[str]) -> str:
    """The queries, a line each."""
    return "\n".join(f"{number}. {sql[:300]}" for number, sql in enumerate(made, start=1))
