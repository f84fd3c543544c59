"""The count: month by month, until the money ends and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from middenstip.methods.reading import InputError

from .flow import FREE, IN, Flow, check_balance, check_flows
from .scenario import CERTAIN_ONLY, Scenario

HORIZON = 60
LONGEST = 1200


@dataclass(frozen=True, slots=True)
class Month:
    """One month of the count: what was there, what came in, what went out, and what is left at its end.

    ``shortage`` is what could not be paid. ``free`` is the part of ``closing`` without an earmark.
    """

    month: int
    opening: int
    income: int
    cost: int
    closing: int
    free: int
    shortage: int


@dataclass(frozen=True)
class Course:
    """How the money goes in one scenario.

    ``ends`` is the first month with a shortage, None when there is none within the horizon. ``pots`` is what
    each pot holds after each month.
    """

    scenario: Scenario
    start: int
    months: tuple[Month, ...]
    ends: int | None
    pots: tuple[Mapping[str, int], ...]

    @property
    def left(self) -> int | None:
        """The months before the money ends, counted from the first; None is longer than the horizon."""
        return None if self.ends is None else self.ends - self.start

    @property
    def horizon(self) -> int:
        """How many months ahead was looked."""
        return len(self.months) - 1


def when(
    flows: Iterable[Flow],
    balance: Mapping[str, int],
    start: int,
    scenario: Scenario = CERTAIN_ONLY,
    *,
    horizon: int = HORIZON,
) -> Course:
    """Count from the month ``start``, at whose beginning ``balance`` was in each pot.

    Income joins its pot; a cost is paid from its own pot first and then from the free one. The money ends in
    the first month in which that is not enough; exactly nought is enough. Then the free pot goes on below
    zero. Raises :class:`InputError` for what cannot be counted. O(payments + months · pots).
    """
    flows = list(flows)
    check_flows(flows)
    check_balance(balance)
    if not 0 <= horizon <= LONGEST:
        raise InputError(f"Vooruitkijken kan van 0 tot {LONGEST} maanden.")
    names = list(dict.fromkeys((FREE, *balance, *(flow.pot for flow in flows))))
    income, costs = _per_month(flows, names, start, scenario, horizon + 1)
    held = {name: balance.get(name, 0) for name in names}
    months: list[Month] = []
    after: list[Mapping[str, int]] = []
    closing = sum(held.values())
    for place in range(horizon + 1):
        opening, received, asked = closing, 0, 0
        for name in names:
            received += income[name][place]
            asked += costs[name][place]
            held[name] += income[name][place]
        _pay(held, costs, place)
        closing = opening + received - asked
        free = held[FREE]
        months.append(Month(start + place, opening, received, asked, closing, free, max(0, -free)))
        after.append(held.copy())
    ends = next((one.month for one in months if one.shortage), None)
    return Course(scenario, start, tuple(months), ends, tuple(after))


def _pay(held: dict[str, int], costs: Mapping[str, list[int]], place: int) -> None:
    """Take the costs of one month from their pots, and what is not there from the free pot."""
    rest = 0
    for pot, row in costs.items():
        asked = row[place]
        if pot != FREE and asked:
            paid = min(held[pot], asked)
            held[pot] -= paid
            asked -= paid
        rest += asked
    held[FREE] -= rest


def _per_month(
    flows: Iterable[Flow], pots: Sequence[str], start: int, scenario: Scenario, months: int
) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """What comes into each pot and what it must pay, in each month."""
    income = {pot: [0] * months for pot in pots}
    costs = {pot: [0] * months for pot in pots}
    for flow in flows:
        row = (income if flow.direction == IN else costs)[flow.pot]
        passed, coming = scenario.payments(flow, start)
        row[0] += passed * flow.amount
        for place in range(coming.start - start, min(coming.stop - start, months), coming.step):
            row[place] += flow.amount
    return income, costs
