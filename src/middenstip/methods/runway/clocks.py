"""The cliff alarm: two clocks, and the levels at which each rings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .count import when
from .flow import CERTAIN, IN, SUBSIDY, Flow

LEVELS = (12, 6, 3)
SHARE = 25  # percent of the certain income of a year: with less, the end of a subsidy is no cliff
YEAR = 12
MONEY_ENDS, SUBSIDY_ENDS = "geld op", "subsidie stopt"


@dataclass(frozen=True)
class Clock:
    """``left`` months until ``ends``: the month in which the money ends, or the last with subsidy."""

    name: str
    left: int
    ends: int

    @property
    def level(self) -> int | None:
        """The lowest level that was reached; None when it does not ring yet.

        >>> [Clock("geld op", left, 0).level for left in (13, 12, 7, 6, 3, 0)]
        [None, 12, 12, 6, 3, 3]
        """
        return min((level for level in LEVELS if self.left <= level), default=None)


def clocks(flows: Iterable[Flow], balance: Mapping[str, int], start: int) -> tuple[Clock, ...]:
    """The clocks that run, counted with what is certain only."""
    flows = list(flows)
    course = when(flows, balance, start)
    found = []
    if course.ends is not None:
        found.append(Clock(MONEY_ENDS, course.ends - start, course.ends))
    last = subsidy_until(flows, start)
    if last is not None:
        found.append(Clock(SUBSIDY_ENDS, last - start + 1, last))
    return tuple(found)


def subsidy_until(flows: Iterable[Flow], start: int) -> int | None:
    """The last month that a certain subsidy covers.

    None when it has passed, or when the subsidy is less than a quarter of the certain income of the twelve
    months up to then. O(payments).
    """
    certain = [flow for flow in flows if flow.direction == IN and flow.certainty == CERTAIN]
    subsidies = [flow for flow in certain if flow.kind == SUBSIDY and flow.amount]
    last = max((_covered(flow) for flow in subsidies), default=start - 1)
    if last < start:
        return None
    year = range(last - YEAR + 1, last + 1)
    income = sum(_within(flow, year) for flow in certain)
    subsidy = sum(_within(flow, year) for flow in subsidies)
    return last if subsidy and subsidy * 100 >= income * SHARE else None


def _covered(flow: Flow) -> int:
    return flow.months[-1] if flow.covers is None else max(flow.covers, flow.months[-1])


def _within(flow: Flow, year: range) -> int:
    return flow.amount * sum(month in year for month in flow.months)
