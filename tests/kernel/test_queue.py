"""Writers in several processes and threads queue for one SQLite file; none gets "database is locked"."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src"
START = """
import os, signal, sys, threading
import django
django.setup()
from django.db import connection, transaction

def one_more(cursor):
    number = cursor.execute("SELECT number FROM counter").fetchone()[0]
    cursor.execute("UPDATE counter SET number = %s", [number + 1])
"""
COUNT = """
def count():
    for turn in range(25):
        with transaction.atomic(), connection.cursor() as cursor:
            one_more(cursor)
    connection.close()

failed = []
threading.excepthook = lambda args: failed.append(str(args.exc_value))
threads = [threading.Thread(target=count) for _ in range(4)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
sys.exit("; ".join(failed) or 0)
"""
GO_WRONG = """
for turn in range(3):
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            one_more(cursor)
            cursor.execute("INSERT INTO nowhere VALUES (1)")
    except django.db.Error:
        pass
with transaction.atomic(), connection.cursor() as cursor:
    one_more(cursor)
"""
DIE = """
with transaction.atomic(), connection.cursor() as cursor:
    one_more(cursor)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a database file that holds one counter."""
    with sqlite3.connect(tmp_path / "middenstip.sqlite3") as database:
        database.execute("CREATE TABLE counter (number INTEGER)")
        database.execute("INSERT INTO counter VALUES (0)")
    return tmp_path


def start(script: str, folder: Path, stdout: int | None = None) -> subprocess.Popen[str]:
    """A process with the real settings of the platform."""
    told = {"DJANGO_SETTINGS_MODULE": "middenstip.config.settings", "PYTHONPATH": str(SOURCE)}
    told |= {"MIDDENSTIP_MODE": "demo", "MIDDENSTIP_VAR": str(folder), "DATABASE_URL": ""}
    command = [sys.executable, "-c", START + script]
    return subprocess.Popen(command, env=os.environ | told, stdout=stdout, stderr=subprocess.PIPE, text=True)


def counted(folder: Path) -> int:
    with sqlite3.connect(folder / "middenstip.sqlite3") as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return int(database.execute("SELECT number FROM counter").fetchone()[0])


def test_two_processes_with_four_threads_lose_no_write(folder: Path) -> None:
    both = [start(COUNT, folder) for _ in range(2)]
    said = [process.communicate(timeout=60)[1] for process in both]
    assert (said, counted(folder)) == (["", ""], 2 * 4 * 25)


def test_a_failed_write_releases_the_lock(folder: Path) -> None:
    process = start(GO_WRONG, folder)
    assert (process.communicate(timeout=60)[1], process.returncode, counted(folder)) == ("", 0, 1)


def test_a_killed_process_releases_the_lock(folder: Path) -> None:
    start(DIE, folder).communicate(timeout=60)
    process = start(COUNT, folder)
    assert (process.communicate(timeout=60)[1], counted(folder)) == ("", 4 * 25)


# One holds the pen for long; in a server eight visitors come to write. Who may wait how long is told back.
HOLD = """
import time
with transaction.atomic(), connection.cursor() as cursor:
    one_more(cursor)
    print("held", flush=True)
    time.sleep(4)
"""
CROWD = """
import time
from middenstip.config.sqlite.queue import Limit, limit_waiting
from middenstip.kernel.unavailable import QueueFull
limit_waiting(Limit(few=2, long=60.0, short=0.5))
told = []

def try_once():
    began = time.monotonic()
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            one_more(cursor)
        told.append("kept")
    except QueueFull:
        told.append("full" if time.monotonic() - began < 3 else "late")
    finally:
        connection.close()

threads = [threading.Thread(target=try_once) for _ in range(8)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
limit_waiting(Limit(few=2, long=0.2, short=0.1))
try_once()  # the pen is free again, also after those who left the queue
sys.exit(" ".join(sorted(told)))
"""


def test_in_a_server_a_few_wait_for_a_slow_writer_and_the_others_hear_at_once_that_it_is_busy(
    folder: Path,
) -> None:
    slow = start(HOLD, folder, stdout=subprocess.PIPE)
    assert slow.stdout
    assert slow.stdout.readline() == "held\n"
    crowd = start(CROWD, folder)
    assert crowd.communicate(timeout=60)[1].strip() == "full " * 6 + "kept kept kept"
    slow.communicate(timeout=60)
    assert counted(folder) == 4


def test_the_server_limits_waiting_and_a_command_does_not(folder: Path) -> None:
    told = "from middenstip.config.sqlite import queue\nimport sys\n"
    command = start(told + "sys.exit(repr(queue._limit))", folder)
    server = start(told + "import middenstip.config.wsgi\nsys.exit(repr(queue._limit))", folder)
    assert command.communicate(timeout=60)[1].strip() == "None"
    assert server.communicate(timeout=60)[1].splitlines()[-1] == "Limit(few=2, long=5.0, short=1.0)"
