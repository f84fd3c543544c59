"""What people say about the initiatives of the demo, with the answers of the initiators."""

from __future__ import annotations

from datetime import timedelta

from middenstip.demo.rooms.step import Step
from middenstip.demo.teller import Teller, by_day
from middenstip.domain.reactions import services


def react(teller: Teller) -> None:
    """The oldest reaction first: one a day, the last one two days ago."""
    said = teller.story.said
    initiative = teller.fresh() if said else None
    for number, one in enumerate(said):
        at = by_day(teller.now - timedelta(days=1 + len(said) - number))
        assert initiative
        reaction = services.place_reaction(
            by=teller.cast[one.who], about=initiative, kind=one.kind, text=one.text, at=at
        )
        for who in one.familiar:
            services.recognise(by=teller.cast[who], reaction=reaction, at=at + timedelta(minutes=20))
        if one.answer:
            at += timedelta(hours=2)
            services.reply(by=teller.initiator, reaction=reaction, text=one.answer, at=at)


STEPS = (Step(85, react),)
