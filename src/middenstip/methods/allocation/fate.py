"""What happened to each plan, and why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from .backing import Backing, backing
from .counted import Counted

Reason = Literal[
    "won",
    "above_budget",
    "min_votes",
    "no_support",
    "excluded",
    "ceiling",
    "too_few_backers",
    "money_spent",
    "no_room",
    "stopped",
]


@dataclass(frozen=True, slots=True)
class Fate:
    """One plan: won or lost, and why.

    Parameters
    ----------
    project, votes, cost : the plan, its votes (weighed) and its price in cents.
    won : whether it is bought.
    reason : ``won`` or why it lost.
    support : effective support in whole percent, for Equal Shares: the largest part of its cost that its
        backers could bring up at the price of a plan that was bought (100 is enough); winners have at
        least 100. None for other rules.
    money : cents that say why: what its backers had at the start (``too_few_backers``) or at the end
        (``money_spent``), or what was left at its turn (``no_room``).
    spent_on : for ``money_spent`` the winners that took the money of its backers, largest first, cents.
    blocker : the winner that excludes it, the ceiling it would pass, or the plan that stopped the rule.
    tied_with, tie : for a loser the winner it was exactly equal to (the last one), and the step that then
        decided; both empty when there was none.
    """

    project: str
    votes: Fraction
    cost: int
    won: bool
    reason: Reason
    support: int | None = None
    money: int | None = None
    spent_on: tuple[tuple[str, int], ...] = ()
    blocker: str = ""
    tied_with: str = ""
    tie: str = ""


def fates(result: Counted) -> tuple[Fate, ...]:
    """The fate of every plan, in the order of the list."""
    backed = backing(result)
    return tuple(fate(result, plan, backed.get(plan)) for plan in range(len(result.election.projects)))


def fate(result: Counted, plan: int, backed: Backing | None) -> Fate:
    """The fate of one plan."""
    project = result.election.projects[plan]
    won = plan in result.won
    # With overspending there is no line at 100 %: who brings less can win, and comes later.
    support = backed.percent if backed and result.table.rules.rule == "mes" else None
    if won:
        reason, money, spent, blocker = _why("won")
        support = None if support is None else max(support, 100)
    else:
        reason, money, spent, blocker = why_lost(result, plan, backed)
    tied_with, tie = ("", "") if won else lost_tie(result, plan)
    votes = result.table.votes[plan]
    return Fate(project.id, votes, project.cost, won, reason, support, money, spent, blocker, tied_with, tie)


def lost_tie(result: Counted, plan: int) -> tuple[str, str]:
    """The last winner this loser was exactly equal to, and the step that decided; empty without."""
    lost = [tie for tie in result.tie_steps if plan in tie.others and tie.plan in result.won]
    return (result.election.projects[lost[-1].plan].label, lost[-1].step) if lost else ("", "")


Why = tuple[Reason, int | None, tuple[tuple[str, int], ...], str]


def _why(
    reason: Reason, money: int | None = None, spent: tuple[tuple[str, int], ...] = (), blocker: str = ""
) -> Why:
    return reason, money, spent, blocker


def why_lost(result: Counted, plan: int, backed: Backing | None) -> Why:
    """The first reason that applies, from what no rule can change to what this rule did."""
    table, projects = result.table, result.election.projects
    if projects[plan].cost > result.election.budget:
        return _why("above_budget", result.election.budget)
    if plan not in table.plans:
        return _why("min_votes")
    room = table.room(ceilings=not result.rules.joint_leftovers)
    for winner in result.won:
        room.take(winner)
    rivals = room.blocked_by(plan)
    if rivals:
        return _why("excluded", blocker=projects[rivals[0]].label)
    ceiling = room.full(plan)
    if ceiling is not None:
        return _why("ceiling", blocker=result.rules.ceilings[ceiling].name)
    passed = dict(result.passed)
    if plan in passed:
        return _why("no_room", passed[plan])
    if not len(table.support.backers[plan]):
        return _why("no_support")
    if result.table.rules.rule == "bos" and projects[plan].cost > room.left:
        return _why("no_room", room.left)
    if backed:
        if result.table.rules.rule == "mes" and backed.start < projects[plan].cost:
            return _why("too_few_backers", backed.start)
        return _why("money_spent", backed.left, _names(result, backed.spent_on))
    stopper = "" if result.stopped_by is None else projects[result.stopped_by].label
    return _why("stopped", room.left, blocker=stopper)


def _names(result: Counted, spent: dict[int, int]) -> tuple[tuple[str, int], ...]:
    """Winners by label with the money they took, largest first."""
    total: dict[str, int] = defaultdict(int)
    for plan, money in spent.items():
        total[result.election.projects[plan].label] += money
    return tuple(sorted(total.items(), key=lambda item: -item[1]))
