"""The same table as CBS gives it through OData v4: one line for each value, `Measure` says which."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from middenstip.domain.areas.management.sources.odata import KNOWN
from middenstip.domain.areas.management.sources.opening import Broken
from middenstip.domain.baseline.management.sources.opening import table_of
from middenstip.domain.baseline.management.sources.rows import TableRow, columns_in

STEMS: dict[str, tuple[str, ...]] = {
    "code": ("wijkenenbuurten",),
    "measure": ("measure",),
    "value": ("value",),
}
NEEDED = "code", "measure", "value"
ATTRIBUTE = "ValueAttribute"
# The code of CBS of each figure that we use; most of them are the same in every year.
MEASURES = {
    "T001036": "inhabitants",
    "3000": "men",
    "4000": "women",
    "10680": "young",
    "80200": "old",
    "1050010_2": "households",
    "1050015": "one_person",
    "M000114": "household_size",
    "M001642": "home_value",
    "1014800": "share_owner_occupied",
    "M000224": "income",
    "D000028": "distance_gp",
    "D000025": "distance_supermarket",
    "D000029": "distance_childcare",
    "D000045": "distance_school",
}


def is_observations(path: Path) -> bool:
    """Whether the table has a line for each value."""
    _line, headers = next(table_of(path))
    return {"Measure", "Value"} <= {header.strip() for header in headers}


def observed(path: Path) -> Iterator[TableRow]:
    """One row for each area, in the order in which they first appear. Raises `Broken` with the line."""
    rows = table_of(path)
    _line, headers = next(rows)
    columns = columns_in(headers, STEMS, NEEDED, f"{path.name}, regel 1", "OData v4 (Observations)")
    found: dict[str, dict[str, str]] = {}
    places: dict[str, str] = {}
    for line, cells in rows:
        row = TableRow(f"{path.name}, regel {line}", dict(zip(headers, cells, strict=True)), columns)
        code, key = row.text("code"), MEASURES.get(row.text("measure"), "")
        places.setdefault(code, row.where)
        about = found.setdefault(code, {"code": code})
        if key in about:
            raise row.broken("measure", f"{row.text('measure')} van {code[:20]} staat er twee keer in.")
        if key:
            is_known = row.cells.get(ATTRIBUTE, "").strip() in KNOWN
            about[key] = row.text("value") if is_known else ""
    keys = {key for about in islice(found.values(), 1000) for key in about}
    if "inhabitants" not in keys:
        raise Broken(f"{path.name}: het aantal inwoners (T001036) ontbreekt.")
    same = {"code": "code"} | {key: key for key in MEASURES.values() if key in keys}
    for code, about in found.items():
        yield TableRow(places[code], {key: about.get(key, "") for key in same}, same)
