"""The rows of a table about areas: which columns it has, and the values in a row with their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from middenstip.domain.areas.management.sources.columns import Ambiguous, find_columns, number
from middenstip.domain.areas.management.sources.kwb import ABROAD
from middenstip.domain.areas.management.sources.opening import Broken
from middenstip.domain.areas.models import CODE_PATTERNS
from middenstip.domain.baseline.management.sources.opening import table_of

Stems = Mapping[str, tuple[str, ...]]
PERIOD = ("perioden", "jaar", "year")
_CODE = re.compile("|".join(CODE_PATTERNS[kind] for kind in list(CODE_PATTERNS)[:3]))


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: where it stands in the file, its cells by header, and the header of each column we use."""

    where: str
    cells: Mapping[str, str]
    columns: Mapping[str, str]

    def text(self, key: str) -> str:
        return self.cells[self.columns[key]].strip()

    def value(self, key: str, *, is_score: bool = False) -> Decimal | None:
        """The number. `is_score`: three decimals are decimals, because it is never in the thousands."""
        text = self.cells[self.columns[key]]
        try:
            return number(text.strip().replace(".", ",") if is_score and text.strip() != "." else text)
        except Ambiguous as error:
            raise self.broken(key, str(error)) from error
        except ValueError as error:
            raise self.broken(key, f'"{str(error)[:30]}" is geen getal.') from error

    def broken(self, key: str, why: str) -> Broken:
        return Broken(f'{self.where}, kolom "{self.columns[key]}": {why}')


def rows_of(path: Path, stems: Stems, needed: tuple[str, ...], table: str) -> Iterator[TableRow]:
    """The rows of a CSV. Raises `Broken` when a column is missing, or an area stands in it twice."""
    rows = table_of(path)
    _line, headers = next(rows)
    columns = columns_in(headers, stems, needed, f"{path.name}, regel 1", table)
    seen: set[str] = set()
    for line, cells in rows:
        row = TableRow(f"{path.name}, regel {line}", dict(zip(headers, cells, strict=True)), columns)
        code = row.text("code")
        if code in seen:
            raise row.broken("code", f"{code[:20]} staat er twee keer in.")
        seen.add(code)
        yield row
    if not seen:
        raise Broken(f"{path.name}: er staan geen gebieden in.")


def columns_in(
    headers: list[str], stems: Stems, needed: tuple[str, ...], where: str, table: str
) -> dict[str, str]:
    """The header of each key. Raises `Broken` when one that is needed is not there."""
    columns = find_columns(headers, stems)
    missing = [stems[key][0] for key in needed if key not in columns]
    if missing:
        raise Broken(f'{where}: de kolom "{missing[0]}" ontbreekt. Is dit een CSV van {table}?')
    return columns


def check_period(row: TableRow, year: int) -> None:
    """Refuse a row of another year, when the table says of which year it is."""
    if "year" in row.columns and (told := row.text("year")) != f"{year}":
        raise row.broken("year", f"dit is {told[:10]}, niet {year}.")


def is_wanted(code: str, only: str, where: str) -> bool:
    """Whether this is an area to load. Raises `Broken` for what is no code of CBS."""
    if code.startswith(("NL", "PV", "LD")) or code[2:6] == ABROAD:
        return False
    if not _CODE.match(code):
        raise Broken(f'{where}: "{code[:20]}" is geen code van CBS.')
    return only in ("", f"GM{code[2:6]}")
