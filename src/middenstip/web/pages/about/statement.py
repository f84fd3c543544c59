"""What the accessibility statement and the privacy page say, as data: one place to keep true."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Statement:
    """The facts of an accessibility statement (Tijdelijk besluit digitale toegankelijkheid overheid)."""

    status: str  # A to E
    standard: str
    checked_on: date
    valid_until: date


# B: partly conformant, with measures planned. It becomes A only after a full review by people.
STATEMENT = Statement("B", "WCAG 2.2 A en AA (EN 301 549)", date(2026, 11, 22), date(2027, 11, 22))


def kept() -> list[dict[str, str]]:
    """What is kept of somebody: what, why, on which ground, how long."""
    return [
        {
            "what": _("Je naam zoals jij die wilt tonen"),
            "why": _("Zodat anderen weten wie er praat."),
            "long": _("Tot jij je gegevens laat wissen."),
        },
        {
            "what": _("Je e-mailadres"),
            "why": _("Om in te loggen en om je bericht te sturen. Niemand anders ziet het."),
            "long": _("Tot jij je gegevens laat wissen."),
        },
        {
            "what": _("Voor welke helft je praat, in welk gebied, en in welke functie"),
            "why": _("Zodat een ja van een helft ook van die helft is."),
            "long": _("Zo lang als het besluit of de afspraak na te lezen is."),
        },
        {
            "what": _("Wat je schrijft, belooft en beslist"),
            "why": _("Het veld is openbaar. Iedereen kan nalezen wat er is afgesproken."),
            "long": _("Na het wissen blijft staan wát er gebeurde en welke helft het deed, zonder je naam."),
        },
        {
            "what": _("Een idee waarbij je de code uit je mail niet typte, met je naam en adres"),
            "why": _("Zodat je het later nog kunt afmaken. Niemand anders ziet het."),
            "long": _("Dertig dagen. Daarna wissen we het vanzelf."),
        },
        {
            "what": _("Wat je volgt"),
            "why": _("Om je te laten weten wat er gebeurt."),
            "long": _("Tot je stopt met volgen."),
        },
    ]
