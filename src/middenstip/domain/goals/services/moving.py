"""Tables in a gemeente that was abolished belong to the new one."""

from __future__ import annotations

from middenstip.domain.areas.models import Area
from middenstip.domain.goals.models import Goal
from middenstip.kernel.write import write


@write
def move_along(*, old: Area, city: Area) -> None:
    """Tables of the old gemeente belong to this one."""
    Goal.objects.filter(municipality=old).update(municipality=city)
