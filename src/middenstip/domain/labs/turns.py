"""Whose turn it is in a lab.

| one host | who | ask |
|---|---|---|
| asked | the seat that was asked | say whether you host it |
| the check is more than a year old | that seat | do the check again |
| an idea waits on the wall | a seat that hosts the lab | let it pass, or take it away |
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.labs.lifecycle import ASKED, CLOSED, JOINED, LAPSED
from middenstip.domain.labs.models import LabHost, LabIdea
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
WALL = Move(
    "pass_idea",
    _noop("Er wacht een idee op de wand van %(words)s"),
    _noop("Lees en laat het zien"),
    "/lab/{}/ideeen/",
)


def rows_for(person: int, seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    """The same as rows of *Mijn* for a person in these seats (keys)."""
    mine = LabHost.objects.filter(seat__in=seats, lab__hidden__isnull=True).exclude(lab__state=CLOSED)
    shape = {"title": "lab__name", "target": "lab__public_id", "seat": "seat_id", "words": "lab__name"}
    shape |= {"context": "lab__area__name"}
    waits = LabIdea.objects.filter(lab=OuterRef("lab"), shown_at=None)
    hosts = mine.filter(Exists(waits), state=JOINED)
    return [
        rows(HOST, mine.filter(state=ASKED), **shape),
        rows(CHECK, mine.filter(state=LAPSED), **shape),
        rows(WALL, hosts, **shape),
    ]


TURNS = Turns((HOST, CHECK, WALL), rows_for)
