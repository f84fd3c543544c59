"""Which statement to put before someone next, so that the small halves are asked what matters."""

import numpy as np

from .counts import Counts, count, surely_most_of
from .rules import Floats, Integers, Rules
from .votes import Votes

KNOWN = 0.1  # what is sure in my half by its roll is asked there a tenth as often


def weights(counts: Counts, half: int, sizes: Integers | None = None, rules: Rules | None = None) -> Floats:
    """Weight per statement for a member of ``half``: (chance of a yes of all)² / √(1 + votes of my half).

    What one half rejects can no longer become common ground and is hardly asked, and what looks
    shared is asked on, so that a lucky start does not last; what a half has seen little comes first
    there. Squared, because a small half has no votes to spare. With ``sizes``, the members per half, a
    statement that is sure in my half by its roll leaves its votes to others. O(halves × statements).
    """
    weight = chances(counts).prod(0) ** 2 / np.sqrt(1 + counts.seen[half])
    if sizes is None:
        return np.asarray(weight)
    sure = surely_most_of(counts.agree[half], counts.seen[half], int(sizes[half]), rules or Rules())
    return np.asarray(np.where(sure, KNOWN * weight, weight))


def chances(counts: Counts) -> Floats:
    """Chance that more than half of each half agrees, shape (halves, statements); never quite 0 or 1.

    The posterior of the yes share with every share equally likely beforehand is Beta(agree + 1,
    disagree + 1); its part above 1/2 is taken from the normal curve, and that as a logistic one (C. R.
    Bowling e.a., "A logistic approximation to the cumulative normal distribution", 2009).

    >>> yes, no = np.array([[0, 6, 1]]), np.array([[0, 2, 9]])
    >>> chances(Counts(yes, no, passed=0 * yes)).round(2)
    array([[0.5 , 0.9 , 0.02]])
    """
    lead = (counts.agree - counts.disagree) / np.sqrt(counts.decisive + 2)
    return np.asarray(1 / (1 + np.exp(-1.702 * lead.clip(-5, 5))))


def next_statement(votes: Votes, halves: dict[str, str], person: str, lot: float) -> str | None:
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
    names, label = votes.of_people(halves)
    members = list(halves.values())
    sizes = np.array([members.count(name) for name in names], dtype=np.int64)
    weight = weights(count(votes, label, len(names)), names.index(halves[person]), sizes)
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
