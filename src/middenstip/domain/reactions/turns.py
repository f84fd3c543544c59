"""Whose turn it is in a reaction.

| reaction | who | ask |
|---|---|---|
| a concern or question without an answer, while the initiative runs | the initiator | answer it |
| the same at a table without an initiative | the seat that opened the table | answer it |
| the initiator was erased, the thing has ended, or any other reaction | nobody | |
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.goals.lifecycle import GOAL
from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.initiatives.turns import initiator_of
from middenstip.domain.reactions.models import Reaction
from middenstip.kernel.contact import masked
from middenstip.kernel.turn import Move, Turn, Turns, Who, rows, short, turn_for

REPLY = Move(
    "reply",
    _noop("Geef antwoord: %(words)s"),
    _noop("Geef antwoord"),
    "/reactie/{}/#antwoord",
    fill=lambda text: short(masked(text)),
)
MOVES = (REPLY,)


def turn(reaction: Reaction) -> Turn | None:
    """Whose turn it is (read with its talk and the initiative or goal of that); None when nobody's."""
    talk = reaction.talk
    if not reaction.waits or (talk.goal and not GOAL.acts(talk.goal.state)):
        return None
    initiative = talk.initiative
    if initiative is None:
        seat = talk.goal.raised_by  # type: ignore[union-attr]  # a talk has one of both
        who = Who(seat.label, half=seat.half)
        return turn_for(
            REPLY, reaction.public_id, who, seats=[seat.pk], words=reaction.text, since=reaction.at
        )
    if initiative.initiator.erased_at or not STAGES.acts(initiative.stage):
        return None
    return turn_for(
        REPLY,
        reaction.public_id,
        initiator_of(initiative),
        person=initiative.initiator_id,
        words=reaction.text,
        since=reaction.at,
    )


def rows_for(person: int, seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    """The same as rows of *Mijn* for this person (a key) in these seats (keys)."""
    waits = Reaction.objects.filter(waits=True).exclude(talk__goal__state__in=GOAL.ends)
    mine = waits.filter(talk__initiative__initiator=person)
    mine = mine.exclude(talk__initiative__stage__in=STAGES.ends)
    table = waits.filter(talk__initiative=None, talk__goal__raised_by__in=seats)
    return [
        rows(REPLY, mine, title="talk__initiative__title", words="text"),
        rows(REPLY, table, title="talk__goal__title", words="text", seat="talk__goal__raised_by_id"),
    ]


TURNS = Turns(MOVES, rows_for)
