"""Whose turn it is in an introduction or a movement, and what is asked of the owner of a need or offer.

| state | who | ask |
|---|---|---|
| somebody asks to meet | the owner | say yes or no |
| a deal whose last day has come | both | say that it is done, or not |
| nobody confirmed it for half a year | the owner | is it still true? |
| a movement asks an initiative to join | its initiator | say yes or no |
| an initiative asks to join a movement | everyone who is in it | say yes or no |
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.matching.lifecycle import AGREED, ASKED, ENDED, INVITED, JOINED, LISTED, WANTS
from middenstip.domain.matching.models import Introduction, Listing, MovementMember
from middenstip.kernel.turn import Move, Turns, rows, short

ANSWER = Move(
    "meet",
    _noop("Wil je kennismaken? Het gaat over: %(words)s"),
    _noop("Zeg ja of nee"),
    "/kennismaking/{}/",
    fill=short,
)
FINISH = Move(
    "deal",
    _noop("Is het gelukt? Jullie spraken af: %(words)s"),
    _noop("Zeg of het gelukt is"),
    "/kennismaking/{}/",
    fill=short,
)
CONFIRM = Move(
    "still",
    _noop("Klopt dit nog: %(words)s?"),
    _noop("Zeg of het nog klopt"),
    "/vraag-en-aanbod/{}/",
    fill=short,
)
JOIN = Move(
    "join_movement",
    _noop("Doet je initiatief mee met de beweging %(words)s?"),
    _noop("Zeg ja of nee"),
    "/beweging/{}/",
    fill=short,
)
LET_IN = Move(
    "let_in_movement",
    _noop("Een initiatief wil meedoen met de beweging %(words)s"),
    _noop("Zeg ja of nee"),
    "/beweging/{}/",
    fill=short,
)
MOVES = (ANSWER, FINISH, CONFIRM, JOIN, LET_IN)


def rows_for(person: int, seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    """The same as rows of *Mijn* for this person (a key)."""
    named = Introduction.objects.annotate(about=Coalesce("listing__title", "initiative__title"))
    asked = named.filter(owner=person, state=ASKED, asker__erased_at=None)
    due = named.filter(Q(asker=person) | Q(owner=person), state=AGREED, agreement="", due_on__lte=today)
    old = Listing.objects.filter(person=person, state__in=LISTED, asked_at__isnull=False, until_on__gte=today)
    told = {"target": "movement__public_id", "words": "movement__title"}
    members = MovementMember.objects.filter(movement__hidden__isnull=True).exclude(movement__state=ENDED)
    invited = members.filter(state=INVITED, initiative__initiator=person)
    own = members.filter(state=JOINED, initiative__initiator=person).values("movement")
    wanting = members.filter(state=WANTS, movement__in=own)
    return [
        rows(JOIN, invited, title="initiative__title", **told),
        rows(LET_IN, wanting, title="initiative__title", **told),
        rows(ANSWER, asked, title="about", words="about"),
        rows(FINISH, due, title="about", words="about", due="due_on"),
        rows(CONFIRM, old.filter(hidden__isnull=True), title="title", words="title"),
    ]


TURNS = Turns(MOVES, rows_for)
