"""Votes, halves, groups and statements from CSV files."""

from pathlib import Path

import numpy as np

from .table import blocks
from .votes import InputError, Votes, arrange

VALUES = {"1": 1, "0": 0, "-1": -1, "1.0": 1, "0.0": 0, "-1.0": -1, "+1": 1, "-0": 0, "-0.0": 0}


class _Votes(dict[str, int]):
    """The values of votes; white space around one plays no part."""

    def __missing__(self, text: str) -> int:
        return VALUES[text.strip()]


class _Places(dict[str, int]):
    """Numbers names in the order in which they come; white space around a name plays no part."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def __missing__(self, text: str) -> int:
        name = text.strip()
        if name != text:
            place = self[name]
        else:
            place = len(self.names)
            self.names.append(name)
        self[text] = place
        return place


def read_votes(path: Path, statements: tuple[str, ...] = ()) -> Votes:
    """Read ``person,statement,vote``; ``statements`` are listed even when nobody saw them.

    Raises :class:`InputError` with file and line for a vote other than 1, 0 or -1, a missing name,
    or a file without votes. O(votes log votes) time, O(votes) room.
    """
    people, asked, values = _Places(), _Places(), _Votes(VALUES)
    person, about, value = [], [], []
    for block in blocks(path, ("person", "statement", "vote")):
        who, what, how = block.columns()
        person.append(np.fromiter(map(people.__getitem__, who), np.int32, len(who)))
        about.append(np.fromiter(map(asked.__getitem__, what), np.int32, len(what)))
        try:
            value.append(np.fromiter(map(values.__getitem__, how), np.int8, len(how)))
        except KeyError:
            block.blame(_wrong)
        if "" in people or "" in asked:
            block.blame(_wrong)
    if not people:
        raise InputError(f"{path}, regel 1: er staat geen enkele stem onder de kop.")
    for name in statements:
        asked[name]
    return arrange(
        people.names, asked.names, np.concatenate(person), np.concatenate(about), np.concatenate(value)
    )


def _wrong(person: str, statement: str, vote: str) -> str | None:
    if not person.strip() or not statement.strip():
        return "er ontbreekt een persoon of een stelling."
    return None if vote.strip() in VALUES else f"de stem is '{vote}'; een stem is 1, 0 of -1."


def read_labels(path: Path, column: str) -> dict[str, str]:
    """Read ``person`` and ``column`` (half or group); a person stands in one only.

    Raises :class:`InputError` with file and line for a missing name or a person in two. O(rows).
    """
    label: dict[str, str] = {}

    def wrong(name: str, value: str) -> str | None:
        name, value = name.strip(), value.strip()
        if not name or not value:
            return "er ontbreekt een naam."
        if label.setdefault(name, value) != value:
            return f"{name} staat al in '{label[name]}' en kan niet ook in '{value}' staan."
        return None

    for block in blocks(path, ("person", column)):
        block.blame(wrong)
    return label


def read_statements(path: Path) -> tuple[str, ...]:
    """Read ``statement``: every statement that could be voted on, in order. O(rows)."""
    names = (name.strip() for block in blocks(path, ("statement",)) for name in block.columns()[0])
    return tuple(filter(None, names))
