"""A person follows an area or an initiative, or stops following it."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.initiatives import rules
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Follow
from middenstip.kernel.verdict import require
from middenstip.kernel.write import write


@write
def follow_initiative(*, person: int, initiative: Initiative, at: datetime) -> None:
    """Follow this initiative; a second call changes nothing."""
    require(rules.may_follow(initiative))
    if parties.follow(person=person, kind=Follow.INITIATIVE, target=initiative.public_id, at=at):
        initiatives.count_follower(initiative=initiative, change=1)


@write
def unfollow_initiative(*, person: int, initiative: Initiative) -> None:
    """Stop following this initiative."""
    if parties.unfollow(person=person, kind=Follow.INITIATIVE, target=initiative.public_id):
        initiatives.count_follower(initiative=initiative, change=-1)
