"""Whose turn it is at the desk, for a case and for an action.

| state of the case | who | ask |
|---|---|---|
| new | the desk, no person in particular | take it |
| in hand, neither confirmed | handler and initiator | talk, and both confirm |
| in hand, one confirmed | the other one | confirm |
| in hand, the initiator was erased | the handler (new: the desk) | stop it |
| started | the handler | answer |
| in hand or started, the handler left | the desk, no person in particular | take it over |
| decided, a verbinder looks for a way | the verbinder | find people and a place |
| the same, the verbinder left | the desk, no person in particular | continue the search |
| decided otherwise, the initiator was erased | the desk, no person in particular | open a table, or stop |
| decided otherwise, stopped, or ended | nobody: the initiative has the turn | |

A next step that the handler wrote down replaces the sentence, whenever it is the handler's turn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.initiatives.lifecycle import CONNECTING, STAGES
from middenstip.domain.initiatives.turns import UNLED, UNLED_ALONE, initiator_of
from middenstip.domain.intake.lifecycle import (
    ASSESSED,
    DECIDED,
    GRANTED,
    IN_HAND,
    INCOMPLETE,
    NEW,
    PARTLY,
    SENT,
    STARTED,
    STOPPED,
    TALK,
)
from middenstip.domain.intake.models import Action, Case, Challenge
from middenstip.domain.parties.rules import CONNECTOR, HANDLER
from middenstip.domain.parties.selectors import working
from middenstip.kernel.clock import is_past
from middenstip.kernel.turn import Move, Turn, Turns, Who, rows, turn_for

WRITING = (TALK, INCOMPLETE)  # the initiator still writes it
PAGE = "/balie/zaak/{}/"
TAKE = Move("take", _noop("Iemand van de balie neemt dit idee aan."), _noop("Neem ik"), PAGE)
TAKE_OVER = Move("take_over", _noop("Een collega neemt deze zaak over."), _noop("Neem ik"), PAGE)
START = Move(
    "start",
    _noop("Praat met elkaar en bevestig allebei hoe jullie beginnen."),
    _noop("Lees en bevestig"),
    f"{PAGE}#start",
    is_own=True,
)
CONFIRM = Move(
    "confirm", _noop("Bevestig hoe jullie beginnen."), _noop("Lees en bevestig"), f"{PAGE}#start", is_own=True
)
CONFIRM_MINE = Move(
    "confirm_mine",
    _noop("Lees de startverklaring en bevestig haar."),
    _noop("Lees en bevestig"),
    f"{PAGE}#start",
)
ANSWER = Move(
    "decide", _noop("Geef antwoord op het idee."), _noop("Geef antwoord"), f"{PAGE}#uitslag", is_own=True
)
SEARCH = Move(
    "search",
    _noop("Dit past in geen hokje. Zoek mensen en een plek die hierbij passen."),
    _noop("Open een tafel"),
    "/initiatief/{}/tafel/",
)
TAKE_SEARCH = Move(
    "take_search", _noop("Een andere verbinder zoekt verder naar de weg."), _noop("Ik zoek de weg"), PAGE
)
DO = Move("action", _noop("Doe: %(words)s"), _noop("Ga naar de zaak"), PAGE)
BACK = Move("back", _noop("De tijd is om, neem het terug: %(words)s"), _noop("Ga naar de zaak"), PAGE)
ASKED = Move("asked", _noop("Neem je dit over? %(words)s"), _noop("Geef antwoord"), PAGE)
CARRIED = Move("carried", "%(words)s", _noop("Geef de aap terug"), "/mijn/terug/{}/")
CHALLENGE_WRITE = Move(
    "write_challenge", _noop("Vul je uitdaging aan en verstuur die."), _noop("Vul aan"), "/uitdaging/{}/"
)
CHALLENGE_CHECK = Move(
    "check_challenge", _noop("Kijk of de uitdaging volledig is."), _noop("Bekijk"), "/uitdaging/{}/"
)
CHALLENGE_DECIDE = Move(
    "decide_challenge", _noop("Geef antwoord op de uitdaging."), _noop("Geef antwoord"), "/uitdaging/{}/"
)
CHALLENGE_AGREE = Move(
    "agree_challenge", _noop("Schrijf de overeenkomst over de taak."), _noop("Schrijf"), "/uitdaging/{}/"
)
CHALLENGED = {
    SENT: CHALLENGE_CHECK,
    ASSESSED: CHALLENGE_DECIDE,
    GRANTED: CHALLENGE_AGREE,
    PARTLY: CHALLENGE_AGREE,
}
MOVES = (
    *(CHALLENGE_WRITE, CHALLENGE_CHECK, CHALLENGE_DECIDE, CHALLENGE_AGREE),
    *(TAKE, TAKE_OVER, START, CONFIRM, CONFIRM_MINE, ANSWER, SEARCH, TAKE_SEARCH),
    *(DO, BACK, ASKED, CARRIED),
)


@dataclass(frozen=True)
class CaseAt:
    """The data of a case from which its turn follows. A handler or verbinder is None after leaving."""

    public_id: str
    initiative: str  # its public id
    stage: str
    state: str
    initiator: Who
    desk: Who
    person: int  # the key of the initiator
    is_gone: bool = False  # the initiator was erased
    handler: Who | None = None
    handler_seat: int = 0
    connector: Who | None = None
    connector_seat: int = 0  # 0: no verbinder was asked to look for a way
    next_step: str = ""
    moved_at: datetime | None = None
    due_on: date | None = None
    initiator_confirmed: bool = False
    handler_confirmed: bool = False

    @property
    def is_searched(self) -> bool:
        """Whether a verbinder looks for a way, or should."""
        return self.state == DECIDED and self.stage == CONNECTING and self.connector_seat != 0

    @property
    def is_lost(self) -> bool:
        """Whether the verbinder who looked for a way left the seat or lost the role."""
        return self.is_searched and self.connector is None

    @property
    def is_left(self) -> bool:
        """Whether the handler left the seat or lost the role while the case runs."""
        return self.state in (IN_HAND, STARTED) and self.handler is None

    @property
    def is_unled(self) -> bool:
        """Whether the initiator was erased before both confirmed: the desk can only end it."""
        return self.is_gone and self.state in (NEW, IN_HAND)

    @property
    def is_over(self) -> bool:
        return self.state == STOPPED or not STAGES.acts(self.stage)


def turn(case: CaseAt) -> Turn | None:
    """Whose turn it is; None once the desk is done."""
    if case.is_over:
        return None
    if case.state == DECIDED:
        return _searching(case) if case.is_searched else _alone(case)
    if case.is_unled:
        seats = (case.handler_seat,) if case.handler else ()
        return turn_for(UNLED, case.initiative, case.handler or case.desk, seats=seats, since=case.moved_at)
    if case.handler is None:
        return _at(case, TAKE if case.state == NEW else TAKE_OVER, case.desk)
    if case.state == STARTED:
        return _at(case, ANSWER, case.handler, seats=(case.handler_seat,), words=case.next_step)
    return _starting(case, case.handler)


def _searching(case: CaseAt) -> Turn:
    if case.connector is None:
        return _at(case, TAKE_SEARCH, case.desk)
    seats = (case.connector_seat,)
    return turn_for(SEARCH, case.initiative, case.connector, seats=seats, since=case.moved_at)


def _alone(case: CaseAt) -> Turn | None:
    """When the initiator was erased, the desk must find partners for the initiative, or end it."""
    if case.stage != CONNECTING or not case.is_gone:
        return None
    return turn_for(UNLED_ALONE, case.initiative, case.desk, since=case.moved_at)


def _starting(case: CaseAt, handler: Who) -> Turn:
    """The start waits for a confirmation; a next step written by the handler replaces the sentence."""
    if case.handler_confirmed:
        return _at(case, CONFIRM_MINE, case.initiator, person=case.person)
    seats = (case.handler_seat,)
    if case.initiator_confirmed:
        return _at(case, CONFIRM, handler, seats=seats, words=case.next_step)
    names = _("%(one)s en %(other)s") % {"one": handler.name, "other": case.initiator.name}
    return _at(case, START, Who(names), seats=seats, person=case.person, words=case.next_step)


def _at(
    case: CaseAt, move: Move, who: Who, *, seats: Sequence[int] = (), person: int = 0, words: str = ""
) -> Turn:
    return turn_for(
        move,
        case.public_id,
        who,
        seats=seats,
        person=person,
        words=words,
        since=case.moved_at,
        due=case.due_on,
    )


def action_turn(action: Action, today: date) -> Turn | None:
    """Whose turn an action is: its owner's, unless another seat carries it until a day.

    The action is read with its seats and its case.
    """
    initiative = action.case.initiative
    if action.state != "open":
        return None
    has_ended = is_past(action.carried_until, today)
    if action.carrier and not has_ended:
        seat, move, due = action.carrier, CARRIED, action.carried_until
    else:
        seat, move, due = action.owner, *((BACK, action.carried_until) if has_ended else (DO, action.due_on))
    of_initiator = move is not CARRIED and seat.pk == initiative.seat_id
    who = initiator_of(initiative) if of_initiator else Who(seat.label, half=seat.half)
    person = initiative.initiator_id if of_initiator else 0
    target = action.public_id if move is CARRIED else action.case.public_id
    return turn_for(move, target, who, seats=[seat.pk], person=person, words=action.text, due=due)


def challenge_turn(challenge: Challenge) -> Turn | None:
    """Whose turn a challenge is: the initiator's until it is sent, then the handler's until an agreement."""
    case = challenge.case
    told: dict[str, Any] = {"due": challenge.due_on}
    if challenge.state in WRITING:
        who = initiator_of(case.initiative)
        return turn_for(CHALLENGE_WRITE, challenge.public_id, who, person=case.initiative.initiator_id)
    if challenge.state in CHALLENGED and case.handler:
        who = Who(case.handler.label, half=case.handler.half)
        move = CHALLENGED[challenge.state]
        return turn_for(move, challenge.public_id, who, seats=[case.handler.pk], **told)
    return None


# The same rules as conditions on cases, for the bins of the inbox and the rows of *Mijn*.
RUNNING = Q(state__in=[IN_HAND, STARTED])
SEARCHED = Q(state=DECIDED, initiative__stage=CONNECTING, initiative__connector__isnull=False)
_STAYS = Q(initiative__initiator__erased_at=None)
WAITS_FOR_INITIATOR = _STAYS & Q(
    state=IN_HAND, handler_confirmed_at__isnull=False, initiator_confirmed_at=None
)


def waits_for_desk(case: Case) -> bool:
    """Whether an answer of the desk, or the way of a verbinder, is still to come: its term runs."""
    initiative = case.initiative
    if not STAGES.acts(initiative.stage):
        return False
    is_searched = initiative.stage == CONNECTING and initiative.connector_id is not None
    return case.state in (NEW, IN_HAND, STARTED) or (case.state == DECIDED and is_searched)


def nobodys(on: date) -> Q:
    """Cases without a handler, or whose handler (or verbinder, when it is that one's turn) left the seat or
    lost the role: a colleague must take them."""
    return Q(state=NEW) | (RUNNING & ~_handled(on)) | (SEARCHED & ~_connected(on))


def _handled(on: date) -> Q:
    return Q(handler__in=working(HANDLER, on).values("seat"))


def _connected(on: date) -> Q:
    return Q(initiative__connector__in=working(CONNECTOR, on).values("seat"))


def rows_for(person: int, seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    """The same as rows of *Mijn* for this person (a key) in these seats (keys)."""
    return [*_cases(person, seats, today), *_actions(person, seats, today), *_challenges(person, seats)]


def _cases(person: int, seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    handled = Case.objects.exclude(initiative__stage__in=STAGES.ends).filter(_handled(today))
    mine, told = handled.filter(handler__in=seats), handled.filter(initiative__initiator=person)
    fresh = Q(state=IN_HAND, initiator_confirmed_at=None, handler_confirmed_at=None)
    half = Q(state=IN_HAND, initiator_confirmed_at__isnull=False, handler_confirmed_at=None)
    searched = Case.objects.filter(SEARCHED, _connected(today), initiative__connector__in=seats)
    of = {"title": "initiative__title", "due": "due_on"}
    at = of | {"seat": "handler_id", "words": "next_step"}
    about = {"target": "initiative__public_id", "title": "initiative__title"}
    unled = mine.filter(state=IN_HAND, initiative__initiator__erased_at__isnull=False)
    return [
        rows(START, mine.filter(fresh, _STAYS), **at),
        rows(START, told.filter(fresh), **of, words="next_step"),
        rows(CONFIRM, mine.filter(half, _STAYS), **at),
        rows(CONFIRM_MINE, told.filter(WAITS_FOR_INITIATOR), **of),
        rows(ANSWER, mine.filter(state=STARTED), **at),
        rows(SEARCH, searched, seat="initiative__connector_id", **about),
        rows(UNLED, unled, seat="handler_id", **about),
    ]


def _challenges(person: int, seats: Sequence[int]) -> list[QuerySet[Any, Any]]:
    title = {"title": "case__initiative__title"}
    mine = Challenge.objects.filter(state__in=WRITING, case__initiative__initiator=person)
    handled = Challenge.objects.filter(case__handler__in=seats)
    asked = {"seat": "case__handler_id", "due": "due_on", **title}
    return [
        rows(CHALLENGE_WRITE, mine, **title),
        rows(CHALLENGE_CHECK, handled.filter(state=SENT), **asked),
        rows(CHALLENGE_DECIDE, handled.filter(state=ASSESSED), **asked),
        rows(CHALLENGE_AGREE, handled.filter(state__in=(GRANTED, PARTLY)), **asked),
    ]


def _actions(person: int, seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    running = Action.objects.filter(state="open")
    about = {"title": "case__initiative__title", "words": "text"}
    case = {"target": "case__public_id"} | about
    asked = running.filter(asked__in=seats, asked_until__gte=today)  # expired requests cannot be accepted
    mine = Q(case__initiative__initiator=person, owner=F("case__initiative__seat"))  # also in another seat
    owned = running.filter(Q(owner__in=seats) | mine)
    over = owned.filter(carried_until__lt=today)  # the owner may take the action back
    carried = running.filter(carrier__in=seats).exclude(carried_until__lt=today)
    return [
        rows(DO, owned.filter(carrier=None), seat="owner_id", due="due_on", **case),
        rows(BACK, over, seat="owner_id", due="carried_until", **case),
        rows(ASKED, asked, seat="asked_id", due="asked_until", **case),
        rows(CARRIED, carried, seat="carrier_id", due="carried_until", **about),
    ]


TURNS = Turns(MOVES, rows_for)
