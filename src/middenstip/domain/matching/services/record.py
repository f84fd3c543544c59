"""Recording the facts of this room in the journal, and rows as they are now, locked."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.matching.models import Introduction, Listing, Movement, MovementMember
from middenstip.domain.matching.selectors import introduction_by_id, listing_by_id
from middenstip.domain.matching.selectors.movements import members_of, movement_by_id
from middenstip.journal.record import record
from middenstip.kernel.actor import Doer


def record_listing(kind: Any, listing: Listing, by: Doer | None, at: datetime, **data: Any) -> None:
    """Record a fact about a need or offer, in the story of its initiative if it has one."""
    thread = listing.initiative.public_id if listing.initiative else ""
    record(kind(subject=listing.public_id, thread=thread, **listing.area.where, **data), by=by, at=at)


def record_introduction(kind: Any, one: Introduction, by: Doer | None, at: datetime, **data: Any) -> None:
    """Record a fact about an introduction."""
    about = one.listing or one.initiative
    assert about
    record(kind(subject=one.public_id, **about.area.where, **data), by=by, at=at)


def fresh_listing(listing: Listing) -> Listing:
    """The listing as it is now, locked until the end of the transaction."""
    Listing.objects.select_for_update(of=("self",)).get(pk=listing.pk)
    found = listing_by_id(listing.public_id)
    assert found
    return found


def fresh_introduction(one: Introduction) -> Introduction:
    """The introduction as it is now, locked after its listing: one change around a listing at a time."""
    if one.listing_id:
        Listing.objects.select_for_update(of=("self",)).get(pk=one.listing_id)
    Introduction.objects.select_for_update(of=("self",)).get(pk=one.pk)
    found = introduction_by_id(one.public_id)
    assert found
    return found


def record_movement(
    kind: Any, movement: Movement, by: Doer | None, at: datetime, initiative: Initiative | None = None
) -> None:
    """Record a fact about a movement, in the story of the initiative that it is about if there is one."""
    data = {"initiative": initiative.public_id, "thread": initiative.public_id} if initiative else {}
    record(kind(subject=movement.public_id, **movement.area.where, **data), by=by, at=at)


def fresh_movement(movement: Movement) -> tuple[Movement, list[MovementMember]]:
    """The movement as it is now, locked, with everything that is or was in it: one change at a time."""
    code = Movement.objects.select_for_update(of=("self",)).get(pk=movement.pk).public_id
    found = movement_by_id(code)
    assert found
    return found, members_of(found.pk)
