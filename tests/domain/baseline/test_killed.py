"""A loader that is killed at any moment leaves the old figures or the new ones, never some of both."""

from __future__ import annotations

import os
import random
import secrets
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
from django.db import connection
from psycopg import sql

from tests.domain.areas.small import HEADERS

ROOT = Path(__file__).parents[3]
BUURTEN = 600
ROUNDS = 3  # kills of each loader


class Store:
    """A database of its own, and the loaders as an administrator runs them."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        inherited = {key: value for key, value in os.environ.items() if not key.startswith("COV_")}
        self.environment = inherited | {"PYTHONPATH": "src", "MIDDENSTIP_MODE": "test", "DATABASE_URL": url}

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "manage.py", *words]
        return subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=subprocess.DEVNULL)

    def run(self, *words: str) -> float:
        """Run to the end; returns how many seconds it took."""
        began = time.monotonic()
        assert self.start(*words).wait(timeout=240) == 0
        return time.monotonic() - began

    def kill(self, *words: str, after: float | None) -> None:
        """Kill it after so many seconds; without, as soon as it writes."""
        before = self.written()
        process, began = self.start(*words), time.monotonic()
        while process.poll() is None and time.monotonic() - began < (60 if after is None else after):
            if after is None and self.written() != before:
                break
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=30)

    def written(self) -> int:
        """A number that changes as soon as something is written, also before it is kept."""
        raise NotImplementedError

    def told(self, query: str) -> set[int]:
        raise NotImplementedError

    def table(self, name: str, inhabitants: int) -> str:
        """A gemeente with many buurten, that all have as many inhabitants."""
        counts = f"{inhabitants};10;10"
        codes = ["GM0999", *(f"WK0999{n:02}" for n in range(15))]
        codes += [f"BU0999{n // 100:02}{n % 100:02}" for n in range(BUURTEN)]
        rows = [f'"Plek";"Zonnedal";"Gebied";"{code}";{counts}' for code in codes]
        path = self.folder / name
        path.write_text("\n".join([HEADERS, *rows, ""]), encoding="utf-8-sig")
        return str(path)


class OnSqlite(Store):
    def __init__(self, folder: Path) -> None:
        self.path = folder / "proef.sqlite3"
        super().__init__(folder, f"sqlite:///{self.path}")

    def written(self) -> int:
        wal = self.path.with_name(f"{self.path.name}-wal")
        return wal.stat().st_size if wal.exists() else 0

    def told(self, query: str) -> set[int]:
        kept = sqlite3.connect(self.path)
        try:
            return {int(row[0]) for row in kept.execute(query)}
        finally:
            kept.close()


class OnPostgres(Store):
    def __init__(self, folder: Path, kept: psycopg.Connection[tuple[int]], url: str) -> None:
        self.kept = kept
        super().__init__(folder, url)

    def written(self) -> int:
        return self._numbers("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')").pop()

    def told(self, query: str) -> set[int]:
        return self._numbers(query)

    def _numbers(self, query: str) -> set[int]:
        with self.kept.cursor() as cursor:
            return {int(row[0]) for row in cursor.execute(query.encode()).fetchall()}


@pytest.fixture
def store(db: None, tmp_path: Path) -> Iterator[Store]:
    """Of the engine of the tests. With their empty tables on SQLite: making them again takes a minute."""
    if connection.vendor == "sqlite":
        found = OnSqlite(tmp_path)
        connection.ensure_connection()
        with sqlite3.connect(found.path) as kept:
            kept.create_function("REGEXP", 2, lambda _pattern, _text: True)  # the constraints call it
            kept.executescript("\n".join(connection.connection.iterdump()))
        kept.close()
        yield found
        return
    about = connection.get_connection_params()
    server = {name: about[name] for name in ("host", "port", "user", "password") if about.get(name)}
    name = f"killed_{secrets.token_hex(4)}"
    made = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
    with psycopg.connect(dbname="postgres", autocommit=True, **server) as first:
        template = os.environ.get("TESTS_COPY", "template1")
        first.execute(made.format(sql.Identifier(name), sql.Identifier(template)))
        try:
            who = ":".join(quote(f"{server[key]}") for key in ("user", "password") if key in server)
            place = f"{server.get('host', '127.0.0.1')}:{server.get('port', 5432)}"
            with psycopg.connect(dbname=name, autocommit=True, **server) as kept:
                store = OnPostgres(tmp_path, kept, f"postgres://{who}@{place}/{name}")
                store.run("migrate", "-v0")
                yield store
        finally:
            first.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def test_killed_loaders_leave_the_old_or_the_new_figures(store: Store) -> None:
    loaders = (
        ("import_areas", "SELECT DISTINCT inhabitants FROM areas_area"),
        ("load_figures", "SELECT DISTINCT value FROM baseline_measure WHERE key = 'inhabitants'"),
    )
    for command, query in loaders:
        old = 1000
        seconds = store.run(command, "--year", "2024", "--kwb", store.table("kwb.csv", old))
        assert store.told(query) == {old}
        for turn in range(ROUNDS):
            new = old + 5
            path = store.table("kwb.csv", new)
            chance = random.Random(turn)
            after = None if turn % 2 else chance.uniform(0.4, 1) * seconds
            store.kill(command, "--year", "2024", "--kwb", path, after=after)
            found = store.told(query)
            assert found in ({old}, {new})
            old = found.pop()
        assert store.told(query) <= {1000 + 5 * turn for turn in range(ROUNDS + 1)}
