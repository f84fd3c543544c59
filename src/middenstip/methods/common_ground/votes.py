"""Who voted what: three long arrays, never a full table of people × statements."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .rules import Integers

Indices = NDArray[np.int32]


class InputError(ValueError):
    """Input that cannot be counted; the message is a sentence a person can act upon."""


@dataclass(frozen=True, eq=False)
class Votes:
    """Every vote once, sorted by person and statement, so that the order of the input is forgotten.

    ``person`` and ``statement`` are positions in ``people`` and ``statements`` (both in natural
    order); ``value`` is 1 agree, 0 pass, -1 disagree; ``replaced`` the number of votes that a later
    vote of the same person on the same statement replaced.
    """

    people: tuple[str, ...]
    statements: tuple[str, ...]
    person: Indices
    statement: Indices
    value: NDArray[np.int8]
    replaced: int = 0

    def of_people(self, labels: Mapping[str, str]) -> tuple[tuple[str, ...], Integers]:
        """Names of the labels in natural order, and per person the position of theirs or -1.

        >>> votes = collect([("ann", "s1", 1), ("bob", "s1", 1)])
        >>> votes.of_people({"bob": "overheid"})
        (('overheid',), array([-1,  0]))
        """
        names = tuple(sorted(set(labels.values()), key=natural))
        place = {name: number for number, name in enumerate(names)}
        return names, np.array([place.get(labels.get(each, ""), -1) for each in self.people], dtype=np.int64)


def natural(name: str) -> tuple[bool, int, str]:
    """Sort key: whole numbers by value first, then text.

    >>> sorted(["10", "9", "b", "a"], key=natural)
    ['9', '10', 'a', 'b']
    """
    whole = name.isdecimal() and len(name) < 19
    return (not whole, int(name) if whole else 0, name)


def collect(rows: Iterable[tuple[str, str, int]], statements: Iterable[str] = ()) -> Votes:
    """Votes from rows ``(person, statement, vote)``; of two votes on one statement the last counts.

    Parameters
    ----------
    rows:
        In the order of voting; a vote is 1 agree, 0 pass or -1 disagree.
    statements:
        Statements to list even when nobody saw them.

    Raises
    ------
    InputError
        For any other vote.

    >>> collect([("ann", "s2", 1), ("ann", "s2", -1)], statements=["s1"]).value
    array([-1], dtype=int8)
    """
    people: dict[str, int] = {}
    asked: dict[str, int] = {}
    person, statement, value = [], [], []
    for name, about, vote in rows:
        if vote not in (1, 0, -1):
            raise InputError(f"de stem van {name} over {about} is {vote}; een stem is 1, 0 of -1.")
        person.append(people.setdefault(name, len(people)))
        statement.append(asked.setdefault(about, len(asked)))
        value.append(vote)
    for name in statements:
        asked.setdefault(name, len(asked))
    return arrange(
        list(people),
        list(asked),
        np.array(person, dtype=np.int32),
        np.array(statement, dtype=np.int32),
        np.array(value, dtype=np.int8),
    )


def arrange(
    people: Sequence[str],
    statements: Sequence[str],
    person: Indices,
    statement: Indices,
    value: NDArray[np.int8],
) -> Votes:
    """Bring votes in the one order every result is computed in. O(v log v) for v votes."""
    person_rank, people_sorted = _rank(people)
    statement_rank, statements_sorted = _rank(statements)
    key = person_rank[person].astype(np.int64) * max(1, len(statements)) + statement_rank[statement]
    order = np.argsort(key, kind="stable")
    key = key[order]
    last = np.ones(len(key), dtype=np.bool_)
    last[:-1] = key[1:] != key[:-1]
    kept = order[last]
    return Votes(
        people_sorted,
        statements_sorted,
        person_rank[person[kept]],
        statement_rank[statement[kept]],
        value[kept],
        len(order) - len(kept),
    )


def _rank(names: Sequence[str]) -> tuple[Indices, tuple[str, ...]]:
    order = sorted(range(len(names)), key=lambda place: natural(names[place]))
    rank = np.empty(len(names), dtype=np.int32)
    rank[order] = np.arange(len(names), dtype=np.int32)
    return rank, tuple(names[place] for place in order)
