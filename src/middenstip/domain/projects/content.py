"""The instrument cards: what the law asks, when, and what to hand in. Checked on a day, with the source.

Chosen for a project, the steps of a card become its milestones: at the begin, or on the day of its moment.
"""

from datetime import date
from typing import Any

from django.utils.translation import gettext_noop as _noop

from middenstip.domain.projects.lifecycle import SOCIAL, TECHNICAL

BEGIN, MOMENT = "begin", "moment"
CHECKED = date(2026, 11, 1)
CARDS: tuple[dict[str, Any], ...] = (
    {
        "key": "visie",
        "name": _noop("Omgevingsvisie of programma"),
        "duty": _noop(
            "De overheid schrijft op wie meedeed, wat dat opleverde en hoe ze haar eigen regels volgde."
        ),
        "moment": _noop("Bij het vaststellen."),
        "hand_in": _noop("Een tabel met wie, wat en wat ermee gebeurde."),
        "source": _noop("Omgevingsbesluit, artikel 10.7 en 10.8"),
        "checked_on": CHECKED,
        "steps": (
            (SOCIAL, "Mensen deden mee aan de visie of het programma", BEGIN),
            (TECHNICAL, "De tabel ligt bij de visie: wie, wat en wat ermee gebeurde", MOMENT),
        ),
    },
    {
        "key": "omgevingsplan",
        "name": _noop("Omgevingsplan"),
        "duty": _noop(
            "De gemeente kondigt aan hoe mensen mee kunnen doen, en schrijft op wat dat opleverde."
        ),
        "moment": _noop("Aankondigen bij het begin, opschrijven bij het besluit."),
        "hand_in": _noop("De aankondiging en een tabel met wie, wat en wat ermee gebeurde."),
        "source": _noop("Omgevingswet, artikel 16.29; Omgevingsbesluit, artikel 10.2"),
        "checked_on": CHECKED,
        "steps": (
            (SOCIAL, "Aangekondigd hoe mensen mee kunnen doen aan het omgevingsplan", BEGIN),
            (TECHNICAL, "De tabel ligt bij het omgevingsplan: wie, wat en wat ermee gebeurde", MOMENT),
        ),
    },
    {
        "key": "vergunning",
        "name": _noop("Omgevingsvergunning"),
        "duty": _noop("Wie aanvraagt, zegt of anderen meepraatten, en zo ja hoe en wat dat opleverde."),
        "moment": _noop("Bij de aanvraag."),
        "hand_in": _noop("Een verslag van de participatie."),
        "source": _noop("Omgevingsregeling, artikel 7.4"),
        "checked_on": CHECKED,
        "steps": (
            (SOCIAL, "Met de buren gepraat over de vergunning", BEGIN),
            (TECHNICAL, "Vergunning aangevraagd, met het verslag van de participatie", MOMENT),
        ),
    },
    {
        "key": "projectbesluit",
        "name": _noop("Projectbesluit"),
        "duty": _noop("De overheid kondigt aan hoe mensen mee kunnen doen."),
        "moment": _noop("Uiterlijk bij het begin van de verkenning."),
        "hand_in": _noop("De aankondiging."),
        "source": _noop("Omgevingswet, artikel 5.47; Omgevingsbesluit, artikel 5.3"),
        "checked_on": CHECKED,
        "steps": ((SOCIAL, "Aangekondigd hoe mensen mee kunnen doen aan het projectbesluit", BEGIN),),
    },
    {
        "key": "uitdaagrecht",
        "name": _noop("Uitdaagrecht"),
        "duty": _noop(
            "Bewoners mogen vragen een taak van de gemeente over te nemen. Die zegt waarom ja of nee."
        ),
        "moment": _noop("Wanneer je wilt. De termijn staat in de verordening van de gemeente."),
        "hand_in": _noop(
            "De taak, waarom jullie het beter kunnen, wie erachter staat, de kosten en hoe het blijft."
        ),
        "source": _noop("Gemeentewet, artikel 150"),
        "checked_on": CHECKED,
        "steps": (
            (SOCIAL, "Iedereen die erachter staat, staat op de lijst", BEGIN),
            (TECHNICAL, "De gemeente uitgedaagd: taak, redenen en kosten ingediend", MOMENT),
        ),
    },
)
CARD_OF = {card["key"]: card for card in CARDS}
