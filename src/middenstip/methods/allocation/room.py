"""What still fits: the budget, the ceilings, and plans that exclude each other."""

from __future__ import annotations

from functools import lru_cache

from middenstip.methods.reading import same_words

from .election import Election
from .project import Project
from .rules import Ceiling, Rules

words = lru_cache(maxsize=10_000)(same_words)  # add1 lays out a room for every step


class Room:
    """The room that is left while plans are bought.

    ``open`` is asked before a plan is considered, ``fits`` looks at the budget as well, ``take`` buys.
    Equal Shares may pass the budget on purpose (that ends add1), so ``open`` leaves the budget out.
    """

    def __init__(self, election: Election, rules: Rules, *, ceilings: bool = True) -> None:
        self.costs = election.costs
        self.left = election.budget
        self.taken: list[int] = []
        self.caps = [ceiling.amount for ceiling in rules.ceilings] if ceilings else []
        self.under: list[tuple[int, ...]] = [
            tuple(
                number
                for number, ceiling in enumerate(rules.ceilings[: len(self.caps)])
                if is_under(project, ceiling)
            )
            for project in election.projects
        ]
        self.rivals: list[frozenset[int]] = [frozenset()] * len(self.costs)
        for group in rules.incompatible:
            members = frozenset(election.position(name) for name in group)
            for place in members:
                self.rivals[place] |= members - {place}

    def open(self, plan: int) -> bool:
        """Whether the ceilings and the winners so far leave room for this plan."""
        return not self.blocked_by(plan) and self.full(plan) is None

    def blocked_by(self, plan: int) -> tuple[int, ...]:
        """Winners that exclude this plan."""
        return tuple(winner for winner in self.taken if winner in self.rivals[plan])

    def full(self, plan: int) -> int | None:
        """The first ceiling this plan would pass."""
        return next((c for c in self.under[plan] if self.costs[plan] > self.caps[c]), None)

    def fits(self, plan: int) -> bool:
        """Whether the budget, the ceilings and the winners leave room for this plan."""
        return self.costs[plan] <= self.left and self.open(plan)

    def take(self, plan: int) -> None:
        """Buy a plan."""
        self.taken.append(plan)
        self.left -= self.costs[plan]
        for ceiling in self.under[plan]:
            self.caps[ceiling] -= self.costs[plan]


def is_under(project: Project, ceiling: Ceiling) -> bool:
    """Whether a ceiling holds for a plan; two spellings of one name are the same category."""
    names = project.categories if ceiling.kind == "category" else (project.neighbourhood,)
    return words(ceiling.name) in map(words, names)
