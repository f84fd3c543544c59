"""Two that start at once: the tables are made once, and a folder has one platform at a port."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from middenstip.config.environment import ROOT
from middenstip.kernel.one_at_a_time import Busy, alone, changing_tables

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a platform whose database has no tables yet."""
    env = os.environ | {"PYTHONPATH": "src", "MIDDENSTIP_MODE": "demo", "MIDDENSTIP_VAR": str(tmp_path)}
    env["DJANGO_SETTINGS_MODULE"] = "middenstip.config.settings"
    if connection.vendor == "sqlite":
        env.pop("DATABASE_URL", None)
        yield env
        return
    own, name = settings.DATABASES["default"], f"{connection.settings_dict['NAME']}_empty"
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
    env["DATABASE_URL"] = f"postgres://{own['USER']}:{own['PASSWORD']}@{own['HOST']}:{own['PORT']}/{name}"
    try:
        yield env
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def migrate(env: dict[str, str]) -> subprocess.Popen[str]:
    command = [
        sys.executable,
        "manage.py",
        "migrate",
        "sessions",
        "-v0",
    ]  # all tables take half a minute more
    return subprocess.Popen(command, cwd=ROOT, env=env, stderr=subprocess.PIPE, text=True)


def test_of_two_migrations_at_once_the_second_waits(empty: dict[str, str]) -> None:
    both = [migrate(empty) for _ in range(2)]
    said = [one.communicate(timeout=180)[1] for one in both]
    assert [one.returncode for one in both] == [0, 0], said
    wait = "Een ander brengt de tabellen al bij. We wachten tot die klaar is.\n"
    assert sorted(said) in (["", wait], ["", ""])  # the first may be done before the second looks


def test_who_changes_the_tables_keeps_others_out(tmp_path: Path) -> None:
    if connection.vendor == "postgresql":
        with changing_tables(), pytest.raises(Busy), changing_tables():
            pass
        with changing_tables():  # given back
            pass
    with alone(tmp_path / "lock"), pytest.raises(Busy), alone(tmp_path / "lock"):
        pass
    with alone(tmp_path / "lock"):
        pass


def test_a_start_beside_another_start_says_so(tmp_path: Path) -> None:
    """The first is still preparing: nothing listens at the port yet."""
    env = os.environ | {"PYTHONPATH": "src", "MIDDENSTIP_MODE": "demo", "MIDDENSTIP_VAR": str(tmp_path)}
    env["DATABASE_URL"] = ""
    start = [sys.executable, "-m", "middenstip.config.launch", "--port", "18997"]
    with alone(tmp_path / "start-18997.lock"):
        ran = subprocess.run(start, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert ran.stderr.strip() == (
        "Dit platform draait al op poort 18997, of start net. Stop dat, of kies een andere PORT."
    )
    assert not list(tmp_path.glob("*.sqlite3"))


@pytest.mark.parametrize("what", ["web", "worker"])
def test_a_server_or_worker_without_tables_asks_for_them(what: str, tmp_path: Path) -> None:
    env = os.environ | {"PYTHONPATH": "src", "MIDDENSTIP_MODE": "demo", "MIDDENSTIP_VAR": str(tmp_path)}
    env["DATABASE_URL"] = ""
    command = [sys.executable, "-m", "middenstip.config.launch", what, "--port", "18998"]
    ran = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr.strip()) == (
        1,
        "De tabellen zijn er nog niet, of van een oudere versie. Doe eerst: make migrate.",
    )
