"""A CSV file in blocks of columns: fast while all is well, with the exact line when something is wrong.

Any spreadsheet will do: commas, semicolons (a Dutch Excel) or tabs, capitals in the names of columns, a
mark at the start (BOM), a first line ``sep=;``, and rows of separators only.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from .text import same_words, tidy

if TYPE_CHECKING:
    from _csv import Reader

ROWS = 1_000  # larger blocks only feed the garbage collector: measured twice as slow at 50,000
DELIMITERS = ",;\t"


class InputError(ValueError):
    """Input that cannot be counted; the message is a sentence a person can act upon."""


@dataclass(frozen=True)
class Block:
    """Some rows of a file; ``before`` is the line above them, ``picks`` where the wanted columns are.

    A column that may be left out and is not there has None as its pick, and is read as empty. The header has
    ``width`` fields, of which a row needs at least ``least``.
    """

    path: Path
    before: int
    rows: list[list[str]]
    picks: Sequence[int | None]
    width: int
    least: int

    def columns(self) -> list[tuple[str, ...]]:
        """The wanted columns, without blank lines."""
        across = list(zip(*filter(None, self.rows), strict=True))
        return [across[pick] if across and pick is not None else () for pick in self.picks]

    def lines(self) -> Iterator[tuple[int, list[str]]]:
        """Every row that holds something: the line it ends on, and its wanted fields."""
        for line, row in self._lines():
            yield line, ["" if pick is None else row[pick] for pick in self.picks]

    def blame(self, wrong: Callable[..., str | None]) -> None:
        """Raise :class:`InputError` for the first row about whose wanted fields ``wrong`` complains."""
        for line, fields in self.lines():
            if message := wrong(*fields):
                raise InputError(f"{self.path}, regel {line}: {message}")

    def filled(self) -> "Block":
        """The same block, with nothing in rows of separators only."""
        return replace(self, rows=[row if any(map(tidy, row)) else [] for row in self.rows])

    def fitted(self) -> "Block":
        """The same block, with every row as wide as the header; raise :class:`InputError` if one cannot be.

        Empty fields may stand at the end of a row, and fields that may be left out may be missing there.
        """
        if {0, self.width}.issuperset(map(len, self.rows)):
            return self
        block = replace(self, rows=[self._fitted(row) for row in self.filled().rows])
        for line, row in block._lines():
            if len(row) != self.width:
                raise InputError(f"{self.path}, regel {line}: {len(row)} velden in plaats van {self.width}.")
        return block

    def _fitted(self, row: list[str]) -> list[str]:
        while len(row) > self.width and not tidy(row[-1]):
            row = row[:-1]
        return row + [""] * (self.width - len(row)) if len(row) >= self.least else row

    def _lines(self) -> Iterator[tuple[int, list[str]]]:
        line = self.before
        for row in self.rows:
            line += 1 + sum(text.count("\n") for text in row)
            if row:
                yield line, row


def blocks(path: Path, wanted: Sequence[str], optional: Sequence[str] = ()) -> Iterator[Block]:
    """Read a CSV with a header; raise :class:`InputError` for what is not one. O(rows).

    The fields of a block are those of the ``wanted`` columns and then of the ``optional`` ones.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            above, first, delimiter = _opening(file, wanted)
            lines = chain([first], file)
            reader = csv.reader(lines, delimiter=delimiter, strict=True, skipinitialspace=True)
            try:
                yield from _blocks(reader, path, above, wanted, optional)
            except csv.Error as error:
                line = above + reader.line_num
                raise InputError(f"{path}, regel {line}: geen leesbare CSV ({error}).") from error
    except OSError as error:
        raise InputError(f"{path}: het bestand is niet te openen ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path}: de tekst is geen UTF-8 (byte {error.start}); bewaar het bestand als CSV UTF-8."
        ) from error


def _opening(file: TextIO, wanted: Sequence[str]) -> tuple[int, str, str]:
    """The number of lines above the header, the header itself, and what stands between its columns."""
    told = ""
    for above, line in enumerate(iter(file.readline, "")):
        if line.lower().startswith("sep=") and not told:
            told = line[4:].rstrip("\r\n")[:1]
        elif tidy(line.replace(told or ";", "")).strip(DELIMITERS):
            return above, line, told or _delimiter(line, wanted)
    return 0, "", ","


def _delimiter(header: str, wanted: Sequence[str]) -> str:
    """What stands between the columns: that which shows most of the wanted names."""
    found = {mark: _names(next(csv.reader([header], delimiter=mark))) for mark in DELIMITERS}
    return max(found, key=lambda mark: (sum(name in found[mark] for name in wanted), len(found[mark])))


def _names(header: Iterable[str]) -> list[str]:
    return [same_words(name) for name in header]


def _blocks(
    reader: "Reader", path: Path, above: int, wanted: Sequence[str], optional: Sequence[str]
) -> Iterator[Block]:
    header = _names(next(reader, []))
    for name in wanted:
        if name not in header:
            raise InputError(f"{path}, regel {above + 1}: de kolom {name} ontbreekt.")
    picks = [header.index(name) if name in header else None for name in (*wanted, *optional)]
    least = 1 + max(map(header.index, wanted))
    while True:
        before = above + reader.line_num
        rows = list(islice(reader, ROWS))
        if not rows:
            return
        yield Block(path, before, rows, picks, len(header), least).fitted()
