"""A thank-you for the first food forest."""

from __future__ import annotations

from middenstip.domain.thanks import services

from middenstip.demo.rooms.step import Step
from middenstip.demo.teller import Teller

THANKS = {"Voedselbos Lettele": ("gerrit", "Mijn kleinkinderen plukken nu zelf.")}


def thank(teller: Teller) -> None:
    if teller.story.title in THANKS:
        who, text = THANKS[teller.story.title]
        services.give_thanks(by=teller.cast[who], initiative=teller.fresh(), text=text, at=teller.at())


STEPS = (Step(85, thank),)
