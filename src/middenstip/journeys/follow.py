"""Somebody on the tribune follows an area or an initiative, or stops doing so."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives import rules
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Follow
from middenstip.kernel.verdict import require
from middenstip.kernel.write import write


@write
def follow_initiative(*, person: int, initiative: Initiative, at: datetime) -> None:
    """Hear about this initiative from now on; following twice is following once."""
    require(rules.may_follow(initiative))
    if parties.follow(person=person, kind=Follow.INITIATIVE, target=initiative.public_id, at=at):
        initiatives.count_follower(initiative=initiative, change=1)


@write
def unfollow_initiative(*, person: int, initiative: Initiative) -> None:
    """Hear no more about it."""
    if parties.unfollow(person=person, kind=Follow.INITIATIVE, target=initiative.public_id):
        initiatives.count_follower(initiative=initiative, change=-1)


@write
def follow_area(*, person: int, area: Area, at: datetime) -> None:
    """Hear about this area from now on."""
    parties.follow(person=person, kind=Follow.AREA, target=area.code, at=at)


@write
def unfollow_area(*, person: int, area: Area) -> None:
    """Hear no more about it."""
    parties.unfollow(person=person, kind=Follow.AREA, target=area.code)
