"""The environment and the file `.env` decide, as docs/instellingen.md says."""

from __future__ import annotations

import json
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
    """A machine of its own: only the settings and the rooms they install, without an `.env`."""
    return copied(tmp_path)


def copied(folder: Path) -> Path:
    """With what Python compiled before, which spares each of these some seconds."""
    skip = shutil.ignore_patterns("web", "methods", "demo", "locale")
    shutil.copytree(ROOT / "src", folder / "src", ignore=skip)
    return folder


def run_python(
    machine: Path, *command: str, given: str = "", **variables: str | None
) -> subprocess.CompletedProcess[str]:
    """Python with these variables only, and what production asks."""
    clean = {"PATH": os.environ["PATH"], "PYTHONPATH": str(machine / "src"), "SECRET_KEY": "k" * 60}
    clean |= {"SITE_URL": "https://plein.example", "PYTHONIOENCODING": "utf-8"}
    clean |= {"DJANGO_SETTINGS_MODULE": "middenstip.config.settings"}
    env = {name: value for name, value in (clean | variables).items() if value is not None}
    return subprocess.run(
        [sys.executable, *command], env=env, cwd=machine, input=given, capture_output=True, text=True
    )


def start(machine: Path, *options: str, show: str = START, **variables: str | None) -> str:
    """What the start of a platform makes of its environment: port, name and address, or what is to `show`."""
    ran = run_python(machine, "-c", show, *options, **variables)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


def test_the_address_of_the_demo_is_where_its_server_listens(machine: Path) -> None:
    """On a port that is free: what else runs on this machine makes no difference."""
    for wanted in ("8000", "8123"):
        port, name, address = start(machine, "--demo", "--port", wanted, SITE_URL="").split()
        assert (name, address) == ("Middenstip", f"http://127.0.0.1:{port}")
        assert int(wanted) <= int(port) < int(wanted) + 50


def test_a_status_above_c_names_the_report_of_its_study(machine: Path) -> None:
    shutil.copy(ROOT / "manage.py", machine)
    show = (
        "from django.conf import settings; print(settings.ACCESSIBILITY_STATUS, settings.SECURE_HSTS_PRELOAD)"
    )
    assert start(machine, show=show) == "C False"
    report = {"ACCESSIBILITY_STATUS": "b", "ACCESSIBILITY_REPORT_URL": "https://plein.example/a.pdf"}
    assert start(machine, show=show, HSTS_PRELOAD="true", **report) == "B True"
    for wrong in ({"ACCESSIBILITY_STATUS": "B"}, {"ACCESSIBILITY_STATUS": "F"}):
        assert "ACCESSIBILITY_" in refused(machine, "manage.py", "check", **wrong)


def test_the_env_file_counts_when_the_platform_is_started(machine: Path) -> None:
    """Else every mail would lead to the reader's own computer."""
    (machine / ".env").write_text("SITE_URL=https://lettele.example/\nSITE_NAME=Lettele\nPORT=9000\n")
    assert start(machine, SITE_URL=None) == "9000 Lettele https://lettele.example"
    assert start(machine, SITE_URL=None, SITE_NAME="Dorp") == "9000 Dorp https://lettele.example"


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
    readers = "text|moment|listed|number|truth|address|mail_address|sender|domain|environ\\.get"
    read = re.compile(rf"""(?:{readers})\(\s*"([A-Z_]+)\"""")
    named = {name for file in files for name in read.findall(file.read_text())}
    table = (ROOT / "docs/instellingen.md").read_text().split("\n\n")[2]
    explained = {name for row in table.splitlines() for name in re.findall(r"`([A-Z_]+)`", row.split("|")[1])}
    assert named == explained


