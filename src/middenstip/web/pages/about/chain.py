"""*Hoe het werkt*: the seven steps with an example each, and help for each group of pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from middenstip.domain.initiatives.lifecycle import STEPS
from middenstip.domain.rooms import path_to


def steps(examples: Mapping[str, tuple[str, str]]) -> list[dict[str, Any]]:
    """`examples`: per stage the id and title of an initiative that is there now."""
    words = [
        (_("Idee"), _("Je vertelt je plan in drie vragen.")),
        (
            _("Balie"),
            _("Eén vaste persoon neemt je idee aan. Je krijgt een antwoord met een reden."),
        ),
        (_("Verbinden"), _("Samen zoek je wie er nodig is, en welke helft nog ontbreekt.")),
        (
            _("Doel"),
            _(
                "Iedereen schrijft eerst alleen op wat het doel is. Daarna gaan de briefjes open en maak je "
                "er één doel van. Het geldt als alle drie de helften ja zeggen. Zwijgen is geen ja."
            ),
        ),
        (_("Afspraken"), _("Wie doet wat, voor wie, en wanneer is het klaar? Iedere partij tekent.")),
        (_("Project"), _("Je doet het. Iedereen ziet wat klaar is en wat te laat is.")),
        (
            _("Leren"),
            _("Gelukt of niet: je vertelt wat je leerde. Zo hoeft een ander dat niet nog eens te ontdekken."),
        ),
    ]
    return [
        {"title": title, "text": text, "example": _example(examples.get(stage))}
        for stage, (title, text) in zip(STEPS, words, strict=True)
    ]


def _example(found: tuple[str, str] | None) -> dict[str, str] | None:
    return {"url": path_to("initiative", found[0]), "title": found[1]} if found else None


def help_per_page() -> list[dict[str, str]]:
    """Help per item of the menu: the footer of every page leads to its own."""
    told = [
        (
            "tribune",
            "/",
            _("Tribune"),
            _("Hier zie je wat er in een gebied gebeurt. Je kiest een plek en volgt die."),
        ),
        (
            "initiatieven",
            reverse("finder:list"),
            _("Initiatieven"),
            _("Zoek met een woord of met een nummer. Bij een initiatief kun je volgen, helpen en reageren."),
        ),
        (
            "tafels",
            reverse("goals:index"),
            _("Tafels"),
            _("Aan een tafel maken drie helften één doel. Lezen mag iedereen. Een stoel vraag je daar."),
        ),
        (
            "balie",
            reverse("desk:index"),
            _("Balie"),
            _("De balie neemt ideeën aan en geeft antwoord. Met zoeken vind je een zaak op naam of nummer."),
        ),
        (
            "mijn",
            reverse("mine:index"),
            _("Mijn"),
            _("Hier staan je initiatieven, wat op je wacht en je berichten. Je kiest er ook je mail."),
        ),
    ]
    return [{"menu": menu, "url": url, "title": title, "text": text} for menu, url, title, text in told]
