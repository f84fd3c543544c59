"""Tells one story of the demo: the state so far, and the moment of the next act."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone

from middenstip.demo.stories import Story
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Seat
from middenstip.kernel.actor import Actor


class Teller:
    """Tells one story from its first day, with a few days between acts, never after today.

    The steps of the rooms read the `story`, act as people of the `cast` at a moment from `at()`, and set
    `initiative` and `goal` for later steps. A step that ends the story sets `is_over`.
    """

    initiative: Initiative
    goal: Goal | None = None
    is_over = False

    def __init__(self, story: Story, cast: dict[str, Actor], now: datetime) -> None:
        self.story, self.cast, self.now = story, cast, now
        self.begin = by_day(now - timedelta(days=story.ago))
        self.initiator = cast[story.who]
        self._steps = self._moments()

    def at(self) -> datetime:
        """The moment of the next act."""
        return next(self._steps)

    def seat(self, who: str) -> Seat:
        """The seat of a member of the cast."""
        return Seat.objects.get(pk=self.cast[who].seat_id)

    def fresh(self) -> Initiative:
        """The initiative as it is now in the database."""
        around = ("area", "municipality", "district", "seat")
        return Initiative.objects.select_related(*around).get(pk=self.initiative.pk)

    def _moments(self) -> Iterator[datetime]:
        """Ever later moments between the first day and now: first close together, then further apart."""
        last = self.now - timedelta(minutes=30)
        left = last - self.begin
        while True:
            left *= self.story.pace
            yield min(by_day(last - left), last)


def by_day(moment: datetime) -> datetime:
    """The same day between nine and nine, in the same order, because nobody signs at four in the morning."""
    local = timezone.localtime(moment)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + timedelta(hours=9) + (local - midnight) / 2
