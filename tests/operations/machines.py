"""Machines of their own for these tests: a folder, a database, and the commands an administrator types."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from middenstip.config.environment import ROOT


@dataclass
class Machine:
    """A platform on this computer, with a database of its own."""

    folder: Path
    url: str = ""

    @property
    def env(self) -> dict[str, str]:
        told = {"PYTHONPATH": "src", "MIDDENSTIP_MODE": "demo", "MIDDENSTIP_VAR": str(self.folder)}
        told |= {"DATABASE_URL": self.url, "DJANGO_SETTINGS_MODULE": "middenstip.config.settings"}
        return os.environ | told

    def run(self, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-W", "ignore", *command],
            cwd=ROOT,
            env=self.env | more,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
        )

    def does(self, *command: str, **more: str) -> str:
        """What a command of `manage.py` says; it must succeed."""
        ran = self.run("manage.py", *command, **more)
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout

    def refuses(self, *command: str, **more: str) -> str:
        """The one sentence with which a command of `manage.py` refuses."""
        ran = self.run("manage.py", *command, **more)
        assert ran.returncode in (1, 2), ran.stdout
        assert "Traceback" not in ran.stderr
        lines = ran.stderr.strip().splitlines()
        assert len(lines) == 1, ran.stderr
        return lines[0].removeprefix("CommandError: ")

    def python(self, script: str) -> str:
        ran = self.run("-c", f"import django; django.setup()\n{script}")
        assert ran.returncode == 0, ran.stderr
        return ran.stdout.strip()

    @property
    def backups(self) -> list[Path]:
        return sorted((self.folder / "backup").glob("middenstip-*"))

    def rows(self, into: Path) -> dict[str, list[str]]:
        """Every row of every table as a new backup of this machine holds it."""
        self.does("backup", "--to", str(into))
        (path,) = into.glob("*.tar.gz")
        found = {}
        with tarfile.open(path) as tar:
            for one in tar:
                file = tar.extractfile(one)
                if one.name.startswith("rows/") and file:
                    found[one.name] = file.read().decode().splitlines()
        return found

    def manifest(self, path: Path) -> dict[str, dict[str, int]]:
        with tarfile.open(path) as tar:
            file = tar.extractfile("manifest.json")
            assert file
            told: dict[str, dict[str, int]] = json.loads(file.read())
            return told


@contextmanager
def empty_postgresql() -> Iterator[str]:
    """The address of a new database in the PostgreSQL of the tests; gone afterwards."""
    own = settings.DATABASES["default"]
    where = f"{own['USER']}:{own['PASSWORD']}@{own['HOST']}:{own['PORT']}"
    name = f"middenstip_{uuid.uuid4().hex[:10]}"
    with psycopg.connect(f"postgres://{where}/postgres", autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield f"postgres://{where}/{name}"
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def needs_postgresql() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("the suite runs on SQLite")
