"""*Wat is hier*: every list that everybody can read, along the steps of the chain."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _


def groups() -> list[dict[str, Any]]:
    """The lists in groups: a title, and cards with url, title and text."""
    told = [
        (
            _("Een idee begint"),
            [
                ("finder:list", _("Initiatieven"), _("Alle ideeën en plannen, met hun stap.")),
                ("learning:index", _("Voorbeelden"), _("Wat een ander al deed, ook wat mislukte.")),
                ("questions:index", _("Vragen"), _("Vraag het aan wie het al eens deed.")),
                ("points:index", _("Steunpunten"), _("Loop binnen: iemand helpt je met je idee.")),
            ],
        ),
        (
            _("Wie en wat is er nodig?"),
            [
                ("matching:list", _("Vraag en aanbod"), _("Wie heeft wat een ander zoekt?")),
                ("projects:funds", _("Fondsen"), _("Waar je geld kunt vragen, en wie dat mag.")),
                ("status:find", _("Hoe staat het met mijn zaak?"), _("Met de code uit je brief of mail.")),
            ],
        ),
        (
            _("Samen beslissen en doen"),
            [
                ("goals:index", _("Tafels"), _("Waar drie helften één doel maken.")),
                ("deliberation:decisions", _("Besluiten"), _("Wat de helften samen besloten.")),
                ("agreements:index", _("Afspraken"), _("Wie belooft wat aan wie, en wanneer.")),
            ],
        ),
        (
            _("Wat houdt ons tegen?"),
            [
                ("signals:index", _("Signalen"), _("Regels en gewoonten die in de weg zitten.")),
                ("signals:policies", _("Beleid"), _("Nieuw beleid, en wat dat met plannen doet.")),
            ],
        ),
    ]
    return [{"title": title, "cards": [_card(*card) for card in cards]} for title, cards in told]


def _card(name: str, title: str, text: str) -> dict[str, str]:
    return {"url": reverse(name), "title": title, "text": text}
