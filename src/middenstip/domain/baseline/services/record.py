"""Reading a scan to change it, and recording facts about it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from middenstip.domain.baseline.models import Scan
from middenstip.journal.record import record
from middenstip.kernel.actor import Actor

AROUND = ("area", "municipality", "district")


def fresh(scan: Scan) -> Scan:
    """The scan as it is now in the database, locked until the end of the transaction."""
    return Scan.objects.select_for_update(of=("self",)).select_related(*AROUND).get(pk=scan.pk)


def record_about(
    kind: Any, scan: Scan, by: Actor | None, at: datetime, *, thread: str = "", **data: Any
) -> None:
    record(kind(subject=scan.public_id, thread=thread, **scan.area.where, **data), by=by, at=at)