HASH = "schrijf een # in gebruiker of wachtwoord als %23."
SLASH = "schrijf een / in gebruiker of wachtwoord als %2F."
QUERY = "schrijf een ? in gebruiker of wachtwoord als %3F."
PORT = "de poort is een getal van 1 tot en met 65535"
QUOTES = "zet een naam met leestekens tussen aanhalingstekens"
SENDER = "schrijf een naam en een mailadres"
WRONG = [
    ("MIDDENSTIP_MODE", "live", "kies production, demo of test."),
    ("SECRET_KEY", "", "minstens vijftig willekeurige tekens"),
    ("SECRET_KEY", "welkom", "minstens vijftig willekeurige tekens"),
    ("SECRET_KEY", " " * 60, "minstens vijftig willekeurige tekens"),
    ("DATABASE_URL", "welkom", "schrijf postgres://gebruiker:geheim@machine/naam"),
    ("DATABASE_URL", "mysql://welkom@machine/naam", "schrijf postgres://gebruiker:geheim@machine/naam"),
    (
        "DATABASE_URL",
        "postgres://ik:wel#welkom@machine/naam",
        HASH,
    ),
    (
        "DATABASE_URL",
        "postgres://ik:wel/welkom@machine/naam",
        SLASH,
    ),
    (
        "DATABASE_URL",
        "postgres://ik:wel?welkom@machine/naam",
        QUERY,
    ),
    (
        "DATABASE_URL",
        "postgres://ik:welkom@machine:welkom/naam",
        PORT,
    ),
    ("DATABASE_URL", "postgres://ik:welkom@machine:0/naam", PORT),
    ("DATABASE_URL", "postgres://ik:welkom@machine", "de naam van de database ontbreekt"),
    (
        "DATABASE_URL",
        "postgres://ik:welkom@[machine/naam",
        "schrijf postgres://gebruiker:geheim@machine/naam",
    ),
    ("DATABASE_URL", "postgres://ik:wel kom@machine/welkom", "een spatie schrijf je als %20"),
    ("REDIS_URL", "welkom", "schrijf redis://machine:6379/0"),
    ("REDIS_URL", "redis://:wel#welkom@machine:6379/0", HASH),
    ("REDIS_URL", "redis://:wel/welkom@machine", SLASH),
    ("REDIS_URL", "redis://:wel?welkom@machine", QUERY),
    ("REDIS_URL", "redis://:wel#welkom", "een # als %23"),
    ("REDIS_URL", "redis://:welkom@", "de naam van de machine is niet te lezen"),
    ("REDIS_URL", "redis://", "de naam van de machine is niet te lezen"),
    ("REDIS_URL", "redis://machine:welkom/0", "de poort is een getal"),
    ("REDIS_URL", "redis://machine/welkom", "achter de machine staat een nummer"),
    ("EMAIL_URL", "welkom@machine", "schrijf smtp+tls://gebruiker:geheim@machine:587."),
    (
        "EMAIL_URL",
        "smtp+tls://ik:wel#welkom@machine:587",
        HASH,
    ),
    (
        "EMAIL_URL",
        "smtp+tls://ik:wel/welkom@machine:587",
        SLASH,
    ),
    (
        "EMAIL_URL",
        "smtp+tls://ik:wel?welkom@machine:587",
        QUERY,
    ),
    ("EMAIL_URL", "smtp://ik:welkom@", "de naam van de machine is niet te lezen"),
    ("EMAIL_URL", "smtp://ik:welkom@machine:65536", PORT),
    ("EMAIL_URL", "smtp://ik:welkom@…:25", "de naam van de machine is niet te lezen"),
    (
        "MAIL_FROM",
        "Buurt, samen <post@welkom.example>",
        QUOTES,
    ),
    (
        "MAIL_FROM",
        "Buurt: samen <post@welkom.example>",
        QUOTES,
    ),
    (
        "MAIL_FROM",
        "Buurt (samen) <post@welkom.example>",
        QUOTES,
    ),
    ("MAIL_FROM", "Plein <post@…>", SENDER),
    ("MAIL_FROM", "Plein post@welkom.example", SENDER),
    ("MAIL_FROM", "Plein <post@welkom.example", SENDER),
    ("MAIL_FROM", "a@welkom.example, b@welkom.example", SENDER),
    ("CONTACT_EMAIL", "Plein <post@welkom.example>", "schrijf een mailadres"),
    ("CONTACT_EMAIL", "welkom", "schrijf een mailadres"),
    ("SITE_URL", "", "zet er het adres van de site in"),
    ("SITE_URL", "…", "met https:// ervoor"),
    ("SITE_URL", "lettele.example", "met https:// ervoor"),
    ("SITE_URL", "ftp://lettele.example", "met https:// ervoor"),
    ("SITE_URL", "https://", "de naam van de site is niet te lezen"),
    ("SITE_URL", "https://…", "de naam van de site is niet te lezen"),
    ("SITE_URL", "https://ik:welkom@lettele.example", "met https:// ervoor"),
    ("SITE_URL", "https://lettele.example:welkom", "met https:// ervoor"),
    ("SITE_URL", "https://lettele.example/welkom", "er staat iets achter de naam van de site"),
    ("SITE_URL", "https://lettele.example?welkom", "er staat iets achter de naam van de site"),
    ("SITE_NAME", "Plein\nwelkom", "er staat een teken in dat niet te zien is"),
    ("HOME_AREA", "Deventer", "schrijf de code van een gemeente"),
    ("HOME_AREA", "150", "schrijf de code van een gemeente"),
    ("ALLOWED_HOSTS", "https://welkom.example", "zet er alleen namen in"),
    ("ALLOWED_HOSTS", "a.example;welkom.example", "zet er alleen namen in"),
    ("ALLOWED_HOSTS", "welkom.example/", "zet er alleen namen in"),
    ("CSRF_TRUSTED_ORIGINS", "welkom.example", "met https:// ervoor"),
    ("CSRF_TRUSTED_ORIGINS", "https://a.example,welkom", "met https:// ervoor"),
    ("MAINTENANCE", "true", "schrijf read-only, of laat het leeg."),
    ("MAINTENANCE_UNTIL", "morgen", "schrijf een dag en een tijd, zoals 2026-12-01 14:00."),
    ("BEHIND_PROXY", "ja", "kies true of false."),
    ("BEHIND_PROXY", "1", "kies true of false."),
    ("DATABASE_POOLED", "nee", "kies true of false."),
    ("MIDDENSTIP_VAR", "/dev/null/var", "kan hier niet worden geschreven"),
]


