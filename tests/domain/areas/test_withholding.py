"""A number about fewer than ten people is not kept, nor the one beside it that would tell it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from middenstip.domain.areas.models import Area, Figure
from middenstip.domain.areas.services import AreaData, FigureData, import_areas

PEOPLE = {
    "GM0999": 1000,
    "WK099901": 300,
    "WK099902": 700,
    "BU09990101": 4,
    "BU09990102": 96,
    "BU09990103": 200,
    "BU09990201": 700,
}


def loaded() -> None:
    areas = [AreaData(code, code, 2024, number) for code, number in PEOPLE.items()]
    figures = [
        FigureData(code, "inhabitants", Decimal(number), 2024, "CBS") for code, number in PEOPLE.items()
    ]
    shares = [FigureData(code, "share_0_14", Decimal("10"), 2024, "CBS") for code in PEOPLE]
    older = FigureData("BU09990103", "share_0_14", Decimal("2"), 2020, "CBS")  # of how many is not known
    import_areas(areas, [], [*figures, *shares, older])


@pytest.mark.django_db
def test_what_is_too_small_is_unknown_and_so_is_what_would_tell_it() -> None:
    for _twice in range(2):
        loaded()
        kept = dict(Area.objects.values_list("code", "inhabitants"))
        assert kept == PEOPLE | {"BU09990101": None, "BU09990102": None}
        assert set(Area.objects.filter(inhabitants=None).values_list("inhabitants_source", flat=True)) == {""}
        gone = Figure.objects.filter(value=None).order_by("area__code", "key")
        # Ten percent of each of them is nobody, or ten people and more: those shares stay.
        assert list(gone.values_list("area__code", "key")) == [
            ("BU09990101", "inhabitants"),
            ("BU09990102", "inhabitants"),
        ]
    assert Figure.objects.get(year=2020).value == 2


@pytest.mark.django_db
def test_a_share_that_tells_a_few_people_is_unknown() -> None:
    loaded()
    import_areas([], [], [FigureData("BU09990103", "share_0_14", Decimal(3), 2024, "CBS")])
    few = Figure.objects.get(area__code="BU09990103", key="share_0_14", year=2024)
    assert few.value is None
