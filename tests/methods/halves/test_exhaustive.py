"""All vote lists of three halves with up to four voters each, against the rule in eight lines.

A list matters only through its counts, so every list is met once as counts: a half of four people
has 70 ways to cast up to four votes of four kinds, a half of three people 35. The order of the
halves is tried by its own property. By hand: of four voters 12 of the 70 ways are a JA, and any
three of them average two thirds or more, so 12 × 13 × 14 / 6 = 364 lists are adopted.
"""

from itertools import combinations_with_replacement, product

import pytest

from middenstip.methods.halves import HALVES, Rules, Tally, count_half
from middenstip.methods.halves.decision import combine


def every_half(roll: int) -> list[tuple[Tally, int]]:
    return [(Tally(*counts), roll) for counts in product(range(roll + 1), repeat=4) if sum(counts) <= roll]


def rule_of_eight_lines(three) -> bool:
    for tally, _ in three:
        noes = tally.tenzij + tally.nee
        if tally.ja < 2 or tally.ja <= noes:  # a tenth of three or four is below the minimum of two
            return False
    (a, _), (b, _), (c, _) = three
    da, db, dc = a.decisive, b.decisive, c.decisive
    return a.ja * db * dc + b.ja * da * dc + c.ja * da * db >= 2 * da * db * dc


@pytest.mark.parametrize(("roll", "lists", "adopted"), [(3, 7_770, 35), (4, 59_640, 364)])
def test_all_vote_lists_of_up_to_four_voters_per_half(roll, lists, adopted):
    counted = {each: count_half(HALVES[0], *each, Rules()) for each in every_half(roll)}
    met = passed = 0
    for three in combinations_with_replacement(counted, 3):
        passes = combine(1, tuple(counted[each] for each in three), Rules()).passes
        assert passes == rule_of_eight_lines(three), three
        met += 1
        passed += passes
    assert (met, passed) == (lists, adopted)


@pytest.mark.parametrize(
    ("roll", "cast", "needed"), [(3, 3, 2), (4, 4, 2), (20, 5, 2), (21, 6, 3), (40, 6, 4)]
)
def test_consent_in_every_way_a_half_can_vote(roll, cast, needed):
    """Every count of up to ``cast`` votes, with every number of noes that have a reason."""
    for ja, unless, no, neutral in product(range(cast + 1), repeat=4):
        if ja + unless + no + neutral <= cast:
            for objections in range(unless + no + 1):
                half = count_half(
                    HALVES[0], Tally(ja, unless, no, neutral, objections), roll, Rules(), "consent"
                )
                grave = objections >= 2 and objections >= roll / 10
                assert half.says_yes == (ja >= needed and not grave), half
