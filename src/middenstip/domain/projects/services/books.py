"""Many bookings at once, from the lines of a file. All of them are booked, or none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from middenstip.domain.projects.models import Line, Project, Source
from middenstip.domain.projects.services.hold import hold_for
from middenstip.domain.projects.services.money import book_expense, book_income
from middenstip.kernel.actor import Actor
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, said
from middenstip.kernel.write import write

MOST_ROWS = 200


class Entry(NamedTuple):
    """One line of a file. `name` is that of a line of the budget, or of a source for money that came in."""

    line: int
    is_in: bool
    day: date
    name: str
    number: str
    amount: int
    text: str


@write
@once(lambda public_id: 0)
def book_list(
    *, by: Actor, project: Project, entries: Sequence[Entry], key: str = "", public_id: str = "", at: datetime
) -> int:
    """Book these lines; returns how many. A line that is wrong stops them all, and is named."""
    project, _ = hold_for(by, project)
    if not 1 <= len(entries) <= MOST_ROWS:
        raise Invalid({"rows": "Zet 1 tot 200 regels in één keer."})
    lines = {one.name: one for one in project.lines.all()}
    sources = {one.name: one for one in project.sources.all()}
    for one in entries:
        try:
            _book(by, one, lines, sources, at)
        except Invalid as wrong:
            raise Invalid({"rows": _at(one, next(iter(wrong.errors.values())))}) from wrong
        except NotNow as wrong:
            raise Invalid({"rows": _at(one, wrong.reason)}) from wrong
    return len(entries)


def _book(by: Actor, one: Entry, lines: dict[str, Line], sources: dict[str, Source], at: datetime) -> None:
    if one.is_in:
        if one.name not in sources:
            raise Invalid({"": "Deze inkomst staat niet bij het geld van dit project."})
        book_income(by=by, source=sources[one.name], day=one.day, amount=one.amount, at=at)
        return
    if one.name not in lines:
        raise Invalid({"": "Deze regel staat niet in de begroting."})
    line = lines[one.name]
    book_expense(by=by, line=line, number=one.number, day=one.day, amount=one.amount, text=one.text, at=at)


def _at(one: Entry, reason: str) -> str:
    return said("Regel %(number)s: %(reason)s", number=one.line, reason=reason)
