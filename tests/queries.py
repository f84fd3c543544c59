"""Counting queries: what a page costs, whatever the number of rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext


@contextmanager
def at_most(number: int) -> Iterator[None]:
    """Fail when more queries than `number` were made; the savepoint of the test itself is not counted."""
    with CaptureQueriesContext(connection) as captured:
        yield
    made = [q["sql"] for q in captured if not q["sql"].startswith(("SAVEPOINT", "RELEASE", "ROLLBACK TO"))]
    listed = "\n".join(f"{i + 1}. {sql[:300]}" for i, sql in enumerate(made))
    assert len(made) <= number, f"{len(made)} queries, at most {number} allowed:\n{listed}"
