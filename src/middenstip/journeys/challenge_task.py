"""A challenge that was granted becomes an agreement: who takes over the task promises it, both sides sign."""

from __future__ import annotations

from datetime import date, datetime

from middenstip.domain.agreements import services as agreements
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Challenge
from middenstip.domain.intake.rules import may_handle
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import require
from middenstip.kernel.write import write


@write
def draw_up(*, by: Actor, challenge: Challenge, what: str, due_on: date | None, at: datetime) -> Challenge:
    """The handler drafts it: the tasks, the result, the money, and until when."""
    case = challenge.case
    require(may_handle(by, case))
    assert case.handler  # who may handle it is the handler
    drafted = agreements.draft_agreement(
        by=by,
        initiative=case.initiative,
        promisor=case.initiative.seat,
        promisee=case.handler,
        what=what,
        due_on=due_on,
        at=at,
    )
    return intake.join_challenge(by=by, challenge=challenge, agreement=drafted.public_id, at=at)
