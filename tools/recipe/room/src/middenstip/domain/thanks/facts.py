"""The facts about thanks. The subject of each fact is the thanks."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class ThanksGiven(Fact):
    """A seat gave thanks."""

    kind = "thanks.given"
