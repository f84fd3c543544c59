"""What production misses, said in one list by `manage.py check --deploy`; docs/beheer explains each.

What is wrong rather than missing is refused earlier, when the settings are read.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Warning, register

INVENTED = (".example", ".invalid", ".test", "example.com", "example.org")


@register(deploy=True)
def missing(app_configs: Sequence[Any] | None, **more: Any) -> list[CheckMessage]:
    """Each with the name of its setting and what to write there."""
    found = (*_names(), *_post(), *_data(), *_door())
    return [
        Warning(f"{name}: {why}", hint="Zie docs/instellingen.md.", id=f"middenstip.{name}")
        for name, why in found
    ]


def _names() -> Iterator[tuple[str, str]]:
    site = urlsplit(settings.SITE_URL)
    if site.scheme != "https":
        yield "SITE_URL", "het adres van de site begint met https://, anders gaan codes open over de lijn."
    if not settings.ALLOWED_HOSTS:
        yield "ALLOWED_HOSTS", "zet er de namen van de site in, anders opent er geen bladzijde."
    elif "*" in settings.ALLOWED_HOSTS:
        yield "ALLOWED_HOSTS", "noem de namen van de site; met * gelooft het platform elke naam."
    if not settings.HOME_AREA:
        yield "HOME_AREA", "noem de gemeente van het platform, zoals GM0150."


def _post() -> Iterator[tuple[str, str]]:
    if settings.EMAIL_BACKEND.endswith("filemail.EmailBackend"):
        yield "EMAIL_URL", "zonder mailserver krijgt niemand een code, en kan dus niemand inloggen."
    for name, told in (
        ("MAIL_FROM", settings.DEFAULT_FROM_EMAIL),
        ("CONTACT_EMAIL", settings.CONTACT_EMAIL),
        ("SECURITY_EMAIL", settings.SECURITY_EMAIL),
    ):
        if told.rstrip(">").lower().endswith(INVENTED):
            yield name, "dit adres bestaat niet echt; wie het gebruikt krijgt geen antwoord."


def _data() -> Iterator[tuple[str, str]]:
    is_sqlite = "sqlite" in settings.DATABASES["default"]["ENGINE"]
    is_shared = "redis" in str(settings.CACHES["default"]["BACKEND"]).lower()
    if settings.REPLICAS > 1 and is_sqlite:
        yield "DATABASE_URL", "meer web-servers delen geen SQLite-bestand; neem PostgreSQL."
    if settings.REPLICAS > 1 and not is_shared:
        yield "REDIS_URL", "meer web-servers delen geen cache in bestanden; neem Redis."
    if getattr(settings, "BACKUP_KEY", None) == "":
        yield "BACKUP_KEY", "zonder sleutel leest iedereen een kopie die hem vindt; maak er een."
    file = Path(str(settings.DATABASES["default"]["NAME"]))
    if is_sqlite and file.exists() and file.stat().st_mode & 0o077:
        yield "MIDDENSTIP_VAR", f"anderen op deze machine kunnen {file.name} lezen; doe chmod 600."


def _door() -> Iterator[tuple[str, str]]:
    if not settings.BEHIND_PROXY:
        yield (
            "BEHIND_PROXY",
            (
                "de server doet zelf geen https en stuurt http door naar https; zet er een proxy voor "
                "die X-Forwarded-Proto meegeeft, en deze instelling op true."
            ),
        )
    if os.environ.get("DJANGO_SETTINGS_MODULE", "").endswith(("developing", "testing")):
        yield "DJANGO_SETTINGS_MODULE", "dit zijn niet de instellingen van een echt platform; laat hem leeg."
