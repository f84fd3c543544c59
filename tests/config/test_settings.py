"""The environment and the file `.env` decide, as docs/instellingen.md says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
START = """
from middenstip.config.launch import asked
options = asked()
from django.conf import settings
print(options.port, settings.SITE_NAME, settings.SITE_URL)
"""

DATABASE = """
from django.conf import settings
one = settings.DATABASES["default"]
print(one["ENGINE"], one["OPTIONS"]["transaction_mode"], one["NAME"])
"""


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A machine of its own: only the settings, without an `.env`."""
    skip = shutil.ignore_patterns("__pycache__", "web", "domain", "methods", "demo", "locale")
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=skip)
    return tmp_path


def start(machine: Path, *options: str, show: str = START, **variables: str) -> str:
    """What the start of a platform makes of its environment: port, name and address, or what is to `show`."""
    clean = {"PATH": os.environ["PATH"], "PYTHONPATH": str(machine / "src"), "SECRET_KEY": "k" * 60}
    clean |= {"DJANGO_SETTINGS_MODULE": "middenstip.config.settings"}
    ran = subprocess.run(
        [sys.executable, "-c", show, *options],
        env=clean | variables,
        cwd=machine,
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout.strip()


def test_without_settings_the_address_is_where_the_server_listens(machine: Path) -> None:
    assert start(machine) == "8000 Middenstip http://127.0.0.1:8000"
    assert start(machine, "--port", "8123") == "8123 Middenstip http://127.0.0.1:8123"


def test_the_env_file_counts_when_the_platform_is_started(machine: Path) -> None:
    """Else every mail would lead to the reader's own computer."""
    (machine / ".env").write_text("SITE_URL=https://lettele.example/\nSITE_NAME=Lettele\nPORT=9000\n")
    assert start(machine) == "9000 Lettele https://lettele.example"
    assert start(machine, SITE_NAME="Dorp") == "9000 Dorp https://lettele.example"


def test_an_sqlite_file_elsewhere_is_written_as_safely_as_the_one_at_home(machine: Path) -> None:
    """Without IMMEDIATE and the row of writers, two at once get "database is locked"."""
    file = machine / "elsewhere.sqlite3"
    told = start(machine, show=DATABASE, DATABASE_URL=f"sqlite:///{file}")
    assert told == f"middenstip.config.sqlite IMMEDIATE {file}"


def test_every_setting_is_explained_and_every_explained_setting_exists() -> None:
    files = [
        *(ROOT / "src/middenstip/config/settings").glob("*.py"),
        ROOT / "src/middenstip/config/launch.py",
    ]
    read = re.compile(r"""env(?:iron)?\.(?:str|bool|list|int|get)\(\s*"([A-Z_]+)\"""")
    named = {name for file in files for name in read.findall(file.read_text())}
    table = (ROOT / "docs/instellingen.md").read_text().split("\n\n")[2]
    explained = {name for row in table.splitlines() for name in re.findall(r"`([A-Z_]+)`", row.split("|")[1])}
    assert named == explained
