"""Services that write thanks."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.thanks import facts, rules
from middenstip.domain.thanks.models import Thanks

from middenstip.domain.initiatives.models import Initiative
from middenstip.journal.record import record
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import require
from middenstip.kernel.write import write


@write
def give_thanks(*, by: Actor, initiative: Initiative, text: str, at: datetime) -> Thanks:
    """Give thanks. `Refused` for the initiator, and for a draft."""
    require(rules.may_thank(by, initiative))
    thanks = Thanks(initiative=initiative, seat_id=by.seat_id, text=text.strip(), at=at).store()
    where = {"thread": initiative.public_id, **initiative.area.where}
    record(facts.ThanksGiven(subject=thanks.public_id, **where), by=by, at=at)
    return thanks
