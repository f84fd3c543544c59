"""Geometry of outlines: no gaps between neighbours, no lost corners of a gemeente."""

import math
from io import StringIO
from typing import Any

import pytest
import shapely
from django.core.management.base import OutputWrapper

from middenstip.domain.areas.management.commands._progress import Bar
from middenstip.domain.areas.management.sources.columns import squeezed
from middenstip.domain.areas.management.sources.outlines import read_outlines
from middenstip.domain.areas.services.shapes import (
    crossing,
    fill_gaps,
    from_geojson,
    join,
    simplify,
    square_km,
)
from tests.domain.areas.small import geojson, square


def wavy(west: float, phase: int) -> dict[str, Any]:
    """A strip whose east side is a fine wave at `west` + 0.01, equal to the west side of the next strip."""
    side = [(0.0001 * math.sin(step), 52 + step / 10_000) for step in range(101)]
    left = [(west + dx, y) for dx, y in side] if phase else [(west, 52.01), (west, 52.0)]
    right = [(west + 0.01 + dx, y) for dx, y in side]
    ring = [*right, *reversed(left)] if phase else [*right, *left]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def test_simplified_neighbours_still_touch_without_gap_or_overlap() -> None:
    left, right = (from_geojson(wavy(6 + 0.01 * n, n)) for n in (0, 1))

    less = simplify([left, right], 20)

    corners = shapely.get_num_coordinates(less)
    assert all(corners < shapely.get_num_coordinates([left, right]) / 2)
    assert less[0].intersection(less[1]).area == 0
    assert len(shapely.get_parts(shapely.union_all(less))) == 1
    assert not shapely.union_all(less).interiors


def test_joining_closes_the_seam_between_neighbours() -> None:
    whole = join([from_geojson(square(6.0, 52.0)), from_geojson(square(6.01001, 52.0))])

    assert whole.geom_type == "Polygon"
    assert square_km(whole) == pytest.approx(1.519, abs=0.01)


def test_joining_closes_a_sliver_but_keeps_an_enclave() -> None:
    outer = from_geojson(square(6.0, 52.0, 0.05))
    sliver, enclave = from_geojson(square(6.01, 52.01, 0.0005)), from_geojson(square(6.02, 52.02, 0.01))

    whole = join([outer - sliver - enclave])

    assert square_km(whole) == pytest.approx(square_km(outer - enclave), rel=1e-3)
    assert len(shapely.get_parts(whole)[0].interiors) == 1


def test_a_gap_is_filled_from_the_coarse_outline() -> None:
    coarse = from_geojson(square(6.0, 52.0, 0.02))
    fine = join(
        [from_geojson(square(6.0, 52.0)), from_geojson(square(6.01, 52.0)), from_geojson(square(6, 52.01))]
    )

    whole = fill_gaps(fine, coarse)

    assert square_km(whole) == pytest.approx(square_km(coarse), rel=0.01)


def test_a_border_is_refused_where_it_crosses_itself_or_when_it_is_no_surface() -> None:
    whole = square(6.0, 52.0)
    assert crossing(whole) is None
    bow = [[6, 52], [7, 53], [7, 52], [6, 53], [6, 52]]
    assert crossing({"type": "Polygon", "coordinates": [bow]}) == (6.5, 52.5)
    (border,), (hole,) = whole["coordinates"], square(7.0, 52.0)["coordinates"]
    for rings, why in (([border, hole], "Hole lies outside shell"), ([[[6, 52]] * 4], "Too few points")):
        with pytest.raises(ValueError, match=why):
            crossing({"type": "Polygon", "coordinates": rings})


def test_water_and_abroad_are_skipped() -> None:
    text = geojson(
        ({"gemeentecode": "GM0998", "jaar": 2024, "water": "NEE"}, square(6, 52)),
        ({"gemeentecode": "GM0001", "jaar": 2024, "water": "JA"}, square(6, 52)),
        ({"gemeentecode": "GM0001", "jaar": 2024, "water": "NEE"}, square(6, 52)),
    )
    assert [one.code for one in read_outlines(text, "test", None).outlines] == ["GM0001"]


@pytest.mark.parametrize(
    ("properties", "code", "figures"),
    [
        (
            {
                "buurtcode": "BU00010101",
                "wijkcode": "WK000101",
                "gemeentecode": "GM0001",
                "aantalInwoners": 5,
            },
            "BU00010101",
            {"inhabitants": 5},
        ),
        (
            {"wijkcode": "WK000101", "gemeentecode": "GM0001", "aantal_inwoners": -99997},
            "WK000101",
            {"inhabitants": None},
        ),
        ({"statcode": "GM0001", "percentage_personen_65_jaar_en_ouder": 21}, "GM0001", {"share_65_plus": 21}),
        (
            {"code": "BU00010101", "kscore": 7, "konv": "NA"},
            "BU00010101",
            {"livability_class": 7, "livability_safety": None},
        ),
    ],
)
def test_column_names_of_every_source_are_recognised(
    properties: dict[str, Any], code: str, figures: dict[str, Any]
) -> None:
    found = read_outlines(geojson((properties, square(6, 52))), "test", 2024)

    assert [one.code for one in found.outlines] == [code]
    assert {one.key: one.value for one in found.figures} == figures


@pytest.mark.parametrize(
    ("header", "stem"),
    [
        ("Bevolking/Aantal inwoners (aantal)", "bevolkingaantalinwoners"),
        ("Bevolking.Aantal.inwoners..aantal.", "bevolkingaantalinwoners"),
        ("AantalInwoners_5", "aantalinwoners"),
        ("k_65JaarOfOuder_12", "65jaarofouder"),
        ("aantalInwoners", "aantalinwoners"),
        ("aantal_inwoners", "aantalinwoners"),
        ("a_inw ", "ainw"),
        ("p_1gezw", "p1gezw"),
    ],
)
def test_a_column_is_found_by_its_stem(header: str, stem: str) -> None:
    assert squeezed(header) == stem


def test_the_progress_bar_is_full_at_the_end() -> None:
    screen = StringIO()
    bar = Bar(OutputWrapper(screen))

    bar.show("buurt toevoegen", 1, 2)
    bar.show("buurt toevoegen", 2, 2)

    half, full = screen.getvalue().split("\r")[1:]
    assert half == f"{'buurt toevoegen':<18} {'#' * 15}{'.' * 15} 1/2"
    assert full == f"{'buurt toevoegen':<18} {'#' * 30} 2/2\n"
