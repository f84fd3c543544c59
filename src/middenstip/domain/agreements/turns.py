"""Whose turn it is about one agreement, and in the stages of an initiative in which agreements are made and
kept.

| one agreement | who | ask |
|---|---|---|
| proposed, its goal is shared | every seat that has not signed | read and sign |
| the same, its last day has passed | every seat that has not signed | choose another day |
| proposed, its goal is discussed again | nobody: the table has the turn | |
| open, before its last day | the promising side | do what was promised |
| open, from its last day on | the promising side, and the seats that may close it | is it done? |
| open, the promising side left for good | the seats that may close it | is it done? |
| closed | nobody | |

The receiving side may close it, by saying whether it is done. When that seat is empty, another signer and the
initiator may, unless they are the promising side (see `rules.may_keep`).

| the work of an initiative | who | ask |
|---|---|---|
| an agreement runs | as that agreement says, the one with the earliest due day | |
| an agreement waits for a signature | as that agreement says | |
| agreements: neither | every seat at the table | make an agreement |
| project: neither | the initiator | tell how it ended |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.agreements.lifecycle import OPEN, PROPOSED
from middenstip.domain.agreements.models import Agreement, Signature
from middenstip.domain.goals.lifecycle import SHARED
from middenstip.domain.goals.models import Chair
from middenstip.domain.goals.turns import TableAt
from middenstip.domain.initiatives.lifecycle import AGREEMENTS, PROJECT
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.turns import UNLED, desk_of, initiator_of
from middenstip.domain.parties.models import Membership
from middenstip.domain.parties.selectors import on_day
from middenstip.kernel.clock import is_past
from middenstip.kernel.turn import NOBODY, Move, Turn, Turns, Who, listed, rows, together, turn_for

PAGE = "/afspraak/{}/"
SIGN = Move("sign", _noop("Lees en teken de afspraak: %(words)s"), _noop("Lees en teken"), f"{PAGE}#tekenen")
NEW_DAY = Move(
    "new_day",
    _noop("Kies een nieuwe dag voor de afspraak: %(words)s"),
    _noop("Verander de afspraak"),
    f"{PAGE}veranderen/",
)
PROMISE = Move("promise", "%(words)s", _noop("Lees de afspraak"), PAGE)
CLOSE = Move("close", _noop("Is dit gedaan? %(words)s"), _noop("Geef antwoord"), f"{PAGE}#sluiten")
AGREE = Move(
    "agree",
    _noop("Spreek af wie wat doet, en wanneer."),
    _noop("Maak een afspraak"),
    "/opgave/{}/afspraak/",
)
FINISH = Move(
    "finish",
    _noop("Er loopt geen afspraak meer. Vertel hoe het afliep."),
    _noop("Rond het project af"),
    "/initiatief/{}/afronden/",
)
MOVES = (SIGN, NEW_DAY, PROMISE, CLOSE, AGREE, FINISH)


@dataclass(frozen=True)
class SignerAt:
    """A seat (a key) that signs. `is_own`: it has no organisation; `sits`: a person sits in it now."""

    seat: int
    who: Who
    is_signed: bool = False
    is_own: bool = False
    sits: bool = True


@dataclass(frozen=True)
class AgreementAt:
    """The data of one agreement from which its turn follows: all its signers, and which seats are its sides.

    `initiator_seat` is the seat in which the idea was submitted; `person` is the key of the initiator, 0 when
    the initiator's data was erased.
    """

    public_id: str
    state: str
    what: str
    due_on: date
    promisor: int
    promisee: int
    signers: Sequence[SignerAt]
    person: int
    initiator: Who
    initiator_seat: int
    is_signable: bool = True  # False while its goal is discussed again

    def side(self, seat: int) -> SignerAt:
        return next(one for one in self.signers if one.seat == seat)

    @property
    def is_left(self) -> bool:
        """Whether nobody will do what was promised: it was a person's own seat, and that person left."""
        promisor = self.side(self.promisor)
        return promisor.is_own and not promisor.sits

    @property
    def closers(self) -> list[SignerAt]:
        """The seats that may say whether it is done."""
        if self.side(self.promisee).sits:
            return [self.side(self.promisee)]
        sides = (self.promisor, self.promisee)
        return [one for one in self.signers if one.seat not in sides and one.sits]

    @property
    def stand_in(self) -> int:
        """The initiator (a person's key), who may also say so when the receiving side's seat is empty."""
        is_needed = not self.side(self.promisee).sits and self.initiator_seat != self.promisor
        return self.person if is_needed else 0


def turn(agreement: AgreementAt, today: date) -> Turn | None:
    """Whose turn it is; None when it is closed, or cannot be signed because its goal is discussed again."""
    if agreement.state == PROPOSED and agreement.is_signable:
        return _signing(agreement, today)
    if agreement.state == OPEN:
        return _keeping(agreement, today)
    return None


def _signing(agreement: AgreementAt, today: date) -> Turn | None:
    waiting = [one for one in agreement.signers if not one.is_signed]
    who = together([one.who for one in waiting], _("%(count)s partijen"))
    move = NEW_DAY if is_past(agreement.due_on, today) else SIGN
    seats = [one.seat for one in waiting]
    return turn_for(move, agreement.public_id, who, seats=seats, words=agreement.what)


