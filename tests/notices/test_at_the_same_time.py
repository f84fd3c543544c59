"""Real worker processes on one real database: started together, and killed half-way."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.db.models import F

from middenstip.config.environment import ROOT
from middenstip.journal.models import Entry
from middenstip.kernel import clock
from tests.cast import neighbourhood, signed

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def machine(db: None, tmp_path: Path) -> dict[str, str]:
    """The environment of a separate machine, with the whole chain in its journal and no notices yet."""
    cast = neighbourhood()
    signed(cast)
    Entry.objects.update(at=F("at") + (clock.now() - cast.at))  # otherwise it is too old to mail
    env = os.environ | {"PYTHONPATH": "src", "MIDDENSTIP_MODE": "demo", "MIDDENSTIP_VAR": str(tmp_path)}
    env["PYTHONUNBUFFERED"] = "1"
    env["DJANGO_SETTINGS_MODULE"] = "middenstip.config.settings"
    if connection.vendor == "sqlite":  # the test database is in memory: copy it to a file
        env.pop("DATABASE_URL", None)
        with sqlite3.connect(tmp_path / "middenstip.sqlite3") as file:
            connection.connection.backup(file)
    else:
        own = settings.DATABASES["default"]
        where = f"{own['USER']}:{own['PASSWORD']}@{own['HOST']}:{own['PORT']}"
        env["DATABASE_URL"] = f"postgres://{where}/{connection.settings_dict['NAME']}"
    return env


def run(command: str, env: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "manage.py", command],
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def kept(env: dict[str, str], sql: str) -> list[tuple[object, ...]]:
    """The rows in the database of the machine."""
    if connection.vendor == "sqlite":
        with sqlite3.connect(Path(env["MIDDENSTIP_VAR"]) / "middenstip.sqlite3") as file:
            return file.execute(sql).fetchall()
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def mails(env: dict[str, str]) -> set[str]:
    return {file.stem for file in (Path(env["MIDDENSTIP_VAR"]) / "mail").glob("*.eml")}


def assert_all_is_sent_once(env: dict[str, str]) -> None:
    assert kept(env, "SELECT state, count(*) FROM notices_delivery GROUP BY state") == [
        ("sent", len(mails(env)))
    ]
    assert mails(env) == {
        str(row[0]).strip("<>") for row in kept(env, "SELECT message_id FROM notices_delivery")
    }
    assert kept(env, "SELECT entry_id, person_id FROM notices_notice GROUP BY 1, 2 HAVING count(*) > 1") == []


def test_three_simultaneous_rounds_send_every_mail_once(machine: dict[str, str]) -> None:
    rounds = [run("post", machine) for _ in range(3)]
    said = [one.communicate(timeout=120)[0] for one in rounds]

    assert [one.returncode for one in rounds] == [0, 0, 0], said
    lines = [
        line.rpartition("→ ")[2] for text in said for line in text.splitlines() if line.startswith("Mail")
    ]
    assert len(lines) == len(set(lines)) == len(mails(machine)) > 20
    assert_all_is_sent_once(machine)


def test_a_new_worker_finishes_after_a_killed_one_and_stops_on_request(
    machine: dict[str, str],
) -> None:
    first = run("worker", machine)
    while not mails(machine):
        time.sleep(0.05)
    first.kill()
    first.communicate()

    second = run("worker", machine)
    assert second.stdout
    assert second.stdout.readline() == "De worker draait.\n"  # from here on it handles SIGTERM
    waiting = "SELECT count(*) FROM notices_delivery WHERE state = 'queued'"
    read = "SELECT count(*) FROM journal_reading WHERE reader = 'notices'"
    unread = f"SELECT (SELECT count(*) FROM journal_entry) - ({read})"
    for _ in range(600):
        if kept(machine, waiting) == [(0,)] and kept(machine, unread) == [(0,)]:
            break
        time.sleep(0.1)
    else:
        pytest.fail("the second worker did not finish what the first left")
    second.send_signal(signal.SIGTERM)
    said, _ = second.communicate(timeout=30)

    assert second.returncode == 0, said
    assert said.splitlines()[-1] == "De worker is gestopt."
    assert (
        len(kept(machine, "SELECT 1 FROM notices_delivery WHERE state = 'sending'")) <= 1
    )  # the mail it was sending when it was killed
