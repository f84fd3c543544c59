"""Drawn pictures beside some initiatives and their news."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from middenstip.demo.pictures import picture
from middenstip.demo.rooms.step import Step
from middenstip.demo.teller import Teller, by_day
from middenstip.domain.files import services
from middenstip.domain.initiatives.models import Initiative, Update
from middenstip.domain.rooms import holders

# Beside which initiative: the scene, and what is to be seen.
PLANS = {
    "Voedselbos Lettele": ("field", "De eerste rijen jonge bomen op het weiland achter de kerk."),
    "Koele pleinen": ("square", "Een plein met bomen en banken tussen de huizen."),
    "Brood over": ("oven", "Twee mensen halen brood uit een ronde oven."),
    "Dorpshuis elke dag open": ("meeting", "Zes mensen aan een lange tafel in het dorpshuis."),
    "Veilig oversteken bij school": ("crossing", "Kinderen steken over bij de school, met een volwassene."),
    "Buurtmoestuin Zandweerd": ("garden", "Twee mensen werken tussen bakken met groente."),
    "Reparatiehal Bergweide": ("workshop", "Een werkbank met gereedschap, en een fiets die gemaakt wordt."),
    "Muziek in het park": ("music", "Drie mensen spelen op een klein podium in het park."),
    "Samen eten in De Hoven": ("meeting", "Buren zitten samen aan een lange tafel."),
}
NEWS = {
    "Voedselbos Lettele": ("meeting", "Het dorp kiest aan een grote tafel de beste plek."),
    "Koele pleinen": ("square", "Het eerste plein, met de bomen die er al staan."),
    "Samen eten in De Hoven": ("oven", "Vers brood van de bakker op een plank bij de oven."),
}


def show(teller: Teller) -> None:
    """The initiator adds a picture to the plan, and one to the first news."""
    title = teller.story.title
    if title in PLANS:
        _add(teller, "initiative", teller.fresh(), *PLANS[title])
    news = Update.objects.filter(initiative=teller.initiative).select_related("initiative__area").first()
    if news and title in NEWS:
        _add(teller, "news", news, *NEWS[title])


def _add(teller: Teller, noun: str, thing: Initiative | Update, scene: str, alt: str) -> None:
    at = by_day(teller.now - timedelta(days=1 + teller.story.ago % 7, hours=1))
    add_drawn(teller, noun, thing, scene, alt, at)


def add_drawn(teller: Teller, noun: str, thing: Any, scene: str, alt: str, at: datetime) -> None:
    """Add a picture that we drew ourselves; no face in it can be recognised."""
    services.add_file(
        by=teller.initiator,
        holder=holders()[noun],
        thing=thing,
        subject=thing.public_id,
        upload=SimpleUploadedFile(f"{scene}.jpg", _drawn(scene)),
        alt=alt,
        credit="getekend voor de demo",
        has_consent=True,
        at=at,
    )


_drawn = cache(picture)
STEPS = (Step(85, show),)