def _keeping(agreement: AgreementAt, today: date) -> Turn:
    promisor, due = agreement.side(agreement.promisor), agreement.due_on
    about: dict[str, Any] = {"words": agreement.what, "due": due}
    if due > today and not agreement.is_left:
        return turn_for(PROMISE, agreement.public_id, promisor.who, seats=[promisor.seat], **about)
    movers = ([] if agreement.is_left else [promisor]) + agreement.closers
    parties = [one.who for one in movers] + [agreement.initiator] * bool(agreement.stand_in)
    who = parties[0] if len(parties) == 1 else Who(listed([one.name for one in parties]))
    seats = [one.seat for one in movers]
    return turn_for(
        CLOSE,
        agreement.public_id,
        who if parties else NOBODY,
        seats=seats,
        person=agreement.stand_in,
        **about,
    )


def work_turn(
    initiative: Initiative, table: TableAt | None, agreements: Sequence[AgreementAt], today: date
) -> Turn | None:
    """Whose turn it is in the stages of agreements and project: see the second table above."""
    running = sorted((one for one in agreements if one.state == OPEN), key=lambda one: one.due_on)
    to_sign = [one for one in agreements if one.state == PROPOSED]
    for agreement in (*running, *to_sign):
        if found := turn(agreement, today):
            return found
    if initiative.stage == AGREEMENTS and table:
        who = together([chair.who for chair in table.chairs], _("%(count)s partijen aan tafel"))
        seats = [chair.seat for chair in table.chairs]
        return turn_for(AGREE, table.public_id, who, seats=seats, since=table.changed_at)
    if initiative.stage == PROJECT and initiative.initiator.erased_at:
        return turn_for(UNLED, initiative.public_id, desk_of(initiative))
    if initiative.stage == PROJECT:
        who, person = initiator_of(initiative), initiative.initiator_id
        return turn_for(FINISH, initiative.public_id, who, person=person)
    return None


def rows_for(person: int, seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    """The same as rows of *Mijn* for this person (a key) in these seats (keys), with their promises."""
    return [
        *_to_sign(seats, today),
        *_to_close(person, seats, today),
        _to_agree(seats),
        _to_finish(person),
        rows(PROMISE, _running().filter(promisor__in=seats), seat="promisor_id", **_AGREEMENT),
    ]


_AGREEMENT = {"title": "initiative__title", "words": "what", "due": "due_on"}
_SIGNATURE = {"target": "agreement__public_id", "title": "agreement__initiative__title", "seat": "seat_id"}
_SIGNATURE |= {"words": "agreement__what"}
_SIGNABLE = Q(goal=None) | Q(goal__state=SHARED)


def _running() -> QuerySet[Agreement]:
    return Agreement.objects.filter(state=OPEN)


def _sits(seat: str, today: date) -> Exists:
    return Exists(Membership.objects.filter(on_day(today), seat=OuterRef(seat)))


def _to_sign(seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    unsigned = Signature.objects.filter(seat__in=seats, at=None, agreement__state=PROPOSED)
    unsigned = unsigned.filter(Q(agreement__goal=None) | Q(agreement__goal__state=SHARED))
    over = Q(agreement__due_on__lt=today)
    return [
        rows(SIGN, unsigned.exclude(over), **_SIGNATURE),
        rows(NEW_DAY, unsigned.filter(over), **_SIGNATURE),
    ]


def _to_close(person: int, seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    is_left = Q(promisor__side=None) & ~Q(_sits("promisor", today))
    due = _running().filter(Q(due_on__lte=today) | is_left)
    gone = due.filter(~_sits("promisee", today))
    others = Signature.objects.filter(agreement__in=gone.values("pk"), seat__in=seats)
    others = others.exclude(seat=F("agreement__promisor"))
    left = gone.filter(initiative__initiator=person).exclude(promisor=F("initiative__seat"))
    to_me = due.filter(_sits("promisee", today), promisee__in=seats)
    return [
        rows(CLOSE, to_me, seat="promisee_id", **_AGREEMENT),
        rows(CLOSE, due.filter(promisor__in=seats).exclude(is_left), seat="promisor_id", **_AGREEMENT),
        rows(CLOSE, others.filter(_sits("seat", today)), due="agreement__due_on", **_SIGNATURE),
        rows(CLOSE, left, **_AGREEMENT),
    ]


def _to_agree(seats: Sequence[int]) -> QuerySet[Any, Any]:
    """Seats at a table with a shared goal, while no agreement there waits for a signature or an action."""
    here = Chair.objects.filter(seat__in=seats, left_at=None, goal__state=SHARED)
    waits = Agreement.objects.filter(_SIGNABLE | Q(state=OPEN), state__in=[PROPOSED, OPEN])
    busy = Exists(waits.filter(initiative=OuterRef("goal__initiative")))
    free = here.filter(~busy, goal__initiative__stage=AGREEMENTS)
    about = {"title": "goal__title", "context": "goal__initiative__title", "seat": "seat_id"}
    return rows(AGREE, free, target="goal__public_id", **about)


def _to_finish(person: int) -> QuerySet[Any, Any]:
    """Projects of this person in which no agreement waits for a signature or an action any more."""
    waits = Agreement.objects.filter(_SIGNABLE | Q(state=OPEN), state__in=[PROPOSED, OPEN])
    over = Initiative.objects.filter(initiator=person, stage=PROJECT)
    free = over.filter(~Exists(waits.filter(initiative=OuterRef("pk"))))
    return rows(FINISH, free, title="title", context="area__name")


TURNS = Turns(MOVES, rows_for)
