"""An initiative whose gemeente was abolished lies in the new one; a journey says where."""

from __future__ import annotations

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.kernel.write import write


@write
def move_along(*, initiative: int, area: Area, city: Area) -> None:
    """Put the initiative (a key) in this area of the new gemeente. Nobody acts, so it is no news."""
    where = {"area": area, "district": area.district, "municipality": city}
    Initiative.objects.filter(pk=initiative).update(**where)
