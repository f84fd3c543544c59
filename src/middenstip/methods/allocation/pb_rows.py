"""The lines of one section of a ``.pb`` file, and their cells."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from .errors import BadElection


@dataclass(frozen=True, slots=True)
class Section:
    """The lines below a section name; the ``first`` of them has this line number in the file."""

    first: int
    lines: list[str]


def filled(line: str) -> bool:
    """Whether a line holds something; a spreadsheet may leave rows of separators only.

    >>> filled("7;12,15"), filled(" ;;")
    (True, False)
    """
    return line.strip("; \t") != ""


def rows_of(section: Section) -> Iterator[tuple[int, list[str]]]:
    """All rows that hold something, with the line number each ends on."""
    reader = csv.reader(section.lines, delimiter=";")
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield section.first + reader.line_num - 1, row
    except csv.Error as broken:
        raise BadElection("Deze regel is niet te lezen.", section.first + reader.line_num - 1) from broken
