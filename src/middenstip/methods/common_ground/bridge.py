"""The bridge score: what the most hesitant half still says yes to."""

from dataclasses import dataclass

import numpy as np

from .counts import Counts, surely_most, surely_most_of, wilson
from .rules import Floats, Integers, Rules, Truths


@dataclass(frozen=True, eq=False)
class Bridge:
    """Per half and statement, shape (halves, statements): bounds of the yes share and the verdict.

    ``score`` is the minimum of ``lower`` over the halves; ``certified`` where every half surely
    says yes; ``near`` where all halves but one do and that one (``hesitates``) may still.
    ``order`` is the sort key for thin data: the least posterior mean (agree + 1) / (decisive + 2).
    """

    lower: Floats
    upper: Floats
    sure: Truths
    score: Floats
    certified: Truths
    near: Truths
    hesitates: Integers
    order: Floats


def bridge(counts: Counts, sizes: Integers, rules: Rules) -> Bridge:
    """Measure every statement in every half; the halves weigh the same whatever their size.

    A half of ``census_below`` members or more is a sample: Wilson bounds of agree / (agree +
    disagree), sure above 1/2 from ``least_votes`` such votes. A smaller half is a census: of its
    members, those who agree and those not yet asked bound the share exactly, and it is sure when all
    were asked and more than half of them agree. Nothing is certified with fewer than
    ``halves_needed`` halves. O(halves × statements).

    Parameters
    ----------
    counts:
        Votes per half, shape (halves, statements).
    sizes:
        Members per half.
    """
    lower, upper = bounds(counts, sizes, rules)
    small = (sizes < rules.census_below)[:, None]
    sample = surely_most(counts.agree, counts.disagree, rules) & (counts.decisive >= rules.least_votes)
    census = (counts.seen == sizes[:, None]) & (2 * counts.agree > sizes[:, None])
    of_roll = np.array(
        [
            surely_most_of(agree, seen, int(size), rules)
            for agree, seen, size in zip(counts.agree, counts.seen, sizes, strict=True)
        ]
    ).reshape(sample.shape)
    sure = np.where(small, census, sample) | of_roll
    enough = len(sizes) >= rules.halves_needed
    missing = (~sure).sum(0)
    hesitates = np.argmin(sure, axis=0)
    open_still = np.take_along_axis(upper, hesitates[None], 0)[0] >= 0.5
    return Bridge(
        lower,
        upper,
        sure,
        score=lower.min(0),
        certified=enough & (missing == 0),
        near=enough & (missing == 1) & open_still,
        hesitates=hesitates,
        order=((counts.agree + 1) / (counts.decisive + 2)).min(0),
    )


def bounds(counts: Counts, sizes: Integers, rules: Rules) -> tuple[Floats, Floats]:
    """Lower and upper bound of the yes share per half and statement: Wilson, or exact in a census."""
    lower, upper = wilson(counts.agree, counts.decisive, rules)
    members = np.maximum(sizes, 1)[:, None]
    small = (sizes < rules.census_below)[:, None]
    unasked = np.maximum(members - counts.seen, 0)
    return (
        np.where(small, counts.agree / members, lower),
        np.where(small, (counts.agree + unasked) / members, upper),
    )
