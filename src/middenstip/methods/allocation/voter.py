"""What the share of one voter paid for: for that voter's own page."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from .errors import BadElection
from .receipts import receipts
from .result import Result


@dataclass(frozen=True, slots=True)
class Contribution:
    """The money of one voter: the ``share`` at the start, what was ``paid`` per plan, and what is
    ``left``, all in cents (rounded)."""

    voter: str
    share: int
    paid: tuple[tuple[str, int], ...]
    left: int


def voter_receipt(result: Result, voter: str) -> Contribution:
    """Follow the money of one voter; only for Equal Shares.

    Raises ``BadElection`` for someone who did not vote, or another rule.
    """
    table, ballots = result.table, result.election.ballots
    if table.trace is None:
        raise BadElection("Alleen bij gelijke delen heeft elke stemmer een eigen deel.")
    if voter not in ballots.voters:
        raise BadElection(f"Stemmer {voter} staat niet in de lijst met stemmen.")
    ballot = int(ballots.ballot_of[ballots.voters.index(voter)])
    people = int(ballots.count[ballot])
    weight = Fraction(int(table.support.weight[ballot]), people)
    share = left = float(table.trace.share * weight)
    paid = []
    for slip in receipts(table.support, table.trace):
        money = float(slip.paid[ballot] * weight)
        if money:
            paid.append((result.election.projects[slip.plan].id, round(money)))
            left -= money
    return Contribution(voter, round(share), tuple(paid), round(left))
