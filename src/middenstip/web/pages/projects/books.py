"""The books as lines of a file: written for a spreadsheet, and read from one."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date

from middenstip.domain.projects import method
from middenstip.domain.projects.models import Booking
from middenstip.domain.projects.services.books import Entry
from middenstip.kernel.verdict import Invalid, said

COLUMNS = ("dag", "in of uit", "regel of inkomst", "bon", "bedrag", "wat")
WRONG = "Regel %(number)s is niet te lezen. Schrijf: dag; in of uit; naam; bon; bedrag; wat."
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def lines_of(bookings: Iterable[Booking]) -> Iterator[str]:
    """The header and a line per booking, with semicolons: that is how a Dutch spreadsheet opens it."""
    yield line_of(COLUMNS)
    for one in bookings:
        way = "in" if one.is_in else "uit"
        euros = f"{one.amount // 100},{one.amount % 100:02}"
        yield line_of((one.day.isoformat(), way, name_of(one), one.number, euros, one.text))


def name_of(booking: Booking) -> str:
    """The name of what it was booked on: a line of the budget, a source or an award."""
    if booking.line:
        return booking.line.name
    if booking.source:
        return booking.source.name
    return booking.tranche.award.name if booking.tranche else ""


def entries_of(text: str) -> list[Entry]:
    """Typed or pasted lines. Raises `Invalid` with the number of the line that cannot be read."""
    found = []
    for number, cells in enumerate(csv.reader(text.splitlines(), delimiter=";"), start=1):
        told = [plain(one) for one in cells]
        if not any(told) or tuple(told) == COLUMNS:
            continue
        try:
            day, way, name, receipt, amount, what = told
            is_in = {"in": True, "uit": False}[way.lower()]
            cents = method.cents(amount)
            found.append(Entry(number, is_in, date.fromisoformat(day), name, receipt, cents, what))
        except (ValueError, KeyError, Invalid) as wrong:
            raise Invalid({"rows": said(WRONG, number=number)}) from wrong
    return found


def line_of(cells: Iterable[str]) -> str:
    """One line; a cell that a spreadsheet would run as a formula begins with an apostrophe."""
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerow(f"'{one}" if one.startswith(_FORMULA) else one for one in cells)
    return out.getvalue()


def plain(cell: str) -> str:
    """A cell as it was before `line_of`. The apostrophe of *'s-Hertogenbosch* stays."""
    told = cell.strip()
    return told[1:] if told.startswith(tuple(f"'{one}" for one in _FORMULA)) else told
