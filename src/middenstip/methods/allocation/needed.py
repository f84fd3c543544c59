"""What a plan would have needed to win: found by counting again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .backing import replay
from .count import count, shares_of
from .money import count_of, euro
from .result import Result


@dataclass(frozen=True, slots=True)
class Needed:
    """What would have made a plan win, all else equal.

    Parameters
    ----------
    votes : with this many more voters who choose only this plan it wins, with one fewer it does not.
        None when a hundred times as many voters would not help.
    cost : at this price (cents) it wins, at one cent more it does not; None when a cent is still too much.
    """

    project: str
    votes: int | None
    cost: int | None


def needed(result: Result, project: str) -> Needed:
    """Search by counting again; a winner needed nothing more.

    A handful of counts for each doubling: O(log(voters) + log(cost)) counts. The numbers are a turning
    point that was checked on both sides; Equal Shares may hold more than one.
    """
    election, rules = result.election, result.rules
    cost = election.projects[election.position(project)].cost
    if project in result.winners:
        return Needed(project, 0, cost)

    def wins_with(extra: int) -> bool:
        return project in count(election.supported(project, extra), rules).winners

    def wins_cheaper(discount: int) -> bool:
        return project in count(election.priced(project, cost - discount), rules).winners

    votes = turning_point(wins_with, 100 * election.voters)
    discount = turning_point(wins_cheaper, cost - 1) if cost > 1 else None
    return Needed(project, votes, None if discount is None else cost - discount)


def turning_point(wins: Callable[[int], bool], most: int) -> int | None:
    """The number from 1 to ``most`` that wins while one less does not; None when ``most`` loses too.

    >>> turning_point(lambda number: number >= 37, 1000)
    37
    """
    low, high = 0, 1
    while not wins(high):
        if high == most:
            return None
        low, high = high, min(2 * high, most)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if wins(middle) else (middle, high)
    return high


def effective_support(result: Result, project: str) -> int | None:
    """Effective support in whole percent; for a winner from a count without it, and at least 100."""
    table, plan = result.table, result.election.position(project)
    if table.trace is None or table.rules.rule != "mes" or not len(table.support.backers[plan]):
        return None
    others = [other for other in table.plans if other != plan]
    trace = shares_of(table, others).run(table.trace.share, table.room() if table.limited else None)
    percent = replay(table, trace, [plan])[plan].percent
    return max(percent, 100) if project in result.winners else percent


def needed_sentence(result: Result, found: Needed) -> str:
    """What it would have needed, in plain Dutch."""
    label = result.election.projects[result.election.position(found.project)].label
    if found.votes == 0:
        return f"{label} wint al."
    ways = []
    if found.votes is not None:
        voters = "1 stemmer meer" if found.votes == 1 else f"{count_of(found.votes)} stemmers meer"
        ways.append(f"met {voters} voor alleen dit plan")
    if found.cost is not None:
        ways.append(f"met een prijs van hoogstens {euro(found.cost)}")
    if not ways:
        return f"{label} had ook met meer stemmen of een lagere prijs niet gewonnen."
    return f"{label} had gewonnen {' of '.join(ways)}."
