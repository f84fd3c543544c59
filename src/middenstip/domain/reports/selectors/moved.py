"""Which initiatives of an area moved last, and what moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from middenstip.domain.areas.models import level_of
from middenstip.domain.reports.selectors.sentences import TOLD
from middenstip.journal.models import Entry

POOL = 200  # the newest facts of an area; an initiative without one of them did not move lately


@dataclass(frozen=True)
class Move:
    """The last move of an initiative: when, and what in a few words (not translated)."""

    at: datetime
    short: str


def moved_in(kind: str, codes: Sequence[str]) -> dict[str, Move]:
    """The last move of each initiative in these areas, by its public id, newest first. One query."""
    found: dict[str, Move] = {}
    newest = Entry.objects.filter(public=True, **{f"{level_of(kind)}__in": codes}).order_by("-at", "-pk")
    for thread, fact, at in newest.values_list("thread", "kind", "at")[:POOL]:
        if thread and thread not in found and fact in TOLD:
            found[thread] = Move(at, TOLD[fact].short)
    return found
