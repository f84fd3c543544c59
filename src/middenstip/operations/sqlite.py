"""SQLite: a copy of the file while the platform runs, and one put in its place in a single transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import DatabaseError, connection

from middenstip.kernel.verdict import Refused
from middenstip.operations.schema import SESSIONS

COPY = "database.sqlite3"
VERSION = "SELECT sqlite_version()"


@contextmanager
def snapshot(folder: Path) -> Iterator[None]:
    """The file as it is at one moment, also when others write; inside, Django reads that copy."""
    copy = folder / COPY
    copy.touch(mode=0o600)
    live = Path(connection.settings_dict["NAME"]).absolute().as_uri()
    with (
        closing(sqlite3.connect(f"{live}?mode=ro", uri=True, timeout=60)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)  # all pages in one step: begun anew by no writer
        target.execute("PRAGMA journal_mode=DELETE")
        target.execute("PRAGMA secure_delete=ON")
        with target:
            target.execute(f"DELETE FROM {SESSIONS}")  # noqa: S608
    with in_place_of_live(copy):
        if not is_sound():
            raise Refused("De database is beschadigd: er is geen reservekopie gemaakt. Zet de vorige terug.")
        yield


@contextmanager
def in_place_of_live(path: Path) -> Iterator[None]:
    """Inside, Django works with this file; afterwards the file is whole, without a log beside it."""
    live = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(path)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = live
        with closing(sqlite3.connect(path)) as file:
            file.execute("PRAGMA journal_mode=DELETE")
        Path(f"{path}-queue").unlink(missing_ok=True)


def is_sound() -> bool:
    """Whether the file that Django has open is whole. Django knows the functions in our constraints."""
    try:
        with connection.cursor() as cursor:
            return [row[0] for row in cursor.execute("PRAGMA quick_check")] == ["ok"]
    except DatabaseError:
        return False


def put(path: Path) -> None:
    """Put this file in the place of the live database. A program that has it open sees old or new."""
    live = Path(connection.settings_dict["NAME"])
    connection.close()
    live.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    live.touch(mode=0o600)
    with (
        closing(sqlite3.connect(path)) as source,
        closing(sqlite3.connect(live, timeout=60)) as target,
    ):
        source.backup(target)
    live.chmod(0o600)


def put_off_checks() -> None:
    """Nothing to do: Django put them off outside the transaction."""
