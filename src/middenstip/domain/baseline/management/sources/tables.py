"""CBS *Kerncijfers wijken en buurten* of any year, and the scores of the Leefbaarometer, as measures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from middenstip.domain.areas.management.sources.columns import Ambiguous, find_columns, number
from middenstip.domain.areas.management.sources.kwb import ABROAD, COUNTS, DIRECT, FEWEST, SHARES, STEMS
from middenstip.domain.areas.management.sources.opening import Broken
from middenstip.domain.areas.management.sources.outlines import LIVABILITY
from middenstip.domain.areas.models import CODE_PATTERNS
from middenstip.domain.baseline.management.sources.opening import table_of
from middenstip.domain.baseline.services import EditionData, MeasureData

CBS_LICENCE = "CC BY 4.0"
# The number of the table of each year; the same figures have another number every year.
KWB_TABLES = {
    2013: "82339NED",
    2014: "82931NED",
    2015: "83220NED",
    2016: "83487NED",
    2017: "83765NED",
    2018: "84286NED",
    2019: "84583NED",
    2020: "84799NED",
    2021: "85039NED",
    2022: "85318NED",
    2023: "85618NED",
    2024: "85984NED",
    2025: "86165NED",
}
MORE: dict[str, tuple[str, ...]] = {
    "household_size": ("gemiddeldehuishoudensgrootte", "ghhgro"),
    "homes": ("woningvoorraad", "awoning"),
    "share_rented": ("huurwoningentotaal", "inbezithuurwoningentotaal", "phuurw"),
    "gas_use": ("gemiddeldaardgasverbruiktotaal", "gemiddeldverbruikvanaardgastotaal", "ggas"),
    "income": ("gemiddeldinkomenperinwoner", "ginkpi"),
    "share_low_income": ("huishonderofrondsociaalminimum", "phhosm"),
    "distance_supermarket": ("afstandtotgrotesupermarkt", "gafsgs"),
    "distance_childcare": ("afstandtotkinderdagverblijf", "gafskv"),
    "distance_school": ("afstandtotschool", "gafssc"),
}
COUNTED = {"inhabitants": "inhabitants", "households": "households"}
_CODE = re.compile("|".join(CODE_PATTERNS[kind] for kind in list(CODE_PATTERNS)[:3]))


def kwb_edition(path: Path, year: int) -> EditionData:
    """The edition that this file is, by its year."""
    if year not in KWB_TABLES:
        first, last = min(KWB_TABLES), max(KWB_TABLES)
        raise Broken(f"{path.name}: van {year} kennen we geen tabel. Kies een jaar van {first} tot {last}.")
    return EditionData("CBS", KWB_TABLES[year], year, CBS_LICENCE, path.name)


def livability_edition(path: Path, year: int) -> EditionData:
    return EditionData("Leefbaarometer", "3.0", year, "open data van het ministerie van BZK", path.name)


def read_kwb(path: Path, only: str = "") -> Iterator[MeasureData]:
    """The measures in a CSV of CBS, row by row. Raises `Broken` with file, line and column."""
    stems = {"code": STEMS["code"], "inhabitants": STEMS["inhabitants"], **COUNTS, **DIRECT, **MORE}
    for where, row, columns in _rows_of(
        path, stems, ("code", "inhabitants"), "Kerncijfers wijken en buurten"
    ):
        code = row[columns["code"]].strip()
        if code.startswith(("NL", "PV", "LD")) or code[2:6] == ABROAD or not _is_wanted(code, only, where):
            continue
        values = {key: _value(row, columns, key, where) for key in columns if key != "code"}
        for key, column in COUNTED.items():
            if column in columns:
                yield MeasureData(code, key, values[column])
        for key, (part, whole) in SHARES.items():
            if part in columns and whole in columns:
                yield MeasureData(code, key, _share(values[part], values[whole]))
        for key in (*DIRECT, *MORE):
            if key in columns:
                yield MeasureData(code, key, values[key])


def read_livability(path: Path, year: int, only: str = "") -> Iterator[MeasureData]:
    """The classes in a CSV of the Leefbaarometer with one row for each buurt, wijk or gemeente."""
    stems = {"code": ("code", "buurtcode", "wijkcode", "gemeentecode", "id"), "year": ("year", "jaar")}
    stems |= {key: (column,) for key, column in LIVABILITY.items()}
    for where, row, columns in _rows_of(path, stems, ("code", "livability_class"), "de Leefbaarometer 3.0"):
        told = row[columns["year"]].strip() if "year" in columns else f"{year}"
        if told != f"{year}":
            raise Broken(f'{where}, kolom "{columns["year"]}": dit is {told[:10]}, niet {year}.')
        code = row[columns["code"]].strip()
        if _is_wanted(code, only, where):
            for key in LIVABILITY:
                if key in columns:
                    yield MeasureData(code, key, _class(row, columns, key, where))


def _rows_of(
    path: Path, stems: Mapping[str, tuple[str, ...]], needed: tuple[str, ...], table: str
) -> Iterator[tuple[str, dict[str, str], dict[str, str]]]:
    """Each row with its place in the file and the columns that were found in the header."""
    rows = table_of(path)
    _line, headers = next(rows)
    columns = find_columns(headers, stems)
    missing = [stems[key][0] for key in needed if key not in columns]
    if missing:
        raise Broken(f'{path.name}, regel 1: de kolom "{missing[0]}" ontbreekt. Is dit een CSV van {table}?')
    seen: set[str] = set()
    for line, cells in rows:
        where, row = f"{path.name}, regel {line}", dict(zip(headers, cells, strict=True))
        code = row[columns["code"]].strip()
        if code in seen:
            raise Broken(f'{where}, kolom "{columns["code"]}": {code[:20]} staat er twee keer in.')
        seen.add(code)
        yield where, row, columns
    if not seen:
        raise Broken(f"{path.name}: er staan geen gebieden in.")


def _is_wanted(code: str, only: str, where: str) -> bool:
    if not _CODE.match(code):
        raise Broken(f'{where}: "{code[:20]}" is geen code van CBS.')
    return only in ("", f"GM{code[2:6]}")


def _value(row: Mapping[str, str], columns: Mapping[str, str], key: str, where: str) -> Decimal | None:
    column = columns[key]
    try:
        return number(row[column])
    except Ambiguous as error:
        raise Broken(f'{where}, kolom "{column}": {error}') from error
    except ValueError as error:
        raise Broken(f'{where}, kolom "{column}": "{str(error)[:30]}" is geen getal.') from error


def _class(row: Mapping[str, str], columns: Mapping[str, str], key: str, where: str) -> Decimal | None:
    value = _value(row, columns, key, where)
    if value is not None and value not in range(1, 10):
        raise Broken(f'{where}, kolom "{columns[key]}": {value} is geen klasse van 1 tot en met 9.')
    return value


def _share(some: Decimal | None, total: Decimal | None) -> Decimal | None:
    if some is None or total is None or total < FEWEST:
        return None
    return min(Decimal(100), round(100 * some / total, 1))
