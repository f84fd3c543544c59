"""How good is an order? Three measures over the first ten, each between 0 and 1.

Definitions: Manning, Raghavan and Schütze, "Introduction to Information Retrieval" (2008), ch. 8.
"""

import math
from collections.abc import Collection, Sequence

DEPTH = 10


def reciprocal_rank(found: Sequence[str], relevant: Collection[str]) -> float:
    """Return 1 / the place of the first right one among the first ten, or 0.

    >>> reciprocal_rank(["a", "b"], {"b"})
    0.5
    """
    places = (place for place, key in enumerate(found[:DEPTH], 1) if key in relevant)
    return 1 / next(places, math.inf)


def ndcg(found: Sequence[str], relevant: Collection[str]) -> float:
    """Return the gain, discounted by place, as a share of the best order there could be.

    >>> ndcg(["a", "b"], {"a"})
    1.0
    """
    gain = sum(1 / math.log2(place + 1) for place, key in enumerate(found[:DEPTH], 1) if key in relevant)
    ideal = sum(1 / math.log2(place + 1) for place in range(1, min(DEPTH, len(set(relevant))) + 1))
    return gain / ideal


def recall(found: Sequence[str], relevant: Collection[str]) -> float:
    """Return the share of the right ones that stand among the first ten.

    >>> recall(["a", "b"], {"a", "c"})
    0.5
    """
    return len(set(found[:DEPTH]) & set(relevant)) / len(set(relevant))


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that `share` of the values do not exceed (nearest rank).

    >>> percentile([3.0, 1.0, 2.0, 4.0], 0.5)
    2.0
    """
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
