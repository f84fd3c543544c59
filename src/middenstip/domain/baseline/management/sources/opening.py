"""Open a table as a stream of rows, so that a file of any size costs little memory."""

from __future__ import annotations

import csv
import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from middenstip.domain.areas.management.sources.opening import CUT, GZIP, MARK, SIGNS, Broken

LONGEST = 200_000  # bytes in one line; a line of CBS with all columns has about 2,000
LIMIT = 4_000_000_000  # bytes after unpacking


def is_json(path: Path) -> bool:
    """Whether the file starts as JSON, also when it is packed; what does not open is none."""
    try:
        with path.open("rb") as raw:
            packed = raw.read(2) == GZIP
        with gzip.open(path) if packed else path.open("rb") as file:
            return bool(file.read(64).removeprefix(MARK).lstrip().startswith(b"{"))
    except (OSError, EOFError, zlib.error):
        return False


def table_of(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV with their line number, the header first. Raises `Broken` with file and line."""
    try:
        with path.open("rb") as raw:
            yield from _rows(path.name, raw)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise Broken(f"{path.name}: dit gzip-bestand is beschadigd.") from error
    except OSError as error:
        raise Broken(f"{path.name}: dit bestand kan niet worden geopend.") from error


def _rows(name: str, raw: BinaryIO) -> Iterator[tuple[int, list[str]]]:
    start = raw.read(16)
    raw.seek(0)
    if start.startswith(GZIP):
        raw = cast(BinaryIO, gzip.GzipFile(fileobj=raw))
        start = raw.read(16)
        raw.seek(0)
    for sign, kind in SIGNS.items():
        if start.lstrip().startswith(sign):
            raise Broken(f"{name}: dit is {kind}. Kies een CSV-bestand.")
    lines = _lines(name, raw)
    first = next(lines, "")
    while first and (not first.strip(" \t;,\r\n") or first.lower().startswith("sep=")):
        first = next(lines, "")
    if not first:
        raise Broken(f"{name}: dit bestand is leeg.")
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(_with(first, lines), delimiter=delimiter, strict=True)
    width = 0
    try:
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            width = width or len(row)
            if len(row) != width:
                raise Broken(
                    f"{name}, regel {reader.line_num}: hier staan {len(row)} kolommen, dat moeten er"
                    f" {width} zijn."
                )
            yield reader.line_num, row
    except csv.Error as error:
        raise Broken(f"{name}, regel {reader.line_num}: deze regel is geen geldige CSV.") from error


def _with(first: str, lines: Iterator[str]) -> Iterator[str]:
    yield first
    yield from lines


def _lines(name: str, raw: BinaryIO) -> Iterator[str]:
    number, size, is_marked = 0, 0, False
    while line := raw.readline(LONGEST):
        number, size = number + 1, size + len(line)
        is_marked = is_marked or (number == 1 and line.startswith(MARK))
        if is_marked and number > 1 and not line.endswith((b"\n", b"\r")):
            raise Broken(f"{name}, regel {number}: {CUT}")
        if len(line) >= LONGEST:
            raise Broken(f"{name}, regel {number}: deze regel is te lang voor een tabel.")
        if size > LIMIT:
            raise Broken(f"{name}: dit bestand is uitgepakt groter dan 4 GB.")
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise Broken(
                f"{name}, regel {number}: hier staat een teken dat geen UTF-8 is. Bewaar het als UTF-8."
            ) from error
        if "\x00" in text:
            raise Broken(f"{name}, regel {number}: hier staat een onleesbaar teken (NUL).")
        yield text
