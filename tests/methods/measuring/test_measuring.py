"""Before and after in plain values; and that no small count is found by subtraction."""

from __future__ import annotations

import hashlib
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from middenstip.methods.measuring import (
    FEWEST,
    Point,
    difference,
    hidden_in,
    in_bytes,
    in_file,
    is_small,
    reason_not,
    sealed,
    weighed,
)

ONE = Point(Decimal(40), 2023, "GM0150", 40)


@pytest.mark.parametrize(
    ("after", "why"),
    [
        (Point(Decimal(42), 2025, "GM0150", 42), ""),
        (Point(Decimal(4), 2025, "GM0150", 4), "small"),
        (Point(None, 2025, "GM0150"), "unknown"),
        (Point(Decimal(42), 2025, "GM0957"), "other_area"),
        (Point(Decimal(42), 2023, "GM0150"), "same_year"),
    ],
)
def test_a_difference_or_the_reason_why_not(after: Point, why: str) -> None:
    assert reason_not(ONE, after) == why
    assert difference(ONE, after) == (Decimal(2) if not why else None)
    assert not is_small(None, 4)


def test_the_file_is_text_for_a_spreadsheet_and_its_checksum_is_of_its_bytes() -> None:
    text = in_file(("cijfer",), [["=1+1"], ["-3,5"], ["-x"]])
    assert text == "cijfer\r\n'=1+1\r\n-3,5\r\n'-x\r\n"
    assert sealed(text) == hashlib.sha256(in_bytes(text)).hexdigest()


@settings(deadline=None)
@given(
    st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), st.integers(0, 40), max_size=9),
    st.booleans(),
)
def test_what_is_hidden_beside_a_total_cannot_be_found(counts: dict[str, int], is_total_shown: bool) -> None:
    hidden, total = hidden_in(counts, is_total_shown=is_total_shown), sum(counts.values())
    assert {key for key, number in counts.items() if 0 < number < FEWEST} <= hidden
    assert all(counts[key] for key in hidden)  # nought is nobody
    if is_total_shown and hidden and total >= FEWEST:
        left = total - sum(number for key, number in counts.items() if key not in hidden)
        if set(hidden) != {key for key, number in counts.items() if number}:  # else the total tells no more
            assert len(hidden) > 1
            assert left >= FEWEST
        for key in hidden:  # another count for it fits as well
            assert any(left - other >= len(hidden) - 1 for other in range(1, left) if other != counts[key])
    if not is_total_shown:
        assert bool(hidden) == any(counts.values())


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(st.integers(0, 30), min_size=1, max_size=4), min_size=2, max_size=4))
def test_no_small_count_is_found_in_a_gemeente_with_wijken_and_buurten(tree: list[list[int]]) -> None:
    """An outsider has a sum for every wijk and one for the gemeente: a count is found when these fix it."""
    wijken = {f"{n}": sum(row) for n, row in enumerate(tree)}
    top = hidden_in(wijken)
    unknown, rows = [("w", key) for key in sorted(top)], []
    for n, row in enumerate(tree):
        counts = {f"{n}.{m}": number for m, number in enumerate(row)}
        hidden = hidden_in(counts, is_total_shown=f"{n}" not in top)
        unknown += [("b", key) for key in sorted(hidden)]
        rows.append(({("b", key) for key in hidden}, ("w", f"{n}") if f"{n}" in top else None))
    if sum(wijken.values()) < FEWEST:
        return  # the gemeente itself is not shown
    place = {one: number for number, one in enumerate(unknown)}
    sums = np.zeros((len(rows) + 1, max(len(unknown), 1)))
    for line, (buurten, wijk) in enumerate(rows):
        for one in buurten:
            sums[line, place[one]] = 1
        if wijk:
            sums[line, place[wijk]] = -1
    for key in top:
        sums[-1, place["w", key]] = 1
    rank = np.linalg.matrix_rank(sums)
    small = [("w", key) for key in top if wijken[key] < FEWEST]
    small += [
        ("b", f"{n}.{m}") for n, row in enumerate(tree) for m, one in enumerate(row) if 0 < one < FEWEST
    ]
    for one in small:
        unit = np.zeros((1, len(unknown)))
        unit[0, place[one]] = 1
        is_fixed = np.linalg.matrix_rank(np.vstack([sums, unit])) == rank
        assert not is_fixed or sum(wijken.values()) == sum(
            number for row in tree for number in row if number < FEWEST
        )


ANSWERS, AGES = ("yes", "no", "unknown"), ("young", "middle", "old")


@given(
    st.lists(st.integers(0, 60), min_size=9, max_size=9),
    st.lists(st.integers(0, 900), min_size=3, max_size=3),
)
def test_weighing_is_the_mean_of_the_ages_by_who_lives_there(counts: list[int], lives: list[int]) -> None:
    table = np.array(counts).reshape(3, 3)
    told = {
        (one, age): counts[3 * row + at] for row, one in enumerate(ANSWERS) for at, age in enumerate(AGES)
    }
    found = weighed(told, dict(zip(AGES, lives, strict=True)))
    kept = (table.sum(axis=0) >= 10) & (np.array(lives) > 0)
    left = table[:, kept]
    if kept.sum() < 2 or bool(((left > 0) & (left < 10)).any()):
        assert found is None
        return
    weights = np.array(lives)[kept] / np.array(lives)[kept].sum()
    expected = (left / left.sum(axis=0) * weights).sum(axis=1) * 100
    assert found is not None
    assert all(abs(found[one] - share) <= 0.5 + 1e-9 for one, share in zip(ANSWERS, expected, strict=True))


def test_when_every_age_answers_as_much_as_it_lives_there_nothing_changes() -> None:
    told = {("yes", "young"): 30, ("no", "young"): 10, ("yes", "old"): 20, ("no", "old"): 40}
    assert weighed(told, {"young": 400, "old": 600}) == {"yes": 50, "no": 50}
    assert weighed(told, {"young": 400}) is None  # nobody knows how many old people live there
