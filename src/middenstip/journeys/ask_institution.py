"""An initiator asks an institution to take part; the first time with the tick about control."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.gatherings import services as gatherings
from middenstip.domain.gatherings.models import ProcessInvite
from middenstip.domain.gatherings.rules import may_invite
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Seat
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import require
from middenstip.kernel.write import write


@write
def ask(
    *,
    by: Actor,
    initiative: Initiative,
    seat: Seat,
    what_for: str,
    has_ticked: bool = False,
    key: str = "",
    at: datetime,
) -> ProcessInvite:
    """Keep the tick if it is asked, and invite the seat. Twice is once."""
    require(may_invite(by, initiative))
    initiatives.share_reins(by=by, initiative=initiative, has_ticked=has_ticked, at=at)
    return gatherings.invite_institution(
        by=by, initiative=initiative, seat=seat, what_for=what_for, key=key, at=at
    )