EACH = """
import json, os, sys, traceback
import csp.constants, django.conf, django.core.validators, environ
from middenstip.config.saying import in_one_sentence
for name, value in json.load(sys.stdin):
    sys.stdout.flush()
    if os.fork() == 0:
        os.environ[name] = value
        try:
            with in_one_sentence():
                print("started", django.conf.settings.SITE_NAME, end=chr(0))
        except SystemExit as stop:
            print(stop.code, end=chr(0))
        except BaseException:
            print(traceback.format_exc(), end=chr(0))
        sys.stdout.flush()
        os._exit(0)
    os.wait()
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], str]:
    """What each wrong setting is answered; one program forks for each, for a start takes a second."""
    machine = copied(tmp_path_factory.mktemp("machine"))
    cases = json.dumps([(name, value) for name, value, _ in WRONG])
    said = run_python(machine, "-c", EACH, given=cases)
    assert (said.returncode, said.stderr) == (0, "")
    answers = said.stdout.split(chr(0))[:-1]
    return {(name, value): answer for (name, value, _), answer in zip(WRONG, answers, strict=True)}


@pytest.mark.parametrize(("name", "value", "why"), WRONG)
def test_a_wrong_setting_is_named_in_one_sentence(
    name: str, value: str, why: str, told: dict[tuple[str, str], str]
) -> None:
    """As docs/instellingen.md explains it, without the secret that may stand in it."""
    said = told[name, value]
    assert said.startswith(f"De instelling {name} klopt niet: ")
    assert why in said
    assert "\n" not in said
    assert "welkom" not in said


def test_a_command_gives_that_sentence(machine: Path) -> None:
    shutil.copy(ROOT / "manage.py", machine)
    said = refused(machine, "manage.py", "check", EMAIL_URL="smtp+tls://ik:wel#welkom@machine:587")
    wrong = "De instelling EMAIL_URL klopt niet: schrijf een # in gebruiker of wachtwoord als %23."
    assert said == f"{wrong} Zie docs/instellingen.md."


def test_a_port_that_is_none_is_named(machine: Path) -> None:
    ask = "from middenstip.config.launch import asked; asked()"
    said = refused(machine, "-c", ask, PORT="honderd")
    assert said.endswith("honderd is niet een poort (PORT) van 1 tot en met 65535")
    said = refused(machine, "-c", ask, PORT="1.000")
    assert said.endswith("1.000 is niet een poort (PORT) van 1 tot en met 65535")
    said = refused(machine, "-c", ask, WORKERS="0")
    assert said.endswith("0 is niet een aantal servers (WORKERS) van 1 tot en met 64")
    said = refused(machine, "-c", ask, HOST="https://hier")
    assert said.endswith("https://hier is niet een adres van deze machine (HOST), zoals 127.0.0.1 of 0.0.0.0")


def test_a_setting_that_is_wrong_is_told_before_a_port_that_is_taken(machine: Path) -> None:
    begin = "from middenstip.config.launch import main; main()"
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        said = refused(machine, "-c", begin, PORT=port, ALLOWED_HOSTS="a.example", SITE_URL="")
        assert said.startswith("De instelling SITE_URL klopt niet: zet er het adres van de site in")
        said = refused(machine, "-c", begin, PORT=port)
    assert said.startswith("De instelling ALLOWED_HOSTS klopt niet: ")


@pytest.mark.parametrize("line", ["SITE_URL = https://plein.example", " SITE_URL=x", "welkom", "SITE-URL=x"])
def test_a_line_in_the_env_file_that_would_be_left_out_is_told(machine: Path, line: str) -> None:
    shutil.copy(ROOT / "manage.py", machine)
    (machine / ".env").write_text(f"# de site\n\nSITE_NAME=Plein\n{line}\n")
    wrong = "In .env is regel 4 niet te lezen: schrijf NAAM=waarde, zonder spaties om het =."
    told = f"{wrong} Zie docs/instellingen.md."
    assert refused(machine, "manage.py", "check") == told
    assert refused(machine, "-c", "from middenstip.config.launch import main; main()") == told


def test_an_env_file_that_is_no_text_is_told(machine: Path) -> None:
    (machine / ".env").write_bytes("SITE_NAME=Caf\xe9\n".encode("latin-1"))
    said = refused(machine, "-c", "from middenstip.config.launch import main; main()")
    assert said == "Het bestand .env is niet te lezen. Bewaar het als UTF-8."


SHOWN = """
from django.conf import settings as s
from django.core.mail import EmailMessage
print(s.EMAIL_HOST_PASSWORD, s.EMAIL_PORT, s.EMAIL_USE_TLS, s.EMAIL_USE_SSL)
print(s.DATABASES["default"]["PASSWORD"], s.CACHES["default"]["LOCATION"])
print(EmailMessage("a", "b", None, ["c@d.example"]).message()["From"])
print(s.MAIL_FOLDER.parent.name, s.SITE_URL, s.ALLOWED_HOSTS, s.CSRF_TRUSTED_ORIGINS, s.HOME_AREA)
"""


def test_what_is_right_is_read_right(machine: Path) -> None:
    """Passwords with every sign, a name with a comma between quotes, and empty values for the default."""
    told = start(
        machine,
        show=SHOWN.replace(
            "s.VAR.name", "__import__('middenstip.config.settings.env').config.settings.env.VAR.name"
        ),
        EMAIL_URL="smtp+ssl://ik:a%23b%2Fc%3Fd+e:f@post.example",
        DATABASE_URL="postgres://ik:a%23b+c@[::1]:5432/naam",
        REDIS_URL="redis://:a%23b@cache_1:6379/2",
        MAIL_FROM='"Buurt, samen" <post@plein.example>',
        MIDDENSTIP_VAR="",
        SITE_URL=" https://plein.example:8443/ ",
        ALLOWED_HOSTS="plein.example, .plein.example ,[::1]",
        CSRF_TRUSTED_ORIGINS="https://plein.example/",
        HOME_AREA="GM0150",
        CONTACT_EMAIL="",
        BEHIND_PROXY="",
        PORT="",
    )
    assert told.splitlines() == [
        "a#b/c?d+e:f 465 False True",
        "a#b+c redis://:a%23b@cache_1:6379/2",
        '"Buurt, samen" <post@plein.example>',
        "var https://plein.example:8443 ['plein.example', '.plein.example', '[::1]'] "
        "['https://plein.example'] GM0150",
    ]


def test_a_platform_without_a_name_does_not_start(tmp_path: Path) -> None:
    """Else it seems to run, and answers every visitor that the question is wrong."""
    start = "from middenstip.config.launch import main; main()"
    said = refused(ROOT, "-c", start, ALLOWED_HOSTS="", DATABASE_URL="", MIDDENSTIP_VAR=str(tmp_path))
    assert said.startswith("De instelling ALLOWED_HOSTS klopt niet: zet er de namen van de site in")


def test_a_site_whose_links_would_not_open_does_not_start(machine: Path) -> None:
    begin = "from middenstip.config.launch import asked, _check_settings; asked(); _check_settings()"
    said = refused(
        machine,
        "-c",
        f"from middenstip.config.saying import in_one_sentence\nwith in_one_sentence(): {begin}",
        ALLOWED_HOSTS="www.plein.example",
        SITE_URL="https://plein.example",
    )
    assert said.startswith("De instelling ALLOWED_HOSTS klopt niet: de naam uit SITE_URL staat er niet in")
    for hosts, url in ((".plein.example", "https://a.plein.example"), ("[::1]", "https://[::1]:8443")):
        assert run_python(machine, "-c", begin, ALLOWED_HOSTS=hosts, SITE_URL=url).returncode == 0


def test_a_port_that_is_taken_is_refused(machine: Path) -> None:
    """Two servers may listen at one port: each visitor would get the one or the other."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        begin = "from middenstip.config.launch import main; main()"
        said = refused(machine, "-c", begin, PORT=port, ALLOWED_HOSTS="plein.example")
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
    ran = run_python(machine, *command, **variables)
    assert ran.returncode in (1, 2)
    assert "Traceback" not in ran.stderr
    return ran.stderr.strip().splitlines()[-1]
