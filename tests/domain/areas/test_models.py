"""Constraints of the database, and areas that people draw."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from middenstip.domain.areas.models import Area, Figure, Outline
from middenstip.domain.areas.selectors import find_places, ground_of
from middenstip.domain.areas.services import draw_area
from middenstip.kernel.verdict import Invalid
from tests.domain.areas.small import square

pytestmark = pytest.mark.usefixtures("zonnedal")
AT = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    "wrong",
    [
        {"code": "gm0001"},
        {"code": "GM00011"},
        {"code": "WK000100"},
        {"kind": "dorp"},
        {"inhabitants": 10},
        {"lon": 6.0},
        {"lon": 600.0, "lat": 52.0},
    ],
)
def test_the_database_refuses_an_invalid_area(wrong: dict[str, object]) -> None:
    good = {"code": "GM0001", "kind": "gemeente", "name": "Maandorp", "year": 2024}
    with pytest.raises(IntegrityError), transaction.atomic():
        Area.objects.create(**{**good, **wrong})
    assert Area.objects.create(**good).municipality is not None


def test_a_figure_is_unique_per_year_and_has_a_source() -> None:
    gemeente = Area.objects.get(code="GM0999")
    for wrong in ({"source": "CBS", "key": "inhabitants"}, {"source": "", "key": "home_value"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Figure.objects.create(area=gemeente, year=2024, **wrong)


def test_a_too_long_name_is_refused_in_dutch() -> None:
    with pytest.raises(Invalid) as refused:
        Area(code="GM0001", kind="gemeente", name="x" * 121, year=2024).store()
    assert list(refused.value.errors) == ["name"]


def test_a_renamed_area_is_found_by_its_new_name() -> None:
    area = Area.objects.get(code="BU09990101")
    area.name = "Ruïne"
    area.store("name")

    assert [place.code for place in find_places("ruine")] == ["BU09990101"]


def test_a_drawn_area_is_inside_its_parent_areas() -> None:
    buurt = Area.objects.get(code="BU09990101")

    area = draw_area(name="Plein & hof", parent=buurt, geometry=square(6.001, 52.001, 0.002), at=AT)

    assert (area.code, area.year) == ("EIGEN-PLEIN-HOF", 2026)
    own, around = ground_of(area.code), ground_of(buurt.code)
    assert own
    assert around
    assert [one.code for one in own.parents] == ["GM0999", "WK099901", "BU09990101"]
    assert around.codes == ["BU09990101", "EIGEN-PLEIN-HOF"]


def test_drawing_again_moves_the_border_of_the_same_area() -> None:
    gemeente = Area.objects.get(code="GM0999")
    first = draw_area(name="Het veld", parent=gemeente, geometry=square(6, 52), at=AT)

    again = draw_area(name="Het veld", parent=gemeente, geometry=square(6.01, 52), at=AT)

    assert again == first
    assert again.lon is not None
    assert again.lon > 6.01
    assert Outline.objects.filter(area=first).count() == 1


def test_the_same_name_in_another_parent_makes_another_area() -> None:
    names = [("GM0999", "EIGEN-ONS-LANGE-VELD"), ("WK099901", "EIGEN-ONS-LANGE-VE-2")]
    for code, expected in names:
        parent = Area.objects.get(code=code)
        drawn = draw_area(name="Ons lange veldje", parent=parent, geometry=square(6, 52), at=AT)
        assert drawn.code == expected


@pytest.mark.parametrize(
    ("name", "geometry", "field"),
    [
        ("!!", square(6, 52), "name"),
        ("Veld", {"type": "Point", "coordinates": [6, 52]}, "geometry"),
        ("Veld", {"type": "Polygon", "coordinates": [[[6, 52], [6, 53]]]}, "geometry"),
        ("Veld", {}, "geometry"),
    ],
)
def test_an_invalid_drawing_is_refused(name: str, geometry: dict, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        draw_area(name=name, parent=Area.objects.get(code="GM0999"), geometry=geometry, at=AT)
    assert list(refused.value.errors) == [field]
