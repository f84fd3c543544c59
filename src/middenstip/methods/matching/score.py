"""The numbers behind an order: BM25, character 4-grams, and their sum.

BM25 is that of Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), with a fixed
average length, so that a new text never changes the weight of another. Weights are whole
thousandths: sums of whole numbers are the same in every order and on every database.
"""

import math
from collections.abc import Iterable, Mapping

K1 = 1.2
B = 0.75
WORDS = 45  # the average length of a text, fixed
LETTERS = 250  # the same length in letters and spaces
UNIT = 1000


def weight(count: int, length: int) -> int:
    """Return the weight of a term that stands `count` times in a text of `length` words, in thousandths.

    >>> weight(1, 45), weight(2, 45)
    (1000, 1375)
    """
    return round(UNIT * count * (K1 + 1) / (count + K1 * (1 - B + B * length / WORDS)))


def idf(df: int, texts: int) -> int:
    """Return how much a term says when `df` of `texts` texts have it, in thousandths.

    >>> idf(1, 100), idf(100, 100)
    (4210, 5)
    """
    df = min(df, texts)
    return round(UNIT * math.log(1 + (texts - df + 0.5) / (df + 0.5)))


def spread(scores: Mapping[int, float]) -> dict[int, float]:
    """Return the scores stretched to 0-1: the lowest becomes 0, the highest 1, all equal becomes 0.

    >>> spread({7: 2.0, 8: 4.0, 9: 3.0})
    {7: 0.0, 8: 1.0, 9: 0.5}
    """
    if not scores:
        return {}
    low, high = min(scores.values()), max(scores.values())
    if high == low:
        return dict.fromkeys(scores, 0.0)
    return {key: (score - low) / (high - low) for key, score in scores.items()}


def within(budget: int, costs: Iterable[tuple[int, str]]) -> list[str]:
    """Return the rarest names first, as long as their costs together fit the budget; always at least one.

    >>> within(10, [(3, "b"), (2, "a"), (9, "c")])
    ['a', 'b']
    >>> within(1, [(3, "b")])
    ['b']
    """
    chosen: list[str] = []
    spent = 0
    for cost, name in sorted(costs):
        spent += cost
        if chosen and spent > budget:
            break
        chosen.append(name)
    return chosen
