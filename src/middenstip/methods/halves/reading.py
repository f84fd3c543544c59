"""Reading the published vote list and the roll."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from .ballots import HALVES, InputError, Vote

if TYPE_CHECKING:
    from _csv import Reader

COLUMNS = ("round", "half", "vote")


def parse_roll(text: str) -> dict[str, int]:
    """Read ``bewoners=40,overheid=8,ondernemers=12``; raise :class:`InputError` when unreadable.

    >>> parse_roll("bewoners=40, overheid=8, ondernemers=12")["overheid"]
    8
    """
    roll: dict[str, int] = {}
    for part in text.split(","):
        name, _, number = (piece.strip() for piece in part.partition("="))
        if not _is_count(number):
            raise InputError(
                f"--roll: '{part.strip()}' is niet te lezen; schrijf bijvoorbeeld {HALVES[0]}=40."
            )
        if name in roll:
            raise InputError(f"--roll: de helft {name} staat er twee keer.")
        roll[name] = int(number)
    return roll


def read_votes(path: Path) -> list[Vote]:
    """Read a CSV with the columns ``round,half,vote`` and, if published, ``condition``.

    Raises :class:`InputError` with file and line for a missing file or column, text that is not
    UTF-8, a row of another length or a round that is not a number. O(rows).
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(_votes(csv.reader(file, strict=True), path))
    except OSError as error:
        raise InputError(f"{path}: het bestand is niet te openen ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: de tekst is geen UTF-8 (byte {error.start}).") from error


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10


def _votes(rows: "Reader", path: Path) -> Iterator[Vote]:
    try:
        header = [name.strip() for name in next(rows, [])]
        missing = [name for name in COLUMNS if name not in header]
        if missing:
            raise InputError(f"{path}, regel 1: de kolom {missing[0]} ontbreekt.")
        for row in rows:
            if not row:
                continue
            if len(row) != len(header):
                raise InputError(
                    f"{path}, regel {rows.line_num}: {len(row)} velden in plaats van {len(header)}."
                )
            yield _vote(dict(zip(header, row, strict=True)), path, rows.line_num)
    except csv.Error as error:
        raise InputError(f"{path}, regel {rows.line_num}: geen leesbare CSV ({error}).") from error


def _vote(field: dict[str, str], path: Path, line: int) -> Vote:
    number = field["round"].strip()
    if not _is_count(number):
        raise InputError(f"{path}, regel {line}: '{number}' is geen nummer van een ronde.")
    return Vote(
        int(number),
        field["half"].strip().lower(),
        field["vote"].strip().lower(),
        field.get("condition", "").strip(),
        line,
    )
