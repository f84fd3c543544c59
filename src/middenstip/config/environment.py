"""Reading variables from the environment or `.env`; docs/instellingen.md lists them all."""

import os
import re
from datetime import datetime
from pathlib import Path
from typing import NoReturn
from zoneinfo import ZoneInfo

import environ
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parents[3]
LINE = re.compile(r"(?:export )?[A-Za-z_][A-Za-z_0-9]*=")


def refuse(name: str, why: str) -> NoReturn:
    """Exit with the name of the wrong variable and the reason, without its value, which may be a secret."""
    raise ImproperlyConfigured(f"De instelling {name} klopt niet: {why} Zie docs/instellingen.md.")


def read_env_file(path: Path) -> None:
    """Add the variables in `.env` to the environment; refuse a line that would be ignored silently."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return
    except (OSError, UnicodeDecodeError):
        raise ImproperlyConfigured("Het bestand .env is niet te lezen. Bewaar het als UTF-8.") from None
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#") and not LINE.match(line):
            raise ImproperlyConfigured(
                f"In .env is regel {number} niet te lezen: schrijf NAAM=waarde, zonder spaties om het =. "
                "Zie docs/instellingen.md."
            )
    environ.Env.read_env(path)


def text(name: str, default: str = "") -> str:
    """A variable as text; an empty one counts as not set."""
    value = os.environ.get(name, "").strip()
    if not value.isprintable():
        refuse(name, "er staat een teken in dat niet te zien is.")
    return value or default


def listed(name: str) -> list[str]:
    """The parts of a variable that is separated by commas."""
    return [part.strip() for part in text(name).split(",") if part.strip()]


def number(name: str, default: int) -> int:
    """A variable that must be a whole number from 0."""
    told = text(name, str(default))
    if not (told.isascii() and told.isdecimal() and len(told) < 10):
        refuse(name, "dat is een aantal, vanaf 0.")
    return int(told)


def truth(name: str, default: bool) -> bool:
    """A variable that must be true or false; any other word, such as "ja", would silently mean false."""
    told = text(name, str(default)).lower()
    if told not in ("true", "false"):
        refuse(name, "kies true of false.")
    return told == "true"


def moment(name: str) -> datetime | None:
    """A variable with a day and a time in the Netherlands, such as 2026-12-01 14:00; None when not set."""
    told = text(name)
    if not told:
        return None
    try:
        return datetime.strptime(told, "%Y-%m-%d %H:%M").replace(tzinfo=ZoneInfo("Europe/Amsterdam"))
    except ValueError:
        refuse(name, "schrijf een dag en een tijd, zoals 2026-12-01 14:00.")
