"""An election: plans with a price, a budget, and the ballots."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from middenstip.methods.reading import same_name

from .ballots import Ballots
from .errors import BadElection
from .project import Project


@dataclass(frozen=True)
class Election:
    """Plans, budget (cents) and ballots, with the remaining ``META`` entries of a file.

    >>> from middenstip.methods.allocation import Vote
    >>> plans = (Project("bank", 500_00), Project("boom", 900_00))
    >>> fair = Election(plans, 1000_00, Ballots.cast([Vote("ann", ("bank",))], plans))
    >>> fair.voters, fair.position("boom")
    (1, 1)
    """

    projects: tuple[Project, ...]
    budget: int
    ballots: Ballots
    meta: tuple[tuple[str, str], ...] = ()
    _position: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ids = {same_name(project.id): place for place, project in enumerate(self.projects)}
        if len(ids) < len(self.projects):
            raise BadElection("Twee plannen hebben hetzelfde nummer.")
        if any(project.cost < 0 for project in self.projects):
            raise BadElection("Een plan kost minder dan nul euro.")
        if self.budget <= 0:
            raise BadElection("Het budget is nul: er valt niets te verdelen.")
        if self.voters == 0:
            raise BadElection("Er zijn geen stemmen: er valt niets te tellen.")
        object.__setattr__(self, "_position", ids)

    @property
    def voters(self) -> int:
        """The number of people who voted, empty ballots included."""
        return int(self.ballots.count.sum())

    @cached_property
    def costs(self) -> tuple[int, ...]:
        """The price of each plan, in cents."""
        return tuple(project.cost for project in self.projects)

    def position(self, project: str) -> int:
        """Where a plan stands in the list; raises ``BadElection`` when it does not."""
        try:
            return self._position[same_name(project)]
        except KeyError:
            raise BadElection(f"Plan {project} bestaat niet in deze stemming.") from None

    def priced(self, project: str, cost: int) -> Election:
        """The same election, with another price (cents) for one plan."""
        place = self.position(project)
        changed = replace(self.projects[place], cost=cost)
        return replace(self, projects=(*self.projects[:place], changed, *self.projects[place + 1 :]))

    def supported(self, project: str, votes: int) -> Election:
        """The same election after ``votes`` new people voted for this plan only."""
        return replace(self, ballots=self.ballots.joined(self.position(project), votes))

    def info(self, *keys: str) -> str | None:
        """The first of these ``META`` entries that is there."""
        known = dict(self.meta)
        return next((known[key] for key in keys if key in known), None)
