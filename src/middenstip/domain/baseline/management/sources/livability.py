"""The scores of the Leefbaarometer 3.0 as measures, from its table or from its map."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from middenstip.domain.areas.management.sources.columns import squeezed
from middenstip.domain.areas.management.sources.opening import Broken, read_text
from middenstip.domain.areas.management.sources.outlines import LIVABILITY, features_in
from middenstip.domain.baseline.management.sources.opening import is_json, table_of
from middenstip.domain.baseline.management.sources.rows import (
    PERIOD,
    TableRow,
    check_period,
    columns_in,
    is_wanted,
    rows_of,
)
from middenstip.domain.baseline.services import EditionData, MeasureData

TABLE = "de Leefbaarometer 3.0"
STEMS = {"code": ("code", "buurtcode", "wijkcode", "gemeentecode", "id"), "year": PERIOD[1:]}
STEMS |= {key: (column,) for key, column in LIVABILITY.items()}
NEEDED = "code", "livability_class"
OLD = "rlbrmtr"  # the total score of version 2.0
POSTCODE = (
    'de kolom "code" ontbreekt. Dit zijn scores per postcode (PC4). Een postcode volgt geen buurten:'
    " kies het bestand met buurten, wijken of gemeenten."
)
OTHER_VERSION = (
    "dit is versie 2.0 van de Leefbaarometer. Die rekent anders dan 3.0, en 3.0 gaat ook terug tot 2002."
    " Kies een bestand van 3.0."
)


def edition(path: Path, year: int) -> EditionData:
    return EditionData("Leefbaarometer", "3.0", year, "open data van het ministerie van BZK", path.name)


def measures(path: Path, year: int, only: str = "") -> Iterator[MeasureData]:
    """The classes of each buurt, wijk or gemeente. Raises `Broken` with file, line and column."""
    if is_json(path):
        rows = _features(path)
    else:
        _check_version(path)
        rows = rows_of(path, STEMS, NEEDED, TABLE)
    for row in rows:
        check_period(row, year)
        code = row.text("code")
        if is_wanted(code, only, row.where):
            for key in LIVABILITY:
                if key in row.columns:
                    yield MeasureData(code, key, _class(row, key))


def _check_version(path: Path) -> None:
    _line, headers = next(table_of(path))
    labels = {squeezed(header) for header in headers}
    if any(label.startswith(OLD) for label in labels):
        raise Broken(f"{path.name}, regel 1: {OTHER_VERSION}")
    if "pc4" in labels and not labels & {"code", "buurtcode", "wijkcode", "gemeentecode", "id"}:
        raise Broken(f"{path.name}, regel 1: {POSTCODE}")


def _features(path: Path) -> Iterator[TableRow]:
    """The properties of each area on the map; its border is for `import_areas`."""
    seen: set[str] = set()
    for where, feature in features_in(read_text(path), path.name):
        cells = {key: "" if value is None else f"{value}" for key, value in feature["properties"].items()}
        row = TableRow(where, cells, columns_in(list(cells), STEMS, NEEDED, where, TABLE))
        code = row.text("code")
        if code in seen:
            raise row.broken("code", f"{code[:20]} staat er twee keer in.")
        seen.add(code)
        yield row


def _class(row: TableRow, key: str) -> Decimal | None:
    value = row.value(key)
    if value is not None and value not in range(1, 10):
        raise row.broken(key, f"{value} is geen klasse van 1 tot en met 9.")
    return value
