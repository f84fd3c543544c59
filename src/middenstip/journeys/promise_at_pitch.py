"""What somebody in the audience promises at a pitch becomes a draft agreement, to sign by both sides."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from middenstip.domain.agreements import services as agreements
from middenstip.domain.parties.models import Seat
from middenstip.domain.podium import services as podium
from middenstip.domain.podium.models import Pitch, Promise
from middenstip.kernel.actor import Actor
from middenstip.kernel.write import write


@write
def promise(*, by: Actor, pitch: Pitch, told: Mapping[str, Any], at: datetime) -> Promise:
    """Promise by phone, with a draft agreement. Twice is once."""
    return _draft(by, podium.make_promise(by=by, pitch=pitch, told=told, at=at), at)


@write
def claim(*, by: Actor, card: Promise, at: datetime) -> Promise:
    """Come for what stands on a card, with a draft agreement. Twice is once."""
    return _draft(by, podium.claim_card(by=by, promise=card, at=at), at)


def _draft(by: Actor, made: Promise, at: datetime) -> Promise:
    if made.code:
        return made
    initiative = made.pitch.initiative
    euros = f" (€ {made.euros})" if made.euros else ""
    agreement = agreements.draft_agreement(
        by=by,
        initiative=initiative,
        promisor=Seat.objects.get(pk=by.seat_id),
        promisee=initiative.seat,
        what=f"{made.what}{euros}",
        due_on=made.until,
        at=at,
    )
    return podium.name_agreement(promise=made, code=agreement.public_id)
