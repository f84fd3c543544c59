"""Writers of several processes and threads wait their turn at one SQLite file; nobody hears "locked"."""

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
    """A folder with the database file of a platform that holds one counter."""
    with sqlite3.connect(tmp_path / "middenstip.sqlite3") as database:
        database.execute("CREATE TABLE counter (number INTEGER)")
        database.execute("INSERT INTO counter VALUES (0)")
    return tmp_path


def start(script: str, folder: Path) -> subprocess.Popen[str]:
    """A process with the real settings of the platform."""
    told = {"DJANGO_SETTINGS_MODULE": "middenstip.config.settings", "PYTHONPATH": str(SOURCE)}
    told |= {"MIDDENSTIP_MODE": "demo", "MIDDENSTIP_VAR": str(folder), "DATABASE_URL": ""}
    command = [sys.executable, "-c", START + script]
    return subprocess.Popen(command, env=os.environ | told, stderr=subprocess.PIPE, text=True)


def counted(folder: Path) -> int:
    with sqlite3.connect(folder / "middenstip.sqlite3") as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return int(database.execute("SELECT number FROM counter").fetchone()[0])


def test_two_processes_of_four_threads_lose_nothing(folder: Path) -> None:
    both = [start(COUNT, folder) for _ in range(2)]
    said = [process.communicate(timeout=60)[1] for process in both]
    assert (said, counted(folder)) == (["", ""], 2 * 4 * 25)


def test_act_that_fails_gives_its_turn_back(folder: Path) -> None:
    process = start(GO_WRONG, folder)
    assert (process.communicate(timeout=60)[1], process.returncode, counted(folder)) == ("", 0, 1)


def test_process_that_dies_gives_its_turn_back(folder: Path) -> None:
    start(DIE, folder).communicate(timeout=60)
    process = start(COUNT, folder)
    assert (process.communicate(timeout=60)[1], counted(folder)) == ("", 4 * 25)
