"""Which statement to put before someone next, so that the small halves are asked what matters."""

import numpy as np

from .bridge import bounds
from .counts import Counts, count
from .rules import Floats, Integers, Rules
from .votes import Votes


def weights(counts: Counts, sizes: Integers, half: int, rules: Rules) -> Floats:
    """Weight per statement for a member of ``half``: (least upper bound)⁴ / √(1 + votes of my half).

    What one half surely rejects can no longer become common ground and is hardly asked; what a half
    has seen little comes first there. O(halves × statements).
    """
    _, upper = bounds(counts, sizes, rules)
    return np.asarray(upper.min(0) ** 4 / np.sqrt(1 + counts.seen[half]))


def next_statement(
    votes: Votes,
    halves: dict[str, str],
    person: str,
    lot: float,
    rules: Rules | None = None,
) -> str | None:
    """The statement ``person`` is asked next, or None when they saw them all.

    Parameters
    ----------
    votes, halves:
        What was voted so far; the half of every member, ``person`` included.
    lot:
        A number from 0 up to 1; equal lots give equal answers.

    Raises
    ------
    KeyError
        When ``person`` has no half.

    >>> from middenstip.methods.common_ground.votes import collect
    >>> votes = collect([("ann", "s1", 1), ("bob", "s2", 1)])
    >>> next_statement(votes, {"ann": "bewoners", "bob": "overheid"}, "ann", lot=0.3)
    's2'
    """
    rules = rules or Rules()
    names, label = votes.of_people(halves)
    sizes = np.array([sum(half == name for half in halves.values()) for name in names], dtype=np.int64)
    weight = weights(count(votes, label, len(names)), sizes, names.index(halves[person]), rules)
    if person in votes.people:
        weight[votes.statement[votes.person == votes.people.index(person)]] = 0
    return None if not weight.any() else votes.statements[draw(weight, lot)]


def draw(weight: Floats, lot: float) -> int:
    """The position at which the running sum of ``weight`` passes ``lot`` times its total.

    >>> draw(np.array([0.0, 1.0, 3.0]), 0.2), draw(np.array([0.0, 1.0, 3.0]), 0.3)
    (1, 2)
    """
    running = np.cumsum(weight)
    return int(np.searchsorted(running, lot * running[-1], side="right"))
