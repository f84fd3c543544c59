"""An area that people draw is checked as it is stored, and lies inside its parent."""

from __future__ import annotations

from typing import Any

import pytest

from middenstip.domain.areas.models import Area, Outline
from middenstip.domain.areas.services import draw_area
from middenstip.kernel.verdict import Invalid
from tests.cast import Cast

BORDER = [[6.0, 52.2], [6.4, 52.2], [6.4, 52.4], [6.0, 52.4], [6.0, 52.2]]
INSIDE = [[6.1, 52.25], [6.2, 52.25], [6.2, 52.3], [6.1, 52.3], [6.1, 52.25]]


def draw(cast: Cast, *rings: list[list[float]]) -> Area:
    city = Area.objects.get(code="GM0150")
    geometry = {"type": "Polygon", "coordinates": [BORDER]}
    border = {"geometry": geometry, "source": "CBS", "year": 2024}
    Outline.objects.update_or_create(area=city, defaults=border)
    drawn: dict[str, Any] = {"type": "Polygon", "coordinates": list(rings)}
    return draw_area(name="De Brink", parent=city, geometry=drawn, at=cast.tick())


def refused(cast: Cast, *rings: list[list[float]]) -> str:
    with pytest.raises(Invalid) as refusal:
        draw(cast, *rings)
    assert not Area.objects.filter(name="De Brink").exists()
    return str(refusal.value.errors["geometry"])


def test_an_area_that_vanishes_when_it_is_rounded_is_refused(cast: Cast) -> None:
    flat = [[6.15, 52.25], [6.16, 52.25], [6.16, 52.2500001], [6.15, 52.25]]
    assert refused(cast, flat) == "Teken een gesloten vlak op de kaart."


@pytest.mark.parametrize(
    ("ring", "sentence"),
    [
        ([[6.4, 52.4], [7.0, 52.4], [7.0, 52.8], [6.4, 52.4]], "steekt buiten"),  # they share one corner
        ([[-180, -90], [180, -90], [180, 90], [-180, 90], [-180, -90]], "steekt buiten"),
        ([[6.3, 52.25], [6.5, 52.25], [6.5, 52.3], [6.3, 52.3], [6.3, 52.25]], "steekt buiten"),
        ([[9.3, 52.25], [9.5, 52.25], [9.5, 52.3], [9.3, 52.3], [9.3, 52.25]], "ligt niet in"),
    ],
)
def test_what_is_not_inside_is_refused(cast: Cast, ring: list[list[float]], sentence: str) -> None:
    assert sentence in refused(cast, ring)


def test_a_hole_larger_than_the_border_is_refused(cast: Cast) -> None:
    hole = [[6.05, 52.22], [6.35, 52.22], [6.35, 52.38], [6.05, 52.38], [6.05, 52.22]]
    assert "groter dan het vlak zelf" in refused(cast, INSIDE, hole)


def test_a_border_that_sticks_out_a_hair_is_still_inside(cast: Cast) -> None:
    edge = [[5.9999, 52.25], [6.2, 52.25], [6.2, 52.3], [5.9999, 52.3], [5.9999, 52.25]]
    assert draw(cast, edge).name == "De Brink"
