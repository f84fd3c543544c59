"""Whose turn it is in a lab.

| one host | who | ask |
|---|---|---|
| asked | the seat that was asked | say whether you host it |
| the check is more than a year old | that seat | do the check again |
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.labs.lifecycle import ASKED, CLOSED, LAPSED
from middenstip.domain.labs.models import LabHost
from middenstip.kernel.turn import Move, Turns, rows

HOST = Move(
    "host_lab", _noop("Draag je dit lab mee? %(words)s"), _noop("Lees en zeg ja of nee"), "/lab/{}/#wie"
)
CHECK = Move(
    "check_role",
    _noop("Je rolcheck is een jaar oud. Doe hem opnieuw: %(words)s"),
    _noop("Doe de rolcheck"),
    "/lab/{}/#wie",
)


def rows_for(person: int, seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    """The same as rows of *Mijn* for a person in these seats (keys)."""
    mine = LabHost.objects.filter(seat__in=seats, lab__hidden__isnull=True).exclude(lab__state=CLOSED)
    shape = {"title": "lab__name", "target": "lab__public_id", "seat": "seat_id", "words": "lab__name"}
    shape |= {"context": "lab__area__name"}
    return [rows(move, mine.filter(state=state), **shape) for move, state in ((HOST, ASKED), (CHECK, LAPSED))]


TURNS = Turns((HOST, CHECK), rows_for)
