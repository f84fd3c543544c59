"""Whose turn it is at a table, and about an invitation to it.

| state of the table | who | ask |
|---|---|---|
| no seat at the table | nobody in particular | join |
| gathering | every seat at the table | invite the missing half |
| writing | every seat that counts and has not written | write |
| writing, all that count have written | every seat at the table | open the letters |
| revealed | every seat at the table | write one goal |
| proposed, some have not answered | every seat that counts and has not answered | answer |
| proposed, a half is missing and nobody says no | every seat at the table | invite the missing half |
| proposed, a seat says no or unless | every seat at the table | write a new version |
| shared | the agreements have the turn | |
| finished, stopped | nobody | |

Beside these, at a running table: a seat that asked for a chair waits for every seat at the table and, after
its last day or at an empty table, for the initiator and the verbinder too. A motion to stop the table or to
send a chair away waits for every seat that must say yes and has not.

| portefeuillehouder | who | ask |
|---|---|---|
| asked | the seat that was asked | accept, or say who it is |
| accepted | the portefeuillehouder | commit in public |
| somebody left the seat | the portefeuillehouder | say whether the commitment still stands |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.goals.lifecycle import (
    AGAIN,
    ASKED,
    GATHERING,
    GOAL,
    HOLDS,
    NAMED,
    NO,
    PENDING,
    PROPOSED,
    REVEALED,
    SENT,
    SHARED,
    UNLESS,
    WRITING,
)
from middenstip.domain.goals.models import (
    Answer,
    Chair,
    Consent,
    Invitation,
    Letter,
    Motion,
    Portfolio,
    Request,
)
from middenstip.kernel.half import ALL_HALVES, bits_of, halves_missing
from middenstip.kernel.turn import NOBODY, Move, Turn, Turns, Who, listed, rows, together, turn_for

PAGE = "/opgave/{}/"


def _missing(bits: str) -> str:
    """The halves that are not in these bits (as text), in words: *overheid en ondernemers*."""
    return listed([_(half.value) for half in halves_missing(int(bits))])


SIT_DOWN = Move(
    "sit_down",
    _noop("Er zit nu niemand aan tafel. Wie wil, vraagt een stoel."),
    _noop("Vraag een stoel"),
    PAGE,
)
INVITE = Move(
    "invite",
    _noop("Nodig iemand uit van de %(words)s."),
    _noop("Nodig iemand uit"),
    f"{PAGE}uitnodigen/",
    fill=_missing,
)
WRITE = Move(
    "letter",
    _noop("Schrijf je eigen doel op. Daarna gaan de briefjes tegelijk open."),
    _noop("Schrijf je briefje"),
    f"{PAGE}#mijn-briefje",
)
REVEAL = Move(
    "reveal",
    _noop("Alle briefjes liggen klaar. Open ze, allemaal tegelijk."),
    _noop("Open alle briefjes"),
    PAGE,
)
PROPOSE = Move(
    "propose",
    _noop("Lees de briefjes en schrijf één doel waar elke helft ja tegen kan zeggen."),
    _noop("Schrijf een versie"),
    f"{PAGE}#nieuwe-versie",
)
SAY = Move(
    "answer",
    _noop("Zeg ja, ‘nee, tenzij’ of nee tegen het doel."),
    _noop("Geef je antwoord"),
    f"{PAGE}#mijn-antwoord",
)
REWRITE = Move(
    "rewrite",
    _noop("Niet iedereen zegt ja. Schrijf een versie die antwoord geeft op wat er gevraagd is."),
    _noop("Schrijf een versie"),
    f"{PAGE}#nieuwe-versie",
)
COME = Move("invited", _noop("Je bent gevraagd aan tafel: %(words)s"), _noop("Bekijk de tafel"), PAGE)
LET_IN = Move(
    "let_in", _noop("Er wordt een stoel gevraagd: %(words)s"), _noop("Zeg ja of niet nu"), f"{PAGE}#gevraagd"
)
CONSENT = Move(
    "consent",
    _noop("Er ligt een verzoek dat iedere helft moet goedvinden: %(words)s"),
    _noop("Zeg ja of nee"),
    f"{PAGE}#verzoek",
)
BOARD = f"{PAGE}bestuur/"
ACCEPT = Move(
    "accept_portfolio",
    _noop("Ben jij de portefeuillehouder van deze opgave? %(words)s"),
    _noop("Zeg ja, of wie het wel is"),
    BOARD,
)
COMMIT = Move(
    "commit_goal",
    _noop("Zeg in het openbaar waar je voor staat, en wat je daarvoor doet: %(words)s"),
    _noop("Geef je antwoord"),
    BOARD,
)
STANDS = Move(
    "confirm_commitment",
    _noop("Staat de toezegging van je voorganger nog? %(words)s"),
    _noop("Bekijk en bevestig"),
    BOARD,
)
_OF_BOARD = {NAMED: ACCEPT, HOLDS: COMMIT, AGAIN: STANDS}
MOVES = (
    SIT_DOWN,
    INVITE,
    WRITE,
    REVEAL,
    PROPOSE,
    SAY,
    REWRITE,
    COME,
    LET_IN,
    CONSENT,
    ACCEPT,
    COMMIT,
    STANDS,
)


@dataclass(frozen=True)
class ChairAt:
    """A seat (a key) at the table: whether it wrote its letter, and its answer to the current version
    ("" when it has not answered)."""

    seat: int
    who: Who
    has_letter: bool = False
    answer: str = ""
    counts: bool = True  # its claim to speak for its half was confirmed


@dataclass(frozen=True)
class TableAt:
    """The data of a table from which its turn follows: its seats, in the order of joining."""

    public_id: str
    state: str
    chairs: Sequence[ChairAt] = ()
    changed_at: datetime | None = None

    @property
    def halves(self) -> int:
        """The halves at the table that count, as bits."""
        return bits_of(chair.who.half for chair in self.chairs if chair.counts)


def turn(table: TableAt) -> Turn | None:
    """Whose turn it is; None when the goal is shared (see the agreements) or the table has ended."""
    if table.state == SHARED or table.state in GOAL.ends:
        return None
    if not table.chairs:
        return turn_for(SIT_DOWN, table.public_id, NOBODY, since=table.changed_at)
    move, chairs = _move(table)
    who = together([chair.who for chair in chairs], _("%(count)s partijen aan tafel"))
    seats = [chair.seat for chair in chairs]
    words = str(table.halves) if move is INVITE else ""
    return turn_for(move, table.public_id, who, seats=seats, words=words, since=table.changed_at)


def _move(table: TableAt) -> tuple[Move, Sequence[ChairAt]]:
    """What is asked at a table that has seats, and of which chairs."""
    if table.state == GATHERING:
        return INVITE, table.chairs
    if table.state == WRITING:
        silent = [chair for chair in table.chairs if chair.counts and not chair.has_letter]
        return (WRITE, silent) if silent else (REVEAL, table.chairs)
    if table.state == REVEALED:
        return PROPOSE, table.chairs
    silent = [chair for chair in table.chairs if chair.counts and not chair.answer]
    if silent:
        return SAY, silent
    is_against = any(chair.answer in (UNLESS, NO) for chair in table.chairs)
    return (INVITE if table.halves != ALL_HALVES and not is_against else REWRITE), table.chairs


def motion_turn(motion: Motion, waiting: Sequence[int]) -> Turn | None:
    """Whose turn it is about a motion; `waiting` are the keys of the seats that must still say yes."""
    if motion.state != PENDING or motion.goal.state in GOAL.ends:
        return None
    words, target = motion.reason, motion.goal.public_id
    return turn_for(CONSENT, target, NOBODY, seats=waiting, words=words, since=motion.at)


def rows_for(person: int, seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    """The same as rows of *Mijn* for these seats (keys)."""
    mine = Chair.objects.filter(seat__in=seats, left_at=None)
    others = Chair.objects.filter(goal=OuterRef("goal"), left_at=None)
    counting = others.filter(seat__confirmed_at__isnull=False)
    writes = counting.filter(~Exists(Letter.objects.filter(goal=OuterRef("goal"), seat=OuterRef("seat"))))
    silent = counting.filter(~Exists(_said()))
    against = others.filter(Exists(_said(answer__in=[UNLESS, NO])))
    writing, proposed = mine.filter(goal__state=WRITING), mine.filter(goal__state=PROPOSED)
    all_said = proposed.filter(~Exists(silent))
    is_full, own = Q(goal__halves_present=ALL_HALVES), Q(seat=OuterRef("seat"))
    inviting = mine.filter(goal__state=GATHERING) | all_said.filter(~is_full, ~Exists(against))
    at = {"target": "goal__public_id", "title": "goal__title", "seat": "seat_id"}
    at |= {"context": "goal__initiative__title"}
    return [
        rows(INVITE, inviting, words="goal__halves_present", **at),
        rows(WRITE, writing.filter(Exists(writes.filter(own))), **at),
        rows(REVEAL, writing.filter(~Exists(writes)), **at),
        rows(PROPOSE, mine.filter(goal__state=REVEALED), **at),
        rows(SAY, proposed.filter(Exists(silent.filter(own))), **at),
        rows(REWRITE, all_said.filter(is_full | Exists(against)), **at),
        _asked(seats),
        *_requests(person, seats, mine, today),
        _motions(mine),
        *_board(seats),
    ]


def portfolio_turn(portfolio: Portfolio) -> Turn | None:
    """Whose turn it is about a portefeuillehouder (read with its goal and seat); None when nobody's."""
    if portfolio.goal.state in GOAL.ends or portfolio.state not in _OF_BOARD:
        return None
    move, seat, goal = _OF_BOARD[portfolio.state], portfolio.seat, portfolio.goal
    told: dict[str, Any] = {"words": goal.title, "since": portfolio.named_at, "due": portfolio.due_on}
    return turn_for(move, goal.public_id, Who(seat.label, half=seat.half), seats=[seat.pk], **told)


