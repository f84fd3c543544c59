"""Removing an area that somebody drew."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.areas import facts
from middenstip.domain.areas.models import Area, Kind
from middenstip.journal.record import record
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import NotNow
from middenstip.kernel.write import write


@write
def remove_area(*, by: Actor, area: Area, at: datetime) -> Area:
    """Delete a drawn area with its border, and return the area it lay in.

    The database refuses it (`ProtectedError`) while anything happens there: the journey says what.
    """
    if area.kind != Kind.OWN or area.parent is None:
        raise NotNow("Alleen een zelf getekend gebied kan weg. De andere komen van het CBS.")
    parent = area.parent
    area.delete()
    record(facts.AreaRemoved(subject=parent.public_id, code=area.code, **parent.where), by=by, at=at)
    return parent
