"""The map of support points."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.areas.models import Area
from middenstip.domain.intake import facts, rules
from middenstip.domain.intake.models import SupportPoint
from middenstip.domain.intake.selectors.refer import point_by_id
from middenstip.domain.parties.models import Seat
from middenstip.journal.record import record
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

TEXTS = ("name", "what_for", "for_whom", "where", "limits", "contact")
NEEDED = {
    "name": "Vul de naam in.",
    "what_for": "Schrijf waarvoor je hier terechtkunt.",
    "for_whom": "Schrijf voor wie dit is.",
    "where": "Schrijf waar en wanneer het is.",
    "contact": "Schrijf hoe mensen dit steunpunt bereiken.",
}


@write
@once(lambda public_id: SupportPoint.objects.get(public_id=public_id))
def add_point(
    *,
    by: Actor,
    area: Area,
    texts: dict[str, str],
    seat: Seat | None = None,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> SupportPoint:
    """Put a support point on the map."""
    require(rules.may_keep_points(by, area))
    point = SupportPoint(public_id=public_id or new_id(), area=area, seat=seat, by_id=by.seat_id, at=at)
    _fill(point, texts)
    point.store()
    record(facts.SupportPointAdded(subject=point.public_id, **area.where), by=by, at=at)
    return point


@write
def change_point(*, by: Actor, point: SupportPoint, texts: dict[str, str], at: datetime) -> SupportPoint:
    """Write how it is now."""
    point = _open(by, point)
    _fill(point, texts)
    record(facts.SupportPointChanged(subject=point.public_id, **point.area.where), by=by, at=at)
    return point.store(*TEXTS)


@write
def close_point(*, by: Actor, point: SupportPoint, at: datetime) -> SupportPoint:
    """Take it off the map: it is not there any more."""
    point = _open(by, point)
    point.closed_at = at
    record(facts.SupportPointClosed(subject=point.public_id, **point.area.where), by=by, at=at)
    return point.store("closed_at")


def _open(by: Actor, point: SupportPoint) -> SupportPoint:
    found = point_by_id(SupportPoint.objects.select_for_update().get(pk=point.pk).public_id)
    assert found  # it was locked just now
    require(rules.may_keep_points(by, found.area))
    if found.closed_at:
        raise NotNow("Dit steunpunt staat niet meer op de kaart.")
    return found


def _fill(point: SupportPoint, texts: dict[str, str]) -> None:
    for name in TEXTS:
        setattr(point, name, typed.line(texts.get(name, "")))
    errors = {name: why for name, why in NEEDED.items() if not getattr(point, name)}
    if errors:
        raise Invalid(errors)
