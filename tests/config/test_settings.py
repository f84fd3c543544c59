"""The environment and the file `.env` decide, as docs/instellingen.md says."""

from __future__ import annotations

import os
import re
import shutil
import socket
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


def test_postgresql_plans_a_query_once_unless_a_pooler_is_between(machine: Path) -> None:
    show = "from django.conf import settings; print(settings.DATABASES['default'].get('OPTIONS'))"
    url = "postgres://iemand:welkom@127.0.0.1:9/naam?sslmode=require"
    planned = (
        "{'server_side_binding': True, 'prepare_threshold': 5, 'options': '-c jit=off', 'sslmode': 'require'}"
    )
    assert start(machine, show=show, DATABASE_URL=url) == planned
    bare = start(machine, show=show, DATABASE_URL=url, DATABASE_POOLED="true")
    assert bare == "{'sslmode': 'require'}"


def test_every_setting_is_explained_and_every_explained_setting_exists() -> None:
    files = [
        *(ROOT / "src/middenstip/config/settings").glob("*.py"),
        ROOT / "src/middenstip/config/launch.py",
    ]
    read = re.compile(r"""(?:env(?:iron)?\.(?:str|list|int|get)|truth)\(\s*"([A-Z_]+)\"""")
    named = {name for file in files for name in read.findall(file.read_text())}
    table = (ROOT / "docs/instellingen.md").read_text().split("\n\n")[2]
    explained = {name for row in table.splitlines() for name in re.findall(r"`([A-Z_]+)`", row.split("|")[1])}
    assert named == explained


WRONG = [
    ("MIDDENSTIP_MODE", "live", "kies production, demo of test."),
    ("SECRET_KEY", "", "minstens vijftig willekeurige tekens"),
    ("SECRET_KEY", "welkom", "minstens vijftig willekeurige tekens"),
    ("DATABASE_URL", "welkom", "schrijf postgres://gebruiker:geheim@machine/naam"),
    ("DATABASE_URL", "mysql://welkom@machine/naam", "schrijf postgres://gebruiker:geheim@machine/naam"),
    ("REDIS_URL", "welkom", "schrijf redis://machine:6379/0"),
    ("EMAIL_URL", "welkom@machine", "schrijf smtp+tls://gebruiker:geheim@machine:587."),
    ("SITE_URL", "lettele.example", "het begint met https://"),
    ("BEHIND_PROXY", "ja", "kies true of false."),
    ("DATABASE_POOLED", "nee", "kies true of false."),
    ("MIDDENSTIP_VAR", "/dev/null/var", "kan hier niet worden geschreven"),
]


@pytest.mark.parametrize(("name", "value", "why"), WRONG)
def test_a_wrong_setting_is_named_in_one_sentence(name: str, value: str, why: str, machine: Path) -> None:
    """As docs/instellingen.md explains it, without the secret that may stand in it."""
    shutil.copy(ROOT / "manage.py", machine)
    said = refused(machine, "manage.py", "check", **{name: value})
    assert said.startswith(f"De instelling {name} klopt niet: ")
    assert why in said
    assert "welkom" not in said


def test_a_port_that_is_none_is_named(machine: Path) -> None:
    said = refused(machine, "-c", "from middenstip.config.launch import asked; asked()", PORT="honderd")
    assert said.endswith("honderd is niet een poort (PORT) van 1 tot en met 65535")


def test_a_platform_without_a_name_does_not_start(tmp_path: Path) -> None:
    """Else it seems to run, and answers every visitor that the question is wrong."""
    start = "from middenstip.config.launch import main; main()"
    said = refused(ROOT, "-c", start, ALLOWED_HOSTS="", DATABASE_URL="", MIDDENSTIP_VAR=str(tmp_path))
    assert said.startswith("De instelling ALLOWED_HOSTS klopt niet: zet er de namen van de site in")


def test_nobody_shares_a_port(machine: Path) -> None:
    """Two servers may listen at one port: each visitor would get the one or the other."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        said = refused(machine, "-c", "from middenstip.config.launch import main; main()", PORT=port)
    assert said == f"Op poort {port} luistert al iets. Stop dat, of kies een andere PORT."


def test_a_database_that_is_away_or_empty_is_told(tmp_path: Path) -> None:
    away = "postgres://iemand:welkom@127.0.0.1:9/naam"
    said = refused(ROOT, "manage.py", "post", DATABASE_URL=away, MIDDENSTIP_VAR=str(tmp_path))
    assert said.startswith("De database geeft geen antwoord (")
    assert "welkom" not in said
    assert refused(ROOT, "manage.py", "post", DATABASE_URL="", MIDDENSTIP_VAR=str(tmp_path)) == (
        "De tabellen zijn er nog niet, of van een oudere versie. Doe eerst: manage.py migrate."
    )


def refused(machine: Path, *command: str, **variables: str) -> str:
    """The one line that a command gives instead of doing it."""
    clean = {"PATH": os.environ["PATH"], "PYTHONPATH": str(machine / "src"), "SECRET_KEY": "k" * 60}
    ran = subprocess.run(
        [sys.executable, *command], env=clean | variables, cwd=machine, capture_output=True, text=True
    )
    assert ran.returncode in (1, 2)
    assert "Traceback" not in ran.stderr
    return ran.stderr.strip().splitlines()[-1]
