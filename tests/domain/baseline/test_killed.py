"""A loader that is killed at any moment leaves the old figures or the new ones, never some of both."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection

from tests.domain.areas.small import HEADERS

ROOT = Path(__file__).parents[3]
BUURTEN = 600
ROUNDS = 3  # kills of each loader


class Store:
    """A database file of its own, and the loaders as an administrator runs them."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.path = folder, folder / "proef.sqlite3"
        inherited = {key: value for key, value in os.environ.items() if not key.startswith("COV_")}
        own = {"PYTHONPATH": "src", "MIDDENSTIP_MODE": "test", "DATABASE_URL": f"sqlite:///{self.path}"}
        self.environment = inherited | own

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "manage.py", *words]
        return subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=subprocess.DEVNULL)

    def run(self, *words: str) -> float:
        """Run to the end; returns how many seconds it took."""
        began = time.monotonic()
        assert self.start(*words).wait(timeout=120) == 0
        return time.monotonic() - began

    def kill(self, *words: str, after: float | None) -> None:
        """Kill it after so many seconds; without, as soon as it writes to the disk."""
        wal = self.path.with_name(f"{self.path.name}-wal")
        before = wal.stat().st_size if wal.exists() else 0
        process, began = self.start(*words), time.monotonic()
        while process.poll() is None and time.monotonic() - began < (60 if after is None else after):
            if after is None and wal.exists() and wal.stat().st_size != before:
                break
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=30)

    def told(self, query: str) -> set[int]:
        kept = sqlite3.connect(self.path)
        try:
            return {int(row[0]) for row in kept.execute(query)}
        finally:
            kept.close()

    def table(self, name: str, inhabitants: int) -> str:
        """A gemeente with many buurten, that all have as many inhabitants."""
        counts = f"{inhabitants};10;10"
        codes = ["GM0999", *(f"WK0999{n:02}" for n in range(15))]
        codes += [f"BU0999{n // 100:02}{n % 100:02}" for n in range(BUURTEN)]
        rows = [f'"Plek";"Zonnedal";"Gebied";"{code}";{counts}' for code in codes]
        path = self.folder / name
        path.write_text("\n".join([HEADERS, *rows, ""]), encoding="utf-8-sig")
        return str(path)


@pytest.fixture
def store(db: None, tmp_path: Path) -> Store:
    """With the empty tables of the database of the tests: making them again takes a minute."""
    found = Store(tmp_path)
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with sqlite3.connect(found.path) as kept:
            kept.create_function("REGEXP", 2, lambda _pattern, _text: True)  # the constraints call it
            kept.executescript("\n".join(connection.connection.iterdump()))
        kept.close()
    else:
        found.run("migrate", "-v0")
    return found


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
