"""Recording facts about an initiative in the journal."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from middenstip.domain.initiatives.models import Initiative
from middenstip.journal.record import record
from middenstip.kernel.actor import Actor


def record_about(kind: Any, initiative: Initiative, by: Actor | None, at: datetime, **data: Any) -> None:
    """Record a fact of this kind, with the initiative as its thread and its area as the place."""
    record(
        kind(subject=initiative.public_id, thread=initiative.public_id, **initiative.area.where, **data),
        by=by,
        at=at,
    )
