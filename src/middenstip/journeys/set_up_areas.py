"""An administrator of the platform lets a gemeente take part, or no longer."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.areas import services as areas
from middenstip.domain.areas.models import Area
from middenstip.domain.site import rules
from middenstip.domain.site.selectors import the_site
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import NotNow, require
from middenstip.kernel.write import write


@write
def choose(*, by: Actor, area: Area, is_active: bool, at: datetime) -> Area:
    """Let a gemeente take part, or no longer. The home area always takes part."""
    require(rules.may_set_up(by))
    if not is_active and the_site().home_id == area.pk:
        raise NotNow("Dit is het thuisgebied. Kies eerst een ander thuisgebied.")
    return areas.let_take_part(by=by, area=area, is_active=is_active, at=at)
