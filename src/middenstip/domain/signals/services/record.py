"""Reading a signal to change it, and recording facts about it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from middenstip.domain.signals.models import Signal
from middenstip.domain.signals.selectors import AROUND
from middenstip.journal.record import record
from middenstip.kernel.actor import Actor


def fresh(signal: Signal) -> Signal:
    """The signal as it is now in the database, locked until the end of the transaction."""
    return Signal.objects.select_for_update(of=("self",)).select_related(*AROUND).get(pk=signal.pk)


def record_about(
    kind: Any, signal: Signal, by: Actor | None, at: datetime, *, thread: str = "", **data: Any
) -> None:
    record(kind(subject=signal.public_id, thread=thread, **signal.area.where, **data), by=by, at=at)