def _board(seats: Sequence[int]) -> list[QuerySet[Any, Any]]:
    """What is asked of these seats as portefeuillehouder."""
    shape = {"target": "goal__public_id", "title": "goal__title", "words": "goal__title", "due": "due_on"}
    asked = Portfolio.objects.filter(seat__in=seats).exclude(goal__state__in=GOAL.ends)
    return [
        rows(move, asked.filter(state=state), seat="seat_id", context="goal__initiative__title", **shape)
        for state, move in _OF_BOARD.items()
    ]


def request_turn(request: Request, chairs: Sequence[int], hosts: tuple[int, int], today: date) -> Turn | None:
    """Whose turn it is about a seat that asked for a chair.

    `chairs` are the keys of the seats at the table, `hosts` the key of the initiator (a person; 0: nobody)
    and of the seat of the verbinder (0: nobody).
    """
    if request.state != ASKED or not GOAL.allows(request.goal.state, "join"):
        return None
    initiator, connector = hosts if request.due_on < today or not chairs else (0, 0)
    seats = [*chairs, *([connector] if connector and connector not in chairs else [])]
    due = request.due_on if not initiator and not connector else None
    return turn_for(
        LET_IN,
        request.goal.public_id,
        NOBODY,
        seats=seats,
        person=initiator,
        words=request.seat.title,
        since=request.at,
        due=due,
    )


