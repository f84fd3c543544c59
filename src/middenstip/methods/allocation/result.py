"""What comes out of a count, and why, plan by plan."""

from __future__ import annotations

from functools import cached_property

from .counted import Counted
from .fate import Fate, fates
from .sentences import sentences


class Result(Counted):
    """The outcome of one count; ``fates`` and ``sentences`` explain it."""

    @cached_property
    def fates(self) -> tuple[Fate, ...]:
        """For every plan why it won or lost. Costs a replay of the count."""
        return fates(self)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The whole outcome in plain Dutch: first the count, then one sentence for every plan."""
        return sentences(self, self.fates)
