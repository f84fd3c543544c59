"""The rows of one section of a ``.pb`` file, and their cells.

A file is read as the csv standard (RFC 4180) says, with ``;`` between cells: a cell between quotes may hold
anything, a line break or the name of a section included. Only CR and LF end a line.
"""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from middenstip.methods.reading import same_words, tidy

from .errors import BadElection

CELL = re.compile(
    r'[ \t]*"(?P<quoted>[^"]*+(?:""[^"]*+)*+)"(?P<rest>[^;\r\n]*)(?P<end>;|\r\n?|\n|\Z)'
    r"|(?P<plain>[^;\r\n]*)(?P<stop>;|\r\n?|\n|\Z)"
)
Cells: TypeAlias = list[str]
Record: TypeAlias = str | Cells  # a line as it stands there, or its cells when quotes were taken off


class Quoted(str):
    """A cell that stood between quotes: what is in it is meant as it stands there."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Section:
    """The records below a section name, and the line of the file on which each ends."""

    records: Sequence[Record]
    lines: Sequence[int]


def records_of(text: str) -> Section:
    """All records of a file; raises ``BadElection`` for a quote that is never closed. O(length)."""
    lines = list(io.StringIO(text, newline=""))
    if '"' not in text:
        return Section([line.rstrip("\r\n") for line in lines], range(1, len(lines) + 1))
    records: list[Record] = []
    numbers: list[int] = []
    start = read = 0
    for number, line in enumerate(lines, 1):
        if start >= read:  # this line is no part of the record before it
            cells, read = taken_apart(text, start, number) if '"' in line else (line.rstrip("\r\n"), start)
            records.append(cells)
            numbers.append(number)
        else:
            numbers[-1] = number
        start += len(line)
    return Section(records, numbers)


def taken_apart(text: str, start: int, line: int) -> tuple[Cells, int]:
    """The cells of the record that starts here, and where the next one starts."""
    cells: Cells = []
    while True:
        found = CELL.match(text, start)
        assert found is not None  # the second half of the pattern takes anything
        if found["quoted"] is None:
            if found["plain"].lstrip(" \t").startswith('"'):
                raise BadElection("Deze regel is niet te lezen: een aanhalingsteken sluit nergens.", line)
            cells.append(found["plain"])
        else:
            inside = found["quoted"].replace('""', '"')
            cells.append(inside + found["rest"] if found["rest"].strip() else Quoted(inside))
        start = found.end()
        if (found["end"] or found["stop"]) != ";":
            return cells, start


def filled(record: Record) -> bool:
    """Whether a record holds something; a spreadsheet may leave rows of separators only.

    >>> filled("7;12,15"), filled(" ;;"), filled(["", "x"])
    (True, False, True)
    """
    if isinstance(record, str):
        left = record.strip("; \t")
        return left != "" and (left.isascii() or tidy(left.replace(";", "")) != "")
    return any(cell if isinstance(cell, Quoted) else tidy(cell) for cell in record)


def rows_of(section: Section) -> Iterator[tuple[int, Cells]]:
    """All rows that hold something, with the line number each ends on."""
    for line, record in zip(section.lines, section.records, strict=True):
        if filled(record):
            yield line, record.split(";") if isinstance(record, str) else record


def value(cell: str) -> str:
    """What a cell says: as it stands there between quotes, else without the space around it.

    >>> value(" a "), value(Quoted(" a "))
    ('a', ' a ')
    """
    return str(cell) if isinstance(cell, Quoted) else cell.strip()


def known(cell: str) -> str:
    """What a cell says, with nothing for ``None``; between quotes it is a word like any other."""
    said = value(cell)
    return "" if not isinstance(cell, Quoted) and said.lower() == "none" else said


def header(cells: Cells, names: Collection[str]) -> list[str]:
    """The names of the columns; capitals and signs that cannot be seen play no part in those that are ours.

    >>> header([" Voter_ID ", "Leeftijd"], {"voter_id", "vote"})
    ['voter_id', 'Leeftijd']
    """
    return [name if (name := same_words(cell)) in names else value(cell) for cell in cells]
