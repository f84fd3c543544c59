"""A seat signs an agreement; with the last signature the initiative becomes a project."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.lifecycle import OPEN
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.journeys import award_plan
from middenstip.kernel.actor import Actor
from middenstip.kernel.write import write


@write
def sign(*, by: Actor, agreement: Agreement, number: int, on_paper: bool = False, at: datetime) -> Agreement:
    """A seat signs, and its half takes part; with all signatures the initiative becomes a project."""
    agreement = agreements.sign_agreement(by=by, agreement=agreement, number=number, on_paper=on_paper, at=at)
    initiatives.join_half(initiative=agreement.initiative, half=by.half)
    if agreement.state == OPEN:
        if STAGES.allows(agreement.initiative.stage, "sign"):
            initiatives.advance_initiative(by=by, initiative=agreement.initiative, act="sign", at=at)
        award_plan.begin_if_signed(by=by, initiative=agreement.initiative, at=at)
    return agreement
