"""Whose turn it is around gatherings.

| what | who | ask |
|---|---|---|
| a gathering is over, and nothing was said about it | the host | round it off |
| a line of the notes was not asked again in a terugkomsessie | the host | what came of it? |
| a lottery was announced | the host | draw the lots |
| somebody was drawn | that person | do you come? |
| an institution was invited into a process | the seat that was invited | give an answer |
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.gatherings.lifecycle import ANNOUNCED, ASKED, ASKED_BY_LOT, HELD, REVIEW, SEALED
from middenstip.domain.gatherings.models import Came, Gathering, Lot, Lottery, NoteLine, ProcessInvite
from middenstip.kernel.turn import Move, Turns, rows

PAGE = "/bijeenkomst/{}/"
HOLD = Move(
    "hold_gathering",
    _noop("Deze bijeenkomst is geweest. Wat kwam ervan? %(words)s"),
    _noop("Rond haar af"),
    PAGE,
)
ASK_AGAIN = Move(
    "ask_again",
    _noop("Vraag in de terugkomsessie wat er van elke afspraak kwam: %(words)s"),
    _noop("Schrijf het op"),
    f"{PAGE}#teruggekomen",
)
DRAW = Move("draw_lots", _noop("Trek de loten voor: %(words)s"), _noop("Naar de loting"), "/loting/{}/")
BY_LOT = Move("answer_lot", _noop("Je bent geloot. Kom je? %(words)s"), _noop("Geef antwoord"), "/loting/{}/")
INVITED = Move("answer_process", _noop("Doe je mee? %(words)s"), _noop("Geef antwoord"), "/gevraagd/{}/")


def rows_for(person: int, seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    """The same as rows of *Mijn* for this person (a key) in these seats (keys)."""
    own = Gathering.objects.public().filter(person=person)
    over = own.filter(state=ANNOUNCED, ends_at__date__lt=today)
    told = Came.objects.filter(review=OuterRef(OuterRef("pk")), line=OuterRef("pk"))
    left = NoteLine.objects.filter(~Exists(told), gathering=OuterRef("reviews")).exclude(noun="")
    again = own.filter(Exists(left), kind=REVIEW, state=HELD)
    asked = ProcessInvite.objects.filter(seat__in=seats, state=ASKED)
    shape = {"title": "title", "words": "title", "context": "area__name"}
    lots = Lottery.objects.filter(gathering__in=own.filter(state=ANNOUNCED), state=SEALED)
    drawn = Lot.objects.filter(person=person, state=ASKED_BY_LOT, lottery__gathering__state=ANNOUNCED)
    at = {"title": "gathering__title", "words": "gathering__title", "context": "gathering__area__name"}
    lot = {key: f"lottery__{path}" for key, path in at.items()} | {"target": "lottery__public_id"}
    invited = {"title": "what_for", "words": "what_for", "context": "initiative__title"}
    return [
        rows(HOLD, over, **shape),
        rows(ASK_AGAIN, again, **shape),
        rows(DRAW, lots, **at),
        rows(BY_LOT, drawn, due="until_on", **lot),
        rows(INVITED, asked, seat="seat_id", due="due_on", **invited),
    ]


TURNS = Turns((HOLD, ASK_AGAIN, DRAW, BY_LOT, INVITED), rows_for)
