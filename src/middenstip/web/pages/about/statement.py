"""The content of the accessibility statement and the privacy page, as data in one place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from middenstip.domain.rooms import ROOMS
from middenstip.notices.kept import RETENTION as POST


@dataclass(frozen=True)
class Statement:
    """The facts of an accessibility statement (Tijdelijk besluit digitale toegankelijkheid overheid)."""

    status: str  # A to D
    words: str
    standard: str
    checked_on: date
    valid_until: date
    register_url: str
    report_url: str


def statement() -> Statement:
    """The declaration of the platform's organisation; C when it had no audit of its own."""
    words = {
        "A": _("we voldoen aan alles."),
        "B": _("we voldoen voor een deel. We weten wat nog moet."),
        "C": _("we namen de eerste maatregelen. Een onderzoek moet nog komen."),
        "D": _("we voldoen nog niet."),
    }
    return Statement(
        settings.ACCESSIBILITY_STATUS,
        words[settings.ACCESSIBILITY_STATUS],
        "WCAG 2.2 A en AA (EN 301 549)",
        date(2026, 11, 22),
        date(2027, 11, 22),
        settings.ACCESSIBILITY_REGISTER_URL,
        settings.ACCESSIBILITY_REPORT_URL,
    )


def kept() -> list[dict[str, str]]:
    """The personal data that is stored: what, why, on which legal ground, how long."""
    lines = [*(line for room in ROOMS for line in room.retention), *POST]
    return [{"what": _(line.what), "why": _(line.why), "long": _(line.long)} for line in lines]
