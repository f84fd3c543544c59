"""The halves have one order, and a set of halves is one number."""

import itertools

import pytest

from middenstip.kernel.half import (
    ALL_HALVES,
    HALF_CHOICES,
    Half,
    bits_of,
    halves_missing,
    halves_of,
    place_of,
)

ORDER = ("bewoners", "overheid", "ondernemers")
SETS = [some for size in range(4) for some in itertools.combinations(ORDER, size)]


def test_halves_have_the_same_order_in_every_list() -> None:
    assert tuple(Half) == ORDER
    assert tuple(value for value, _word in HALF_CHOICES) == ORDER
    assert [place_of(half) for half in ORDER] == [0, 1, 2]
    assert halves_of(ALL_HALVES) == ORDER
    assert sorted({"ondernemers", "overheid", "bewoners"}, key=place_of) == list(ORDER)


@pytest.mark.parametrize("some", SETS, ids=str)
def test_a_set_of_halves_and_its_complement_are_in_the_fixed_order(some: tuple[str, ...]) -> None:
    bits = bits_of(reversed(some))
    assert halves_of(bits) == some
    assert halves_missing(bits) == tuple(half for half in ORDER if half not in some)
    assert bits | bits_of(halves_missing(bits)) == ALL_HALVES == 7
