"""Files for a spreadsheet: CSV as a Dutch spreadsheet opens it, and XLSX with a real table.

Every file that a page gives is written here. A cell is a text, a number, a day or an amount, and stays that;
what people typed is never a formula.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

import xlsxwriter
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.translation import gettext as _

Cell = str | int | Decimal | date | bool | None
TEXT, NUMBER, EUROS, DAY = "text", "number", "euros", "day"
CSV, XLSX, JSON, GEOJSON = "csv", "xlsx", "json", "geojson"
LABELS = {CSV: "CSV", XLSX: "Excel", GEOJSON: "GeoJSON", JSON: "JSON"}
MOST_ROWS = 20_000  # of a table in XLSX, which is made in memory; the other kinds stream and have no limit
LONGEST = 32_767  # characters of a cell in XLSX
EARLIEST = date(1900, 3, 1)  # a spreadsheet counts days from here, and gets older ones wrong
EXACT = 10**15  # a spreadsheet rounds larger numbers
FORMULA = ("=", "+", "-", "@", "\t", "\r")
FORMATS = {NUMBER: "#,##0.##", EUROS: "€ #,##0.00", DAY: "dd-mm-yyyy"}
MEDIA = {
    CSV: "text/csv; charset=utf-8",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    JSON: "application/json",
    GEOJSON: "application/geo+json",
}


@dataclass(frozen=True)
class Column:
    """A column with its name, and what its cells are."""

    name: str
    kind: str = TEXT
    width: int = 16


@dataclass(frozen=True)
class Sheet:
    """A table for a file. `file` is its name without the dot and what follows; `about` is told beside it."""

    file: str
    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]
    about: Sequence[str] = ()


def as_file(sheet: Sheet, kind: str) -> HttpResponseBase:
    """The table as `CSV` or `XLSX`."""
    return as_xlsx(sheet) if kind == XLSX else as_csv(sheet)


def as_csv(sheet: Sheet) -> HttpResponseBase:
    """Row by row, however many there are."""
    return _named(StreamingHttpResponse(_lines(sheet), content_type=MEDIA[CSV]), f"{sheet.file}.csv")


def as_xlsx(sheet: Sheet) -> HttpResponseBase:
    """A table that can be sorted and filtered, with its head in sight, and a sheet that tells what it is."""
    return _named(HttpResponse(workbook(sheet), content_type=MEDIA[XLSX]), f"{sheet.file}.xlsx")


def as_table(file: str, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponseBase:
    """A CSV for a program, such as our own commands: commas, and each cell exactly as it is."""
    answer = HttpResponse(content_type=MEDIA[CSV])
    out = csv.writer(answer)
    out.writerow(head)
    out.writerows(rows)
    return _named(answer, f"{file}.csv")


def as_json(
    file: str, kind: str, about: Mapping[str, Any], name: str, things: Iterable[Any]
) -> HttpResponseBase:
    """An object with `about` and a list of `things` called `name`, thing by thing."""
    answer = StreamingHttpResponse(_json(about, name, things), content_type=MEDIA[kind])
    return _named(answer, f"{file}.{kind}")


def line_of(cells: Iterable[str]) -> str:
    """One line; a cell that a spreadsheet would run as a formula begins with an apostrophe."""
    return _joined(_harmless(one) for one in cells)


def plain(cell: str) -> str:
    """A cell as it was before `line_of`. The apostrophe of *'s-Hertogenbosch* stays."""
    told = cell.strip()
    return told[1:] if told.startswith(tuple(f"'{one}" for one in FORMULA)) else told


def workbook(sheet: Sheet) -> bytes:
    """The bytes of the XLSX."""
    rows = list(islice(sheet.rows, MOST_ROWS + 1))
    about = [*sheet.about]
    if len(rows) > MOST_ROWS:
        about.append(
            _("Hier staan de eerste %(most)s rijen. In de CSV staan ze allemaal.") % {"most": MOST_ROWS}
        )
        rows.pop()
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    page = book.add_worksheet(_tab(sheet.title))
    formats = {kind: book.add_format({"num_format": how}) for kind, how in FORMATS.items()}
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width, formats.get(column.kind))
    for number, row in enumerate(rows, start=1):
        for place, (column, cell) in enumerate(zip(sheet.columns, row, strict=True)):
            _write(page, number, place, cell, formats.get(column.kind))
    head = [{"header": column.name} for column in sheet.columns]
    page.add_table(0, 0, max(1, len(rows)), len(head) - 1, {"columns": head, "style": "Table Style Light 1"})
    page.freeze_panes(1, 0)
    if about:
        beside = book.add_worksheet(_tab(_("Over dit bestand")))
        beside.set_column(0, 0, 100)
        for number, told in enumerate(about):
            beside.write_string(number, 0, told)
    book.close()
    return out.getvalue()


def _write(page: Any, number: int, place: int, cell: Cell, how: Any) -> None:
    """Each cell as what it is; a text is written as a text, whatever it looks like."""
    if cell is None or cell == "":
        return
    if isinstance(cell, bool):
        page.write_string(number, place, _yes(cell))
    elif isinstance(cell, int | Decimal) and -EXACT < cell < EXACT:
        page.write_number(number, place, cell, how)
    elif isinstance(cell, date) and cell >= EARLIEST:
        page.write_datetime(number, place, cell, how)
    else:
        page.write_string(number, place, f"{cell}"[:LONGEST])


def _lines(sheet: Sheet) -> Iterator[str]:
    yield "\ufeff" + line_of(one.name for one in sheet.columns)
    kinds = [one.kind for one in sheet.columns]
    for row in sheet.rows:
        yield _joined(_typed(cell, kind) for cell, kind in zip(row, kinds, strict=True))


def _joined(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerow(cells)
    return out.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _typed(cell: Cell, kind: str) -> str:
    """A cell of a CSV: numbers with a comma, days as 2027-03-01."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return _yes(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Decimal):
        return (f"{cell:.2f}" if kind == EUROS else f"{cell.normalize():f}").replace(".", ",")
    return _harmless(cell) if isinstance(cell, str) else f"{cell}"


def _yes(cell: bool) -> str:
    return "ja" if cell else "nee"


def _json(about: Mapping[str, Any], name: str, things: Iterable[Any]) -> Iterator[str]:
    yield "{" + "".join(f"{json.dumps(key)}: {json.dumps(value)}, " for key, value in about.items())
    yield f"{json.dumps(name)}: ["
    for number, thing in enumerate(things):
        yield (", " if number else "") + json.dumps(thing)
    yield "]}"


def _named(answer: Any, name: str) -> HttpResponseBase:
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    told: HttpResponseBase = answer
    return told


def _tab(title: str) -> str:
    """A name for a sheet: at most 31 characters, without what a spreadsheet forbids in it."""
    return "".join(" " if one in "[]:*?/\\" else one for one in title).strip("' ")[:31] or "1"
