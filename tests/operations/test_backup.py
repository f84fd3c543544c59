"""A backup made while people write, put back on this engine and on the other, row by row the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from middenstip.config.environment import ROOT
from tests.lived_in import lived_in
from tests.operations.machines import Machine, empty_postgresql, needs_postgresql

WRITE = """
import sys, threading
import django; django.setup()
from django.db import connection
from middenstip.domain.areas.models import Area
from middenstip.domain.parties import services
from middenstip.kernel import clock
from middenstip.kernel.half import Half
from middenstip.kernel.write import write

@write
def arrive(key):
    at = clock.now()
    person = services.register_person(email=f"{key}@buurt.example", name=f"Buur {key}", at=at)
    services.own_seat(person=person, half=Half.RESIDENTS, area=Area.objects.first(), at=at)

def arrivals(writer):
    number = 0
    while not done.is_set():
        arrive(f"{writer}-{number}")
        number += 1
    connection.close()

done = threading.Event()
threads = [threading.Thread(target=arrivals, args=(writer,)) for writer in range(3)]
[thread.start() for thread in threads]
print("writing", flush=True)
sys.stdin.read()
done.set()
[thread.join() for thread in threads]
"""


@pytest.fixture
def under_load(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """A platform with a history and a backup that was made while three people at a time arrived."""
    machine = Machine(tmp_path / "first")
    lived_in(tmp_path_factory, machine.folder)
    assert_backed_up_under_load(machine)
    return machine


def assert_backed_up_under_load(machine: Machine) -> None:
    writers = subprocess.Popen(
        [sys.executable, "-c", WRITE],
        cwd=ROOT,
        env=machine.env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert writers.stdout
    assert writers.stdout.readline() == "writing\n"
    machine.does("backup")
    assert writers.poll() is None
    said = writers.communicate("")[1]
    assert (writers.returncode, said) == (0, "")


def assert_all_is_back(machine: Machine, path: Path, into: Path) -> dict[str, list[str]]:
    """As many rows as the backup counted, each arrival whole, and nothing else."""
    told = machine.manifest(path)["rows"]
    rows = machine.rows(into)
    # One line with the columns stands before the rows.
    assert {name[5:-6]: len(lines) - 1 for name, lines in rows.items()} == told
    assert told["parties_person"] == told["parties_membership"] > 8
    return rows


def test_a_backup_under_load_comes_back_row_by_row(under_load: Machine, tmp_path: Path) -> None:
    (path,) = under_load.backups
    second = Machine(tmp_path / "second")
    second.does("restore", str(path), "--yes")
    rows = assert_all_is_back(second, path, tmp_path / "rows")
    third = Machine(tmp_path / "third")
    third.does("restore", str(next((tmp_path / "rows").iterdir())), "--yes")
    assert third.rows(tmp_path / "again") == rows


def test_a_backup_under_load_comes_back_on_the_twin_row_by_row(under_load: Machine, tmp_path: Path) -> None:
    """From SQLite to PostgreSQL, by its own dump to another, and back to SQLite."""
    needs_postgresql()
    (path,) = under_load.backups
    same = Machine(tmp_path / "same")
    same.does("restore", str(path), "--yes")
    rows = assert_all_is_back(same, path, tmp_path / "rows")
    with empty_postgresql() as url, empty_postgresql() as other_url:
        twin = Machine(tmp_path / "twin", url)
        twin.does("restore", str(path), "--yes")
        assert twin.rows(tmp_path / "twin-rows") == rows
        assert_backed_up_under_load(twin)
        (dump,) = twin.backups
        other = Machine(tmp_path / "other", other_url)
        other.does("restore", str(dump), "--yes")
        theirs = other.rows(tmp_path / "other-rows")
        back = Machine(tmp_path / "back")
        back.does("restore", str(dump), "--yes")
        assert back.rows(tmp_path / "back-rows") == theirs


def test_nothing_of_it_can_be_read_by_another_account(under_load: Machine) -> None:
    modes = {path.stat().st_mode & 0o077 for path in [under_load.folder, *under_load.folder.rglob("*")]}
    assert modes == {0}
    assert [one.name for one in (under_load.folder / "backup").iterdir()] == [under_load.backups[0].name]


def test_who_is_logged_in_is_in_no_backup(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    machine = Machine(tmp_path / "one")
    lived_in(tmp_path_factory, machine.folder)
    machine.python(
        "from django.contrib.sessions.backends.db import SessionStore\n"
        "session = SessionStore(); session['who'] = 'gerrit'; session.save()"
    )
    machine.does("backup")
    machine.does("restore", str(machine.backups[0]), "--yes", "--over")
    count = "from django.contrib.sessions.models import Session; print(Session.objects.count())"
    assert machine.python(count) == "0"
