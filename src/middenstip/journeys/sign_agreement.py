"""An agreement is signed; with the last signature the initiative is a project."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.parties.models import Seat
from middenstip.domain.projects import services as projects
from middenstip.domain.projects.lifecycle import OPEN
from middenstip.domain.projects.models import Agreement
from middenstip.kernel.actor import Actor
from middenstip.kernel.once import fingerprint, once
from middenstip.kernel.write import write


@write
def propose(
    *,
    by: Actor,
    goal: Goal,
    promisor: Seat,
    promisee: Seat,
    what: str,
    due_on: date | None,
    conditions: str = "",
    also_sign: Iterable[Seat] = (),
    key: str = "",
    at: datetime,
) -> Agreement:
    """Lay an agreement on the table to sign, once."""
    also_sign = list(also_sign)

    def work(public_id: str) -> None:
        projects.propose_agreement(
            by=by,
            goal=goal,
            promisor=promisor,
            promisee=promisee,
            what=what,
            due_on=due_on,
            conditions=conditions,
            also_sign=also_sign,
            public_id=public_id,
            at=at,
        )

    signers = sorted(seat.pk for seat in also_sign)
    words = what, due_on, conditions, signers
    sent = fingerprint("agreement", by.seat, goal.pk, promisor.pk, promisee.pk, *words)
    return Agreement.objects.get(public_id=once(key, sent, at, work))


@write
def sign(*, by: Actor, agreement: Agreement, number: int, on_paper: bool = False, at: datetime) -> Agreement:
    """A seat signs; its half takes part, and with all signatures work can begin."""
    agreement = projects.sign_agreement(by=by, agreement=agreement, number=number, on_paper=on_paper, at=at)
    initiatives.join_half(initiative=agreement.initiative, half=by.half)
    if agreement.state == OPEN and STAGES.allows(agreement.initiative.stage, "sign"):
        initiatives.advance_initiative(by=by, initiative=agreement.initiative, act="sign", at=at)
    return agreement
