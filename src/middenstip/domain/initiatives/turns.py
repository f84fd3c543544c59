"""Whose turn it is when only the initiator can act: a draft, looking for partners, an offer of help.

| stage or thing | who | ask |
|---|---|---|
| draft | the initiator | finish it and send it |
| connecting, without a verbinder | the initiator | open a table |
| an offer of help | the initiator | answer it |

What a desk, a table or an agreement asks is in the `turns` of those rooms.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.initiatives.lifecycle import CONNECTING, DRAFT, STAGES
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.kernel.turn import Move, Turn, Turns, Who, rows, turn_for

PAGE = "/initiatief/{}/"
WRITE = Move("draft", _noop("Maak je idee af en verstuur het."), _noop("Ga verder"), PAGE)
OPEN_TABLE = Move(
    "open_table",
    _noop("Open een tafel en nodig alle drie de helften uit."),
    _noop("Open een tafel"),
    f"{PAGE}tafel/",
)
HELP = Move(
    "help",
    _noop("Geef antwoord op een aanbod om te helpen: %(words)s"),
    _noop("Lees het aanbod"),
    f"{PAGE}#wie",
)
UNLED = Move(
    "unled",
    _noop("De initiatiefnemer is weg. Sluit dit initiatief af."),
    _noop("Stop met dit initiatief"),
    f"{PAGE}stoppen/",
)
UNLED_ALONE = Move(
    "unled_alone",
    _noop("De initiatiefnemer is weg. Open een tafel, of sluit dit initiatief af."),
    _noop("Open een tafel"),
    f"{PAGE}tafel/",
)
MOVES = (WRITE, OPEN_TABLE, HELP, UNLED, UNLED_ALONE)


def turn(initiative: Initiative) -> Turn | None:
    """Whose turn it is when only the initiator can act; else None, and the desk decides it."""
    if initiative.stage == DRAFT:
        return turn_for(WRITE, initiative.public_id, initiator_of(initiative), person=initiative.initiator_id)
    if initiative.stage != CONNECTING or initiative.connector_id or initiative.initiator.erased_at:
        return None
    return turn_for(
        OPEN_TABLE, initiative.public_id, initiator_of(initiative), person=initiative.initiator_id
    )


def offer_turn(offer: Partner) -> Turn | None:
    """Whose turn it is about one offer of help (read with its initiative)."""
    initiative = offer.initiative
    if offer.state != "offered" or not STAGES.acts(initiative.stage) or initiative.initiator.erased_at:
        return None
    return turn_for(
        HELP,
        initiative.public_id,
        initiator_of(initiative),
        person=initiative.initiator_id,
        words=offer.brings,
        since=offer.offered_at,
    )


def initiator_of(initiative: Initiative) -> Who:
    """The initiator in words, in the seat in which the idea was submitted."""
    seat = initiative.seat
    return Who(initiative.initiator.shown_name, seat.label, seat.half)


def desk_of(initiative: Initiative) -> Who:
    """The desk of the gemeente, no person in particular."""
    return Who(_("De balie"), initiative.municipality.name, "overheid")


def rows_for(person: int, seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    """The same as rows of *Mijn* for this person (a key)."""
    mine = Initiative.objects.filter(initiator=person)
    alone = mine.filter(stage=CONNECTING, connector=None)
    offers = Partner.objects.filter(initiative__initiator=person, state="offered")
    offers = offers.exclude(initiative__stage__in=STAGES.ends)
    about = {"title": "initiative__title", "words": "brings"}
    return [
        rows(WRITE, mine.filter(stage=DRAFT), title="title", context="area__name"),
        rows(OPEN_TABLE, alone, title="title", context="area__name"),
        rows(HELP, offers, target="initiative__public_id", **about),
    ]


TURNS = Turns(MOVES, rows_for)
