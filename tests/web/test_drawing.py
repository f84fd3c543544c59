"""The drawings: three equal halves, always in the same place, in words as well as in ink."""

from itertools import pairwise
from math import hypot

import pytest

from middenstip.kernel.half import Half
from middenstip.web.shared import drawing


def test_halves_are_equal_and_together_go_round() -> None:
    spans = [end - start for start, end in drawing.SPAN.values()]
    assert spans == [120, 120, 120]
    starts = sorted(start % 360 for start, _ in drawing.SPAN.values())
    assert [later - earlier for earlier, later in pairwise(starts)] == [120, 120]


@pytest.mark.parametrize(
    ("half", "place"),
    [(Half.RESIDENTS, "bottom"), (Half.GOVERNMENT, "top left"), (Half.BUSINESS, "top right")],
)
def test_each_half_lies_in_its_own_place(half: Half, place: str) -> None:
    x, y = drawing.polar(100, drawing.middle(half))
    side = "" if abs(x) < 1e-9 else " left" if x < 0 else " right"
    assert ("bottom" if y > 0 else "top") + side == place


def test_coordinates_are_short_and_have_a_point_in_every_language() -> None:
    assert [drawing.number(value) for value in (12.5, 3.0, -0.001, 1 / 3)] == ["12.5", "3", "0", "0.33"]


def test_slice_starts_in_the_centre_and_closes() -> None:
    assert drawing.sector(Half.RESIDENTS, 100) == "M0 0L86.6 50A100 100 0 0 1 -86.6 50Z"


def test_chalk_line_leaves_the_same_gap_between_all_slices() -> None:
    tips = {half: drawing.sector(half, 170, 7)[1:].split("L")[0] for half in Half}
    lengths = {half: round(hypot(*map(float, tip.split())), 1) for half, tip in tips.items()}
    assert lengths == dict.fromkeys(Half, 4.0)


def test_edge_follows_the_rim_of_the_slice() -> None:
    assert drawing.edge(Half.RESIDENTS, 100) == "M86.6 50A100 100 0 0 1 -86.6 50"


def test_one_seat_stands_in_the_middle_of_its_half() -> None:
    assert drawing.seats(Half.RESIDENTS, 1, 198) == [drawing.polar(198, 90)]


@pytest.mark.parametrize("half", list(Half))
def test_seven_seats_stay_within_their_half(half: Half) -> None:
    first = drawing.middle(half) - 3 * drawing.SEAT_STEP
    assert (first > drawing.SPAN[half][0], len(drawing.seats(half, 7, 198))) == (True, 7)


@pytest.mark.parametrize("count", [0, 1, 3, 11, 40, 75])
def test_every_party_gets_one_dot_inside_its_half(count: int) -> None:
    points = drawing.dots(Half.RESIDENTS, count, 62, 128)
    inside = [62 <= hypot(x, y) <= 128 and y > 0 for x, y in points]
    assert inside == [True] * count
