"""Whose turn it is in a signal.

| signal | who | ask |
|---|---|---|
| reported | the desk of the area, no person in particular | say which seat must answer |
| addressed or being studied | the seat where it lies | answer |
| answered, bundled or withdrawn | nobody | |
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.signals.lifecycle import ADDRESSED, REPORTED, STUDIED
from middenstip.domain.signals.models import Signal
from middenstip.kernel.contact import masked
from middenstip.kernel.turn import Move, Turn, Turns, Who, rows, short, turn_for

ROUTE = Move("route_signal", _noop("Zeg welke zetel antwoordt."), _noop("Stuur door"), "/signaal/{}/#door")
ANSWER = Move(
    "answer_signal",
    _noop("Geef antwoord op het signaal: %(words)s"),
    _noop("Geef antwoord"),
    "/signaal/{}/#antwoord",
    fill=lambda text: short(masked(text)),
)
MOVES = (ROUTE, ANSWER)


def turn(signal: Signal) -> Turn | None:
    """Whose turn it is (read with its seat); None when nobody's."""
    told: dict[str, Any] = {"words": signal.title, "since": signal.at, "due": signal.due_on}
    if signal.state == REPORTED:
        return turn_for(ROUTE, signal.public_id, Who(_("de balie")), **told)
    if signal.state in (ADDRESSED, STUDIED) and signal.to:
        who = Who(signal.to.label, half=signal.to.half)
        return turn_for(ANSWER, signal.public_id, who, seats=[signal.to.pk], **told)
    return None


def rows_for(person: int, seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    """The same as rows of *Mijn* for these seats (keys)."""
    waits = Signal.objects.filter(to__in=seats, state__in=(ADDRESSED, STUDIED))
    return [rows(ANSWER, waits, title="title", words="title", seat="to_id", due="due_on")]


TURNS = Turns(MOVES, rows_for)
