"""A person's own seat."""

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.parties import services as parties
from middenstip.kernel.half import Half
from tests.cast import Cast, person


@pytest.mark.parametrize("half", list(Half))
def test_an_own_seat_in_an_area_with_a_long_name_is_created(cast: Cast, half: Half) -> None:
    """The name of an area may be longer than the title of a seat."""
    village = Area.objects.get(code="WK015014")
    village.name = "Het gebied tussen de Oerdijk, de Bathmenseweg en de Spanjaardsdijk " * 2
    village.name = village.name[:120]
    village.store("name")
    seat = parties.own_seat(person=person(cast.tarik), half=half, area=village, at=cast.tick())
    assert seat.title.startswith(half.person)
    assert (len(seat.title), seat.title[-1]) == (100, "…")
