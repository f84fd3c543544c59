"""What lay in a gemeente that was abolished moves along to the new one, by where it lies."""

from __future__ import annotations

from middenstip.domain.agreements import services as agreements
from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import abolished, area_at
from middenstip.domain.goals import services as goals
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.selectors.around import lying_in
from middenstip.domain.intake import services as intake
from middenstip.kernel.write import write

MOST = 200  # initiatives of one gemeente in one round; the next round takes the others


def settle() -> int:
    """Move what lies in abolished gemeenten; returns how many initiatives moved."""
    return sum(_move(old, old.municipality) for old in abolished() if old.municipality)


@write
def _move(old: Area, city: Area) -> int:
    """Each initiative goes to the smallest area of the new gemeente that holds its point; without a point, to
    the gemeente itself. Cases, tables and agreements belong to the new gemeente."""
    intake.move_along(old=old, city=city)
    goals.move_along(old=old, city=city)
    agreements.move_along(old=old, city=city)
    found = lying_in(old, MOST)
    for key, lon, lat in found:
        area = city if lon is None or lat is None else area_at(city, lon, lat)
        initiatives.move_along(initiative=key, area=area, city=city)
    return len(found)
