"""An administrator draws an own area: a square, a village and its fields, the street of a plan."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.areas import services as areas
from middenstip.domain.areas.models import Area
from middenstip.domain.parties import rules
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import require
from middenstip.kernel.write import write


@write
def draw(*, by: Actor, parent: Area, name: str, outline: str, at: datetime) -> Area:
    """Draw an area inside `parent`; `outline` is GeoJSON as text. Raises `Invalid`: what is wrong where."""
    require(rules.may_draw(by, parent))
    geometry = areas.read_outline(outline)
    return areas.draw_area(name=name, parent=parent, geometry=geometry, by=by, at=at)
