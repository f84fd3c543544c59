"""Plays the stories: every act uses the same journeys as the site, each on its own day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from middenstip.demo.cast import CAST, Member, invite
from middenstip.demo.crowd import CROWD
from middenstip.demo.rooms import STEPS
from middenstip.demo.stories import STORIES
from middenstip.demo.teller import Teller

PEOPLE: tuple[Member, ...] = (*CAST, *CROWD)


def play(now: datetime, say: Callable[[str], object] = str) -> int:
    """Play all stories until `now`; returns the number of initiatives. Run it on an area without any.

    `say` gets a sentence before each piece of work, for somebody who waits for it.
    """
    say(f"Ik verzin {len(PEOPLE)} mensen en hun organisaties.")
    cast = invite(PEOPLE, now - timedelta(days=800))
    for number, story in enumerate(STORIES, start=1):
        say(f"Ik vertel verhaal {number} van {len(STORIES)}: {story.title}.")
        teller = Teller(story, cast, now)
        for step in STEPS:
            if not teller.is_over:
                step.tell(teller)
    return len(STORIES)
