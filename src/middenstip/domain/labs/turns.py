"""Whose turn it is in a lab.

| one host | who | ask |
|---|---|---|
| asked | the seat that was asked | say whether you host it |
| the check is more than a year old | that seat | do the check again |
| an idea waits on the wall | a seat that hosts the lab | let it pass, or take it away |
| somebody wants to have a look | a seat that hosts the lab | name a day and a time, or say no |
| a person took a task | that person | do it |
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.labs.lifecycle import ASKED, BUSY, CLOSED, JOINED, LAPSED, WISHED
from middenstip.domain.labs.models import LabHost, LabIdea, LabTask, LabVisit
from middenstip.kernel.turn import Move, Turns, rows

LAB = "lab__public_id"
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


VISIT = Move(
    "answer_visit",
    _noop("Iemand wil een kijkje nemen: %(words)s"),
    _noop("Kies een tijd, of zeg nee"),
    "/bezoek/{}/",
)
TASK = Move("lab_task", _noop("Jij pakte dit op: %(words)s"), _noop("Naar het bord"), "/lab/{}/taken/")


def rows_for(person: int, seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    """The same as rows of *Mijn* for a person in these seats (keys)."""
    mine = LabHost.objects.filter(seat__in=seats, lab__hidden__isnull=True).exclude(lab__state=CLOSED)
    shape = {"title": "lab__name", "target": LAB, "seat": "seat_id", "words": "lab__name"}
    shape |= {"context": "lab__area__name"}
    waits = LabIdea.objects.filter(lab=OuterRef("lab"), shown_at=None)
    hosts = mine.filter(Exists(waits), state=JOINED)
    tasks = LabTask.objects.filter(person=person, state=BUSY, lab__hidden__isnull=True)
    visits = LabVisit.objects.filter(
        state=WISHED,
        place__lab__hidden__isnull=True,
        place__lab__hosts__seat__in=seats,
        place__lab__hosts__state=JOINED,
    )
    at_place = {"title": "place__name", "words": "place__name", "context": "place__lab__name"}
    return [
        rows(HOST, mine.filter(state=ASKED), **shape),
        rows(CHECK, mine.filter(state=LAPSED), **shape),
        rows(WALL, hosts, **shape),
        rows(VISIT, visits, seat="place__lab__hosts__seat_id", due="due_on", **at_place),
        rows(TASK, tasks, due="due_on", title="text", words="text", context="lab__name", target=LAB),
    ]


TURNS = Turns((HOST, CHECK, WALL, VISIT, TASK), rows_for)
