"""What comes out of a count: what was bought, in which order, and who paid."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from .comparison import Comparison
from .election import Election
from .rounds import Bought, Round, rounds
from .rules import Rules
from .spread import Spread, Voters, spread, voters
from .table import Table
from .ties import Tie


@dataclass(frozen=True)
class Counted:
    """The outcome of one count, before it is explained (``Result``).

    ``rule`` is the rule that decided: after a comparison step that can be another than in ``rules``.
    ``share`` is the money per voter in the last run of Equal Shares (cents), after ``steps`` steps of
    ``step`` cents; both None and zero for the other rules. ``loads`` are what Phragmén's purchases put on
    their backers.
    """

    election: Election
    rules: Rules
    bought: tuple[Bought, ...]
    tie_steps: tuple[Tie, ...]
    share: Fraction | None = None
    steps: int = 0
    step: int = 0
    passed: tuple[tuple[int, int], ...] = ()
    stopped_by: int | None = None
    loads: tuple[Fraction, ...] = ()
    comparison: Comparison | None = None
    table: Table = field(kw_only=True, repr=False, compare=False)

    @cached_property
    def won(self) -> tuple[int, ...]:
        """The winners as positions in the list of plans, in the order bought."""
        return tuple(plan for plan, _ in self.bought)

    @cached_property
    def winners(self) -> tuple[str, ...]:
        """Ids of the plans that win, in the order bought."""
        return tuple(self.election.projects[plan].id for plan in self.won)

    @property
    def cost(self) -> int:
        """What the winners cost together, in cents."""
        return sum(self.election.costs[plan] for plan in self.won)

    @cached_property
    def rounds(self) -> tuple[Round, ...]:
        """Every purchase with who paid for it. Costs a replay of the purchases."""
        return rounds(self.table, self.bought, self.loads)

    @property
    def ties(self) -> dict[str, int]:
        """How many ties each step decided."""
        return {**dict.fromkeys(self.table.ties.steps, 0), **Counter(tie.step for tie in self.tie_steps)}

    @cached_property
    def voters(self) -> Voters:
        """How many people got something of what they chose."""
        return voters(self.election, self.won)

    @cached_property
    def spread(self) -> tuple[Spread, ...]:
        """How plans and money are spread over the neighbourhoods."""
        return spread(self.election, self.won)
