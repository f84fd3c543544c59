"""The books as lines of a file: written for a spreadsheet, and read from one."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from middenstip.domain.projects import method
from middenstip.domain.projects.models import Booking
from middenstip.domain.projects.services.books import Entry
from middenstip.kernel.verdict import Invalid, said
from middenstip.web.shared.sheet import DAY, EUROS, TEXT, Column, Sheet, plain

COLUMNS = ("dag", "in of uit", "regel of inkomst", "bon", "bedrag", "wat")
WRONG = "Regel %(number)s is niet te lezen. Schrijf: dag; in of uit; naam; bon; bedrag; wat."
KINDS = ((DAY, 12), (TEXT, 10), (TEXT, 30), (TEXT, 12), (EUROS, 14), (TEXT, 50))


def sheet_of(file: str, bookings: Iterable[Booking]) -> Sheet:
    """A row per booking."""
    columns = [Column(name, kind, width) for name, (kind, width) in zip(COLUMNS, KINDS, strict=True)]
    return Sheet(file, _("Boeken"), columns, (_row(one) for one in bookings))


def _row(one: Booking) -> tuple[date, str, str, str, Decimal, str]:
    way = "in" if one.is_in else "uit"
    return one.day, way, name_of(one), one.number, Decimal(one.amount) / 100, one.text


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
