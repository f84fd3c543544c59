"""Everything the rules share: votes, backers, ties, and the plans that take part."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from .ballots import APPROVAL
from .election import Election
from .equal_shares import Run
from .greedy import per_cost
from .places import scored
from .room import Room
from .rules import Rules
from .support import Support, by_plan, votes
from .ties import Ties
from .weights import weights

PURSES = ("mes", "bos")  # rules in which voters pay from a share of their own


@dataclass(frozen=True, eq=False)
class Table:
    """An election laid out for counting under some rules."""

    election: Election
    rules: Rules
    support: Support
    votes: tuple[Fraction, ...]
    ties: Ties
    plans: tuple[int, ...]
    trace: Run | None = None

    @property
    def costs(self) -> tuple[int, ...]:
        """The price of each plan, in cents."""
        return self.election.costs

    @property
    def limited(self) -> bool:
        """Whether ceilings or exclusions limit the choice."""
        return bool(self.rules.ceilings or self.rules.incompatible)

    def room(self, *, ceilings: bool = True) -> Room:
        """Fresh room: the whole budget, and the ceilings unless told otherwise."""
        return Room(self.election, self.rules, ceilings=ceilings)

    def scores(self) -> list[Fraction | float]:
        """What greedy sorts on.

        As completion of Equal Shares without ``by`` it is the same measure as the rule itself: backers
        for ``cost`` (satisfaction per euro), votes per euro for ``cardinality``.
        """
        by = self.rules.by
        if by == "votes-per-cost" or (by is None and self.completes and self.rules.satisfaction != "cost"):
            return per_cost(self.votes, self.costs)
        if by is None and self.completes:
            return [Fraction(weight, self.support.unit) for weight in self.support.weights]
        return list(self.votes)

    @property
    def completes(self) -> bool:
        """Whether greedy only completes another rule."""
        return self.rules.rule in PURSES


def lay_out(election: Election, rules: Rules) -> Table:
    """Turn ballots around and leave out plans with too few votes."""
    weight, unit = weights(election.ballots, rules.channels)
    plans = len(election.projects)
    ballots = scored(election, rules.places)
    cast = votes(ballots, plans, weight, unit)
    points = (
        rules.rule in PURSES and rules.satisfaction == "cardinality" and election.ballots.kind not in APPROVAL
    )
    return Table(
        election,
        rules,
        by_plan(ballots, plans, weight, unit, points=points),
        tuple(vote if vote.numerator > 0 else Fraction(0) for vote in cast),
        Ties(election, cast, rules),
        tuple(plan for plan in range(plans) if cast[plan] >= rules.min_votes or not rules.min_votes),
    )
