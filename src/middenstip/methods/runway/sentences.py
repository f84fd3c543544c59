"""The outcome in one sentence: what stopped, and what goes on costing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .clocks import YEAR
from .count import Course
from .flow import IN, Flow
from .month import spoken

EUROS, HOURS = "euro", "uur"


def amount(number: int, unit: str = EUROS) -> str:
    """Cents as euros in Dutch, or a number of hours.

    >>> amount(160_000), amount(-1_250), amount(12, "uur")
    ('€ 1.600', '-€ 12,50', '12 uur')
    """
    if unit == HOURS:
        return f"{number} uur"
    euros, cents = divmod(abs(number), 100)
    whole = f"{euros:,}".replace(",", ".")
    return f"{'-' if number < 0 else ''}€ {whole}" + (f",{cents:02}" if cents else "")


def sentence(course: Course, flows: Iterable[Flow], unit: str = EUROS) -> str:
    """Say when it ends, what stopped before, and what it costs each month after that.

    The amount per month is that of the year after the end, divided by twelve.
    """
    what = "Het geld" if unit == EUROS else "De uren"
    verb = "is" if unit == EUROS else "zijn"
    if course.ends is None:
        return f"{what} {verb} de komende {course.horizon} maanden niet op."
    ends = course.ends
    parts = [f"{what} {verb} op in {spoken(ends)}."]
    counted = [(flow, list(course.scenario.months(flow, course.start))) for flow in flows]
    if stopped := _stopped(counted, ends):
        parts.append(f"Gestopt: {_listed(stopped)}.")
    year = range(ends, ends + YEAR)
    costs = [(flow, _in(months, year) * flow.amount) for flow, months in counted if flow.direction != IN]
    going_on = list(dict.fromkeys(flow.name for flow, cost in costs if cost))
    gap = sum(cost for _, cost in costs)
    gap -= sum(_in(months, year) * flow.amount for flow, months in counted if flow.direction == IN)
    if going_on and gap > 0:
        verb = "gaat" if len(going_on) == 1 else "gaan"
        parts.append(
            f"{_listed(going_on)} {verb} door: daarna is elke maand {amount(gap // YEAR, unit)} te weinig."
        )
    return " ".join(parts)


def _stopped(counted: Sequence[tuple[Flow, list[int]]], ends: int) -> list[str]:
    """The income of which the last payment came before the end, with its month. One name is one income."""
    last: dict[str, int] = {}
    for flow, months in counted:
        if flow.direction == IN and flow.amount and months:
            last[flow.name] = max(months[-1], last.get(flow.name, months[-1]))
    return [f"{name} ({spoken(month)})" for name, month in last.items() if month < ends]


def _in(months: Iterable[int], year: range) -> int:
    return sum(month in year for month in months)


def _listed(words: Sequence[str]) -> str:
    return " en ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
