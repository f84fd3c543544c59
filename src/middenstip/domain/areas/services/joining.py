"""Whether a gemeente takes part: then it is on the front page, and people can choose it."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.areas import facts
from middenstip.domain.areas.models import Area, Kind
from middenstip.journal.record import record
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import NotNow
from middenstip.kernel.write import write


@write
def let_take_part(*, by: Actor, area: Area, is_active: bool, at: datetime) -> Area:
    """Let a gemeente take part, or no longer; a second call changes nothing. Who may is up to the journey."""
    area = Area.objects.select_for_update(of=("self",)).get(pk=area.pk)
    if area.kind != Kind.MUNICIPALITY:
        raise NotNow("Alleen een hele gemeente doet mee. Haar wijken en buurten doen dan ook mee.")
    if area.is_active == is_active:
        return area
    area.is_active = is_active
    fact = facts.AreaOpened if is_active else facts.AreaClosed
    record(fact(subject=area.public_id, **area.where), by=by, at=at)
    return area.store("is_active")
