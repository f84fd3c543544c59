"""Tarik, who is new, offers a thing with a link in it: a moderator reads it first."""

from __future__ import annotations

import pytest

from middenstip.domain.matching.models import Listing
from middenstip.journeys import publish_text
from middenstip.kernel.verdict import Forbidden
from tests.cast import Cast
from tests.domain.matching.playing import fresh, place


def test_placing_is_checked_like_any_public_text(cast: Cast) -> None:
    told_twice = {
        "by": cast.tarik,
        "is_offer": True,
        "told": {
            "sort": "goods",
            "title": "Fiets",
            "text": "Zie www.voorbeeld.example",
            "until_on": cast.day(9),
        },
        "area": place(cast, cast.bas, "Iets").area,
    }
    placed = publish_text.listing(**told_twice, key="k", at=cast.tick())
    assert fresh(placed).is_hidden
    assert publish_text.listing(**told_twice, key="k", at=cast.tick()) == placed
    assert Listing.objects.filter(person=cast.tarik.person_id).count() == 1
    changed = {"sort": "goods", "title": "Een fiets", "until_on": cast.day(9)}
    with pytest.raises(Forbidden, match="verborgen"):
        publish_text.listing_text(
            by=cast.tarik, listing=placed, told=changed, area=placed.area, at=cast.tick()
        )
    offer = place(cast, cast.bas, "Fiets", is_offer=True)
    after = publish_text.listing_text(
        by=cast.bas, listing=offer, told=changed, area=offer.area, at=cast.tick()
    )
    assert fresh(after).title == "Een fiets"
