"""The bridge to the cellar: rows of the budget become flows, and the count becomes what a page shows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from middenstip.domain.projects.lifecycle import NOT_MONEY, SUBSIDY
from middenstip.domain.projects.models import Line, Source, Tranche
from middenstip.domain.projects.models.money import MOST
from middenstip.kernel.verdict import Invalid
from middenstip.methods import runway
from middenstip.methods.reading import NoNumber
from middenstip.methods.runway import SCENARIOS, Clock, Course, Flow, InputError, clocks, sentence, when

_WORDS = re.compile(r"[^\W\d]", re.UNICODE)
YEAR = 12  # months
WRONG_AMOUNT = "Schrijf alleen het bedrag, bijvoorbeeld 12,50 of 1.250,00."


@dataclass(frozen=True)
class Outlook:
    """How the money of a project goes on: a course and a sentence per scenario, and the clocks that run."""

    courses: tuple[Course, ...]
    sentences: tuple[str, ...]
    clocks: tuple[Clock, ...]

    @property
    def certain(self) -> Course:
        return self.courses[0]


def cents(text: str) -> int:
    """A typed amount in euros as cents. Raises `Invalid` with what to write.

    >>> cents("1.250,50")
    125050
    """
    if _WORDS.search(text):
        raise Invalid({"": WRONG_AMOUNT})
    try:
        amount = runway.in_cents(text)
    except NoNumber as wrong:
        raise Invalid({"": f"‘{text}’ {wrong}."}) from wrong
    if not 0 <= amount <= MOST:
        raise Invalid({"": "Dit bedrag is kleiner dan 0 of veel te groot."})
    return amount


def month(day: date) -> int:
    """The month of a day, as the method counts them."""
    return day.year * 12 + day.month - 1


def first_day(number: int) -> date:
    """The first day of a month."""
    return date(number // 12, number % 12 + 1, 1)


def flows_of(lines: Iterable[Line], sources: Iterable[Source], tranches: Iterable[Tranche]) -> list[Flow]:
    """What still comes and goes. Hours and goods are no money. A tranche is read with its award."""
    found: list[Flow] = []
    for line in lines:
        found += _parts("out", line.name, "kosten", line.allowed, line.paid, line)
    for source in sources:
        if source.kind not in NOT_MONEY:
            total = source.amount * len(_months(source))
            found += _parts("in", source.name, source.kind, total, source.received, source, source.certainty)
    return [*found, *(flow for tranche in tranches if (flow := _tranche(tranche)))]


def outlook(flows: list[Flow], balance: Mapping[str, int], today: date) -> Outlook | None:
    """Count on from this month; None when there is nothing to count."""
    if not flows:
        return None
    start = month(today)
    try:
        courses = tuple(when(flows, balance, start, one) for one in SCENARIOS)
    except InputError:
        return None  # days far outside any calendar
    return Outlook(courses, tuple(sentence(one, flows) for one in courses), clocks(flows, balance, start))


@dataclass(frozen=True)
class Model:
    """What comes in by kind and goes out by name in the coming twelve months, as planned. In cents."""

    income: dict[str, int]
    costs: dict[str, int]

    @property
    def subsidy_share(self) -> int | None:
        """How much of a hundred euros that come in is subsidy; None without income."""
        total = sum(self.income.values())
        return round(self.income.get(SUBSIDY, 0) * 100 / total) if total else None


def model_of(flows: Iterable[Flow], today: date) -> Model:
    """Count what the flows bring and cost in the twelve months from this one."""
    start = month(today)
    income: Counter[str] = Counter()
    costs: Counter[str] = Counter()
    for flow in flows:
        cents = flow.amount * sum(start <= at < start + YEAR for at in flow.open_months)
        if cents and flow.direction == "in":
            income[flow.kind] += cents
        elif cents:
            costs[flow.name] += cents
    return Model(dict(income.most_common()), dict(costs.most_common()))


def running_clocks(flows: list[Flow], balance: Mapping[str, int], today: date) -> tuple[Clock, ...]:
    """Only the clocks, for the nightly alarm."""
    try:
        return clocks(flows, balance, month(today))
    except InputError:
        return ()


def _months(row: Line | Source) -> range:
    return range(month(row.first_on), month(row.last_on) + 1, row.every)


def _parts(
    way: str, name: str, kind: str, total: int, done: int, row: Line | Source, certainty: str = "vast"
) -> list[Flow]:
    """The payments of a total in equal parts; cents that are left over come with the first open one.

    The first `done` cents were paid. A payment that was made in part is a flow of its own.
    """
    months = _months(row)
    each = total // len(months)
    made = min(done // each, len(months) - 1) if each else len(months) - 1
    open_total = max(0, total - done)
    rest = open_total - each * (len(months) - made - 1)
    first = Flow(name, way, kind, each, months[0], months[-1], row.every, certainty, row.pot, None, made + 1)
    if rest <= 0:
        return [first]
    return [first, Flow(name, way, kind, rest, months[made], months[made], 1, certainty, row.pot)]


def _tranche(tranche: Tranche) -> Flow | None:
    award, is_paid = tranche.award, tranche.state == "paid"
    if not is_paid and (tranche.state == "withheld" or award.state == "withdrawn"):
        return None
    is_open = tranche.state == "planned" and tranche.condition
    covers = None if award.state == "withdrawn" else month(award.covers_on)
    at = month(tranche.due_on)
    return Flow(
        award.name,
        "in",
        award.kind,
        tranche.amount,
        at,
        at,
        certainty="toegezegd" if is_open else "vast",
        pot=award.pot,
        covers=covers,
        booked=int(is_paid),
    )
