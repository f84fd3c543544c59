"""An administrator draws an area: a square, a village with its fields, a street; or removes it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import ProtectedError

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.areas import services as areas
from middenstip.domain.areas.models import Area
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties import rules
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Seat
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import NotNow, require, said
from middenstip.kernel.write import write


def draw(*, by: Actor, parent: Area, name: str, outline: str = "", points: str = "", at: datetime) -> Area:
    """Draw an area inside `parent`; `outline` is GeoJSON as text, else `points` are its corners.

    Raises `Invalid`: what is wrong where.

    The outline is read before the transaction: on SQLite all other writers wait for that.
    """
    require(rules.may_draw(by, parent))
    geometry = areas.read_outline(outline or areas.outline_of_points(points))
    return areas.draw_area(name=name, parent=parent, geometry=geometry, by=by, at=at)


@write
def remove(*, by: Actor, area: Area, at: datetime) -> Area:
    """Remove a drawn area, and return the area it lay in. `NotNow` says what still happens there."""
    require(rules.may_draw(by, area.parent or area))
    try:
        parent = areas.remove_area(by=by, area=area, at=at)
    except ProtectedError as error:
        found = {WORDS.get(type(one), OTHER) for one in error.protected_objects}
        raise NotNow(said(STILL, area=area.name, what=", ".join(sorted(found)))) from error
    parties.forget_follows(area=area)
    return parent


STILL = "In %(area)s staat nog iets: %(what)s. Een gebied waar iets gebeurt, blijft."
OTHER = "iets anders"
WORDS: dict[type[Any], str] = {
    Initiative: "een initiatief",
    Goal: "een tafel",
    Agreement: "een afspraak",
    Seat: "een zetel",
}
