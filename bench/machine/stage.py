"""A platform to try things on: its own folder, database and mail server, an area, and people logged in.

Everything is on 127.0.0.1 and gone afterwards. Enter it before Django is set up: it chooses the settings.
"""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bench.machine.mail import MailServer, mail_server
from bench.machine.platform import ROOT, Platform
from bench.machine.postgres import Cluster, cluster

SQLITE, POSTGRESQL = "sqlite", "postgresql"
ENGINES = {SQLITE: "SQLite", POSTGRESQL: "PostgreSQL"}
MOST_A_DAY = 500  # posts of one person: the highest that an area can choose
LONG_AGO = timedelta(days=30)  # texts of new people are looked at first
NO_LIMIT = ("POSTS_PER_PERSON", "POSTS_PER_NETWORK", "SEARCHES_PER_NETWORK")  # all clients share a network


@dataclass
class Stage:
    """The platform is prepared, not yet started. `sessions` are those of `people`, in the same order."""

    engine: str
    folder: Path
    platform: Platform
    mail: MailServer
    cluster: Cluster | None
    sessions: list[str]


@contextmanager
def stage(engine: str, people: int, inside: Path | None = None, **env: str) -> Iterator[Stage]:
    """Raises `NotThere` when this engine is not on this machine. `inside`: where its folder is made, such
    as a disk that can be filled. `env`: more settings."""
    with ExitStack() as all_of_it:
        made = tempfile.TemporaryDirectory(prefix="middenstip-trial-", dir=inside)
        folder = Path(all_of_it.enter_context(made))
        server = all_of_it.enter_context(cluster()) if engine == POSTGRESQL else None
        mail = all_of_it.enter_context(mail_server())
        told = {"MIDDENSTIP_MODE": "demo", "MIDDENSTIP_VAR": str(folder), "EMAIL_URL": mail.url}
        told |= {"DATABASE_URL": server.url if server else "", "SITE_URL": "http://127.0.0.1"}
        told |= dict.fromkeys(NO_LIMIT, "0")
        told |= {"DJANGO_SETTINGS_MODULE": "middenstip.config.settings"}
        told |= {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
        os.environ.update(told | env)
        sessions = _prepare(people)
        platform = Platform(folder / "log")
        all_of_it.callback(platform.end)
        yield Stage(ENGINES[engine], folder, platform, mail, server, sessions)


def _prepare(people: int) -> list[str]:
    """An empty platform with the area, the cast and people; returns their sessions."""
    import django

    django.setup()
    logging.getLogger("middenstip").setLevel(logging.ERROR)  # what happens in here is our own doing
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connections

    from middenstip.demo.cast import invite_cast
    from middenstip.demo.management.commands.demo import AREA
    from middenstip.domain.areas.models import Area
    from middenstip.domain.moderation.models import AreaSetting
    from middenstip.kernel import clock

    call_command("migrate", verbosity=0)
    if not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        call_command("collectstatic", interactive=False, verbosity=0)
    with open("/dev/null", "w") as nowhere:
        call_command("import_areas", compact=AREA, only=settings.HOME_AREA, active=True, stdout=nowhere)
    at = clock.now() - LONG_AGO
    invite_cast(at)
    area = Area.objects.get(code=settings.HOME_AREA)
    AreaSetting.objects.create(area=area, posts_per_day=MOST_A_DAY)
    sessions = [_settle(number, area, at) for number in range(people)]
    connections.close_all()
    return sessions


def _settle(number: int, area: object, at: object) -> str:
    """A resident with a seat, logged in; returns the key of the session."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from middenstip.config.sessions import SessionStore
    from middenstip.domain.parties import services as parties
    from middenstip.kernel.half import Half

    email = f"proef{number}@demo.middenstip.example"
    person = parties.register_person(email=email, name=f"Proef {number}", at=at)  # type: ignore[arg-type]
    person.last_login = at  # type: ignore[assignment]
    person.store("last_login")
    parties.own_seat(person=person, half=Half.RESIDENTS, area=area, at=at)  # type: ignore[arg-type]
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    return str(session.session_key)
