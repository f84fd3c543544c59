"""CBS *Kerncijfers wijken en buurten* of any year, as measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from middenstip.domain.areas.management.sources.kwb import (
    COUNTS,
    DIRECT,
    SHARES,
    STEMS,
    check_parts,
    check_year,
    share,
)
from middenstip.domain.areas.management.sources.online import TABLES
from middenstip.domain.areas.management.sources.opening import Broken
from middenstip.domain.baseline.management.sources.observations import is_observations, observed
from middenstip.domain.baseline.management.sources.rows import TableRow, check_period, is_wanted, rows_of
from middenstip.domain.baseline.services import EditionData, MeasureData

CBS_LICENCE = "CC BY 4.0"
TABLE = "Kerncijfers wijken en buurten"
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
AGES = {
    "age_0_14": COUNTS["young"],
    "age_15_24": ("15tot25jaar", "a1524"),
    "age_25_44": ("25tot45jaar", "a2544"),
    "age_45_64": ("45tot65jaar", "a4564"),
    "age_65_plus": COUNTS["old"],
}
COUNTED = ("inhabitants", "households")
NEEDED = ("code", "inhabitants")
ALL = {"code": STEMS["code"], "inhabitants": STEMS["inhabitants"], "year": ("perioden",)}
ALL |= COUNTS | DIRECT | MORE | AGES
ONLINE = {key: stems for key, stems in ALL.items() if key != "year"} | {"name": STEMS["name"]}


def edition(path: Path, year: int) -> EditionData:
    """The edition that this file is, by its year."""
    if year not in TABLES:
        first, last = min(TABLES), max(TABLES)
        raise Broken(f"{path.name}: van {year} kennen we geen tabel. Kies een jaar van {first} tot {last}.")
    return EditionData("CBS", TABLES[year], year, CBS_LICENCE, path.name)


def measures(path: Path, year: int, only: str = "") -> Iterator[MeasureData]:
    """The measures in a table of CBS, row by row. Raises `Broken` with file, line and column."""
    yield from measures_of(
        observed(path) if is_observations(path) else rows_of(path, ALL, NEEDED, TABLE), path.name, year, only
    )


def measures_of(rows: Iterable[TableRow], name: str, year: int, only: str = "") -> Iterator[MeasureData]:
    """The measures in the rows of a table, from a file or from the service itself. Raises `Broken`."""
    is_first = True
    for row in rows:
        if is_first:
            check_year(row.cells, name, year)
            is_first = False
        check_period(row, year)
        code = row.text("code")
        if is_wanted(code, only, row.where):
            yield from _measures(code, row)


def _measures(code: str, row: TableRow) -> Iterator[MeasureData]:
    values = {key: row.value(key) for key in row.columns if key not in ("code", "year")}
    check_parts(values, row.columns, row.where)
    for key in COUNTED:
        if key in values:
            yield MeasureData(code, key, values[key])
    for key, (part, whole) in SHARES.items():
        if part in values and whole in values:
            yield MeasureData(code, key, share(values, part, whole))
    if set(AGES) <= set(values):
        for key in AGES:
            yield MeasureData(code, key, values[key])
    for key in (*DIRECT, *MORE):
        if key in values:
            yield MeasureData(code, key, values[key])
