"""Who got something: voters with and without a winner on their ballot, and neighbourhoods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from .election import Election


@dataclass(frozen=True, slots=True)
class Voters:
    """People who voted, people with no winner on their ballot, and winners per ballot on average."""

    people: int
    with_nothing: int
    winners_each: Fraction

    @property
    def share_with_nothing(self) -> Fraction:
        """The share of voters without any winner, between 0 and 1."""
        return Fraction(self.with_nothing, self.people)


@dataclass(frozen=True, slots=True)
class Spread:
    """One neighbourhood: its plans, how many won, and the money (cents) that goes there."""

    neighbourhood: str
    plans: int
    winners: int
    cost: int


def voters(election: Election, won: Sequence[int]) -> Voters:
    """Count people with something and with nothing; a ballot names a winner or it does not."""
    ballots = election.ballots
    hit = np.zeros(len(election.projects), dtype=np.int64)
    hit[list(won)] = 1
    hits = np.add.reduceat(np.append(hit[ballots.project], 0), ballots.start[:-1])
    hits[ballots.lengths == 0] = 0
    people = election.voters
    nothing = int(ballots.count[hits == 0].sum())
    return Voters(people, nothing, Fraction(int(np.dot(hits, ballots.count)), people))


def spread(election: Election, won: Sequence[int]) -> tuple[Spread, ...]:
    """Plans, winners and money per neighbourhood, in order of first appearance; empty without names."""
    names = list(dict.fromkeys(plan.neighbourhood for plan in election.projects if plan.neighbourhood))
    return tuple(
        Spread(
            name,
            sum(plan.neighbourhood == name for plan in election.projects),
            sum(election.projects[place].neighbourhood == name for place in won),
            sum(
                election.projects[place].cost
                for place in won
                if election.projects[place].neighbourhood == name
            ),
        )
        for name in names
    )