def _said(**answer: Any) -> QuerySet[Answer]:
    """The answer of the seat of the outer chair to the current version."""
    now = {"version__goal": OuterRef("goal"), "version__number": OuterRef("goal__number")}
    return Answer.objects.filter(**now, seat=OuterRef("seat"), **answer)


def _asked(seats: Sequence[int]) -> QuerySet[Any, Any]:
    """Invitations of these seats to a table that can still be joined."""
    sits = Chair.objects.filter(goal=OuterRef("goal"), left_at=None)  # joined already, perhaps in another hat
    sits = sits.filter(Q(seat=OuterRef("seat")) | Q(seat__in=seats))
    is_full = Q(goal__state__in=[*GOAL.ends, SHARED])
    asked = Invitation.objects.filter(~Exists(sits), seat__in=seats, state=SENT).exclude(is_full)
    return rows(
        COME,
        asked,
        target="goal__public_id",
        title="goal__initiative__title",
        seat="seat_id",
        words="goal__title",
    )


def _requests(person: int, seats: Sequence[int], mine: QuerySet[Chair], today: date) -> list[Any]:
    """The seats that asked for a chair: for the seats at the table, and later for the hosts."""
    at_table = Chair.objects.filter(goal=OuterRef("goal"), left_at=None)
    can_join = [state for state in GOAL.words if GOAL.allows(state, "join")]
    asked = Request.objects.filter(state=ASKED, goal__state__in=can_join)
    late = asked.filter(Q(due_on__lt=today) | ~Exists(at_table))
    connecting = late.filter(goal__initiative__connector__in=seats)
    connecting = connecting.exclude(Exists(at_table.filter(seat=OuterRef("goal__initiative__connector"))))
    shape: dict[str, Any] = {"target": "goal__public_id", "title": "goal__title", "words": "seat__title"}
    shape |= {"context": "goal__initiative__title"}
    of_chair = shape | {"words": "goal__requests__seat__title", "due": "goal__requests__due_on"}
    sitting = mine.filter(goal__requests__state=ASKED, goal__state__in=can_join)
    return [
        rows(LET_IN, sitting, seat="seat_id", **of_chair),
        rows(LET_IN, connecting, seat="goal__initiative__connector_id", **shape),
        rows(LET_IN, late.filter(goal__initiative__initiator=person), **shape),
    ]


def _motions(mine: QuerySet[Chair]) -> QuerySet[Any, Any]:
    """The motions to which a seat at the table must still say yes."""
    counting = mine.filter(seat__confirmed_at__isnull=False, goal__motions__state=PENDING)
    counting = counting.exclude(goal__state__in=GOAL.ends).annotate(
        motion=F("goal__motions"), about=Coalesce("goal__motions__chair", 0)
    )
    said = Consent.objects.filter(motion=OuterRef("motion"), seat=OuterRef("seat"))
    return rows(
        CONSENT,
        counting.filter(~Exists(said)).exclude(about=F("pk")),
        seat="seat_id",
        target="goal__public_id",
        title="goal__title",
        context="goal__initiative__title",
        words="goal__motions__reason",
    )


TURNS = Turns(MOVES, rows_for)
