"""Whose turn it is in a ballot.

| ballot | who | ask |
|---|---|---|
| open | every seat on the roll that has not voted | vote |
| counted | nobody: the table decides what follows | |
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import TruncDate
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.deliberation.lifecycle import OPEN
from middenstip.domain.deliberation.models import Voter
from middenstip.kernel.turn import Move, Turns, rows

VOTE = Move("vote", _noop("Stem: %(words)s"), _noop("Stem"), "/stemming/{}/")
MOVES = (VOTE,)


def rows_for(person: int, seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    """The ballots in which one of these seats (keys) can still vote."""
    waits = Voter.objects.filter(seat__in=seats, has_voted=False, ballot__state=OPEN)
    waits = waits.annotate(closes_on=TruncDate("ballot__closes_at"))
    told = {"target": "ballot__public_id", "title": "ballot__goal__title", "words": "ballot__question"}
    return [rows(VOTE, waits, **told, seat="seat_id", due="closes_on")]


TURNS = Turns(MOVES, rows_for)
