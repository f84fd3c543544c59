"""Who voted what: three long arrays, never a full table of people × statements."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from middenstip.methods.reading import InputError, same_name, same_words, tidy

from .rules import Integers

Indices = NDArray[np.int32]


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
        known = one_each(labels)
        names = tuple(sorted(set(known.values()), key=natural))
        place = {name: number for number, name in enumerate(names)}
        mine = [place.get(known.get(same_name(each), ""), -1) for each in self.people]
        return names, np.array(mine, dtype=np.int64)


def one_each(labels: Mapping[str, str]) -> dict[str, str]:
    """The label of each person under one spelling of the name, and each label as it was first written.

    >>> one_each({"Zoe\u0308": "Bewoners", "Zo\u00eb": "bewoners"})
    {'Zoë': 'Bewoners'}
    """
    written: dict[str, str] = {}
    return {
        same_name(name): written.setdefault(same_words(label), tidy(label)) for name, label in labels.items()
    }


def natural(name: str) -> tuple[bool, int, str]:
    """Sort key: whole numbers by value first, then text.

    >>> sorted(["10", "9", "b", "a"], key=natural)
    ['9', '10', 'a', 'b']
    """
    whole = name.isdecimal() and len(name) < 19
    return (not whole, int(name) if whole else 0, name)


class Places(dict[str, int]):
    """Numbers names in the order in which they come; two spellings of one name have one place.

    ``KeyError`` for a name in which nothing can be seen.
    """

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self._known: dict[str, int] = {}

    def __missing__(self, text: str) -> int:
        name = same_name(text)
        if not name:
            raise KeyError(text)
        place = self._known.setdefault(name, len(self.names))
        if place == len(self.names):
            self.names.append(tidy(text))
        self[text] = place
        return place


def collect(rows: Iterable[tuple[str, str, int]], statements: Iterable[str] = ()) -> Votes:
    """Votes from rows ``(person, statement, vote)``; of two votes on one statement the last counts.

    Two spellings of one name (composed or not, with signs that cannot be seen) are one person or statement.

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
    people, asked = Places(), Places()
    person, statement, value = [], [], []
    for name, about, vote in rows:
        if vote not in (1, 0, -1):
            raise InputError(f"de stem van {name} over {about} is {vote}; een stem is 1, 0 of -1.")
        if not same_name(name) or not same_name(about):
            raise InputError("er ontbreekt een persoon of een stelling.")
        person.append(people[name])
        statement.append(asked[about])
        value.append(vote)
    for name in filter(same_name, statements):
        asked[name]
    return arrange(
        people.names,
        asked.names,
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
