"""Records a fact about a ballot, a decision, a dialogue, a scenario or support in the journal."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from middenstip.domain.deliberation.models import Ballot, Covenant, Decision, Dialogue, Scenario, Support
from middenstip.journal.record import record
from middenstip.kernel.actor import Actor


def record_about(
    kind: Any,
    thing: Ballot | Covenant | Decision | Dialogue | Scenario | Support,
    by: Actor | None,
    at: datetime,
    **data: Any,
) -> None:
    initiative = thing.goal.initiative
    thread = initiative.public_id if initiative else ""
    record(kind(subject=thing.public_id, thread=thread, **thing.area.where, **data), by=by, at=at)
