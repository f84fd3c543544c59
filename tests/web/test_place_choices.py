"""The places to choose from, the same at every door."""

from __future__ import annotations

from django.test import override_settings

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.services import draw_area
from middenstip.web.shared.place_choices import districts, forget, spots
from tests.cast import Cast
from tests.queries import at_most

SQUARE = {"type": "Polygon", "coordinates": [[[6.2, 52.2], [6.3, 52.2], [6.3, 52.3], [6.2, 52.2]]]}


def test_an_idea_has_a_wijk_and_a_seat_may_be_for_the_whole_gemeente(cast: Cast) -> None:
    assert spots() == [("Lettele", [("WK015014", "Lettele")])]
    assert districts() == [("GM0150", "GM0150", "Deventer"), ("GM0150", "WK015014", "Lettele")]


def test_they_are_read_once_and_again_when_an_area_is_drawn(cast: Cast) -> None:
    spots()
    with at_most(0):
        spots()
        districts()
    village = Area.objects.get(code="WK015014")
    draw_area(name="De Brink", parent=village, geometry=SQUARE, at=cast.at)
    forget()
    assert spots()[-1] == ("Zelf getekend", [("EIGEN-DE-BRINK", "De Brink")])
    assert len(districts()) == 2


@override_settings(HOME_AREA="")
def test_a_platform_for_all_offers_the_gemeenten_that_take_part(cast: Cast) -> None:
    assert {city for city, _code, _name in districts()} == {"GM0150"}
