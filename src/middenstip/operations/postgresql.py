"""PostgreSQL: its own pg_dump and pg_restore, of the same moment as the rows that Django reads."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, transaction

from middenstip.kernel.verdict import Refused
from middenstip.operations.schema import SESSIONS

COPY = "database.dump"
VERSION = "SHOW server_version"


@contextmanager
def snapshot(folder: Path) -> Iterator[None]:
    """The database as it is at one moment, also when others write; inside, Django reads that moment."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            cursor.execute("SELECT pg_export_snapshot()")
            moment = cursor.fetchone()[0]
        _run(
            "pg_dump",
            "--format=custom",
            f"--snapshot={moment}",
            "--no-owner",
            "--no-privileges",
            f"--exclude-table-data={SESSIONS}",
            f"--file={folder / COPY}",
            *_database(),
        )
        yield


def put(dump: Path, ours: Collection[str]) -> None:
    """Put this dump in the place of our tables, in one transaction: all of it, or nothing changed."""
    clear, fill = dump.with_suffix(".clear.sql"), dump.with_suffix(".fill.sql")
    clear.write_text("".join(f"{sql};\n" for sql in dropping(ours)))
    _run("pg_restore", "--no-owner", "--no-privileges", f"--file={fill}", str(dump))
    connection.close()
    files = (f"--file={clear}", f"--file={fill}")
    told = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null")
    _run("psql", *told, *files, *_database())


def put_off_checks() -> None:
    """Until the end of the transaction: a migration in the same one has asked them to be made at once."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def dropping(ours: Collection[str]) -> list[str]:
    """SQL that drops those of our tables that are there."""
    there = set(connection.introspection.table_names()) & set(ours)
    return [f"DROP TABLE IF EXISTS {connection.ops.quote_name(one)} CASCADE" for one in sorted(there)]


def _database() -> list[str]:
    args, _ = connection.client.settings_to_cmd_args_env(connection.settings_dict, [])
    return list(args[1:])


def _run(program: str, *args: str) -> None:
    """A program of PostgreSQL; the password goes by the environment, which no other account reads."""
    _, told = connection.client.settings_to_cmd_args_env(connection.settings_dict, [])
    try:
        subprocess.run(  # noqa: S603
            [program, *args],
            env=os.environ | (told or {}),
            capture_output=True,
            text=True,
            check=True,
        )
    except FileNotFoundError:
        raise Refused(f"Het programma {program} is er niet. Installeer postgresql-client.") from None
    except subprocess.CalledProcessError as failed:
        last = (failed.stderr.strip().splitlines() or ["geen uitleg"])[-1]
        raise Refused(f"{program} lukte niet ({last}). Er is niets veranderd.") from None
