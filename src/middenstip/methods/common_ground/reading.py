"""Votes, halves, groups and statements from CSV files."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from middenstip.methods.reading import Block, InputError, blocks, same_name, same_words, tidy

from .votes import Places, Votes, arrange

VALUES = {"1": 1, "0": 0, "-1": -1, "1.0": 1, "0.0": 0, "-1.0": -1, "+1": 1, "-0": 0, "-0.0": 0}


class _Votes(dict[str, int]):
    """The values of votes; white space around one plays no part, nor a comma in place of a point."""

    def __missing__(self, text: str) -> int:
        return VALUES[same_name(text).replace(",", ".")]


def read_votes(path: Path, statements: tuple[str, ...] = ()) -> Votes:
    """Read ``person,statement,vote``; ``statements`` are listed even when nobody saw them.

    Raises :class:`InputError` with file and line for a vote other than 1, 0 or -1, a missing name,
    or a file without votes. O(votes log votes) time, O(votes) room.
    """
    people, asked, values = Places(), Places(), _Votes(VALUES)
    person: list[NDArray[Any]] = []
    about: list[NDArray[Any]] = []
    value: list[NDArray[Any]] = []
    for block in blocks(path, ("person", "statement", "vote")):
        try:
            numbers = _numbered(block, people, asked, values)
        except KeyError:  # a row of separators only, or a mistake
            block = block.filled()
            block.blame(_wrong)
            numbers = _numbered(block, people, asked, values)
        for column, more in zip((person, about, value), numbers, strict=True):
            column.append(more)
    if not people:
        raise InputError(f"{path}, regel 1: er staat geen enkele stem onder de kop.")
    for name in statements:
        asked[name]
    return arrange(
        people.names, asked.names, np.concatenate(person), np.concatenate(about), np.concatenate(value)
    )


def _numbered(block: Block, people: Places, asked: Places, values: _Votes) -> tuple[NDArray[Any], ...]:
    """Who, about what and how, as numbers; ``KeyError`` for a name or a vote that is none."""
    who, what, how = block.columns()
    return (
        np.fromiter(map(people.__getitem__, who), np.int32, len(who)),
        np.fromiter(map(asked.__getitem__, what), np.int32, len(what)),
        np.fromiter(map(values.__getitem__, how), np.int8, len(how)),
    )


def _wrong(person: str, statement: str, vote: str) -> str | None:
    if not tidy(person) or not tidy(statement):
        return "er ontbreekt een persoon of een stelling."
    known = same_name(vote).replace(",", ".") in VALUES
    return None if known else f"de stem is '{vote}'; een stem is 1, 0 of -1."


def read_labels(path: Path, column: str) -> dict[str, str]:
    """Read ``person`` and ``column`` (half or group); a person stands in one only.

    Raises :class:`InputError` with file and line for a missing name or a person in two. O(rows).
    """
    label: dict[str, str] = {}
    written: dict[str, tuple[str, str]] = {}

    def wrong(name: str, value: str) -> str | None:
        name, value = tidy(name), tidy(value)
        if not name or not value:
            return "er ontbreekt een naam."
        first, told = written.setdefault(same_name(name), (name, value))
        if same_words(told) != same_words(value):
            return f"{name} staat al in '{told}' en kan niet ook in '{value}' staan."
        label[first] = told
        return None

    for block in blocks(path, ("person", column)):
        block.filled().blame(wrong)
    return label


def read_statements(path: Path) -> tuple[str, ...]:
    """Read ``statement``: every statement that could be voted on, in order. O(rows)."""
    names = (tidy(name) for block in blocks(path, ("statement",)) for name in block.columns()[0])
    return tuple(filter(None, names))
