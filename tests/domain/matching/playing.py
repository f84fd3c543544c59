"""Placing needs and offers in a story."""

from __future__ import annotations

from typing import Any

from middenstip.domain.areas.models import Area
from middenstip.domain.matching import services
from middenstip.domain.matching.models import Introduction, Listing
from middenstip.domain.matching.selectors import introduction_by_id, listing_by_id
from middenstip.kernel.actor import Actor
from tests.cast import Cast

VILLAGE = "WK015014"


def place(
    cast: Cast,
    by: Actor,
    title: str,
    *,
    is_offer: bool = False,
    sort: str = "goods",
    area: str = VILLAGE,
    initiative: Any = None,
    **told: Any,
) -> Listing:
    columns = {"sort": sort, "title": title, "until_on": cast.day(90)} | told
    return services.place_listing(
        by=by,
        is_offer=is_offer,
        told=columns,
        area=Area.objects.select_related("municipality", "district").get(code=area),
        initiative=initiative,
        at=cast.tick(),
    )


def fresh(thing: Listing | Introduction) -> Any:
    """The row as it is now."""
    find: Any = listing_by_id if isinstance(thing, Listing) else introduction_by_id
    return find(thing.public_id)


def met(cast: Cast, asker: Actor, owner: Actor, listing: Listing, **told: Any) -> Introduction:
    """Both said yes."""
    one = services.ask_introduction(by=asker, about=listing, at=cast.tick(), **told)
    return services.accept_introduction(by=owner, introduction=one, at=cast.tick())
