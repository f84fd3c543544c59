"""One small face for two databases: the same statements on SQLite and PostgreSQL.

Statements are written with `?`. A name in capitals between braces, `{VISIBLE}`, stands for a part
that is put in afterwards, so that SQL of a caller keeps its own marks.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

BORN = -2000  # the cache of a new SQLite connection, in kB below zero

Row = tuple[Any, ...]


class Connection(Protocol):
    """Any DB-API 2.0 connection (PEP 249) to SQLite or PostgreSQL."""

    def cursor(self) -> Any: ...


class Base:
    """A connection with the marks and types of its database. It never commits: that is for the caller."""

    def __init__(self, db: Connection) -> None:
        self.db = db
        modules = [kind.__module__ for kind in type(db).__mro__]
        self.postgres = any(name.startswith("psycopg") for name in modules) or (
            getattr(db, "vendor", "") == "postgresql"
        )
        self.wait = "SELECT pg_advisory_xact_lock(7462843)" if self.postgres else "SELECT 1"
        self.mark = "?" if isinstance(db, sqlite3.Connection) else "%s"

    def widen(self, cache: int) -> None:
        """Let a bare SQLite connection keep up to `cache` kB of pages, unless someone chose a size."""
        if isinstance(self.db, sqlite3.Connection) and self.all("PRAGMA cache_size") == [(BORN,)]:
            self.run("PRAGMA cache_size = {SIZE}", SIZE=str(-cache))

    def run(self, sql: str, values: Sequence[object] = (), **parts: str) -> Any:
        """Run one statement and return its cursor."""
        cursor = self.db.cursor()
        cursor.execute(self._written(sql, parts), tuple(values))
        return cursor

    def all(self, sql: str, values: Sequence[object] = (), **parts: str) -> list[Row]:
        """Return every row of a query."""
        rows: list[Row] = self.run(sql, values, **parts).fetchall()
        return rows

    def many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one statement for each row of values."""
        self.db.cursor().executemany(self._written(sql, {}), list(rows))

    def marks(self, count: int, one: str = "?") -> str:
        """Return `count` marks with commas; `one` can be a whole row such as `(?, ?)`."""
        return ", ".join([one.replace("?", self.mark)] * count)

    def _written(self, sql: str, parts: dict[str, str]) -> str:
        sql = sql.replace("?", self.mark)
        for name, part in parts.items():
            sql = sql.replace("{" + name + "}", part)
        return sql


def batches(rows: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    """Yield the rows in parts of at most `size`, in order.

    >>> [list(part) for part in batches([1, 2, 3], 2)]
    [[1, 2], [3]]
    """
    for start in range(0, len(rows), size):
        yield rows[start : start + size]
