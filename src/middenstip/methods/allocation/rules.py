"""The rules of a count, fixed before anyone votes and stored with the result."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, get_args

from .errors import BadElection

Rule = Literal["greedy", "mes", "bos", "phragmen"]
By = Literal["votes", "votes-per-cost"]
Satisfaction = Literal["cost", "cardinality"]
Completion = Literal["none", "greedy", "add1", "add1e", "add1u"]
Places = Literal["max-length", "own-length", "2-1-0"]
TieRule = Literal["standard", "lexico"]
CHOICES: dict[str, tuple[str, ...]] = {
    "rule": get_args(Rule),
    "by": get_args(By),
    "satisfaction": get_args(Satisfaction),
    "completion": get_args(Completion),
    "ties": get_args(TieRule),
    "places": get_args(Places),
}


@dataclass(frozen=True, slots=True)
class Ceiling:
    """At most ``amount`` cents for plans of one ``category`` or one ``neighbourhood`` (``kind``)."""

    kind: Literal["category", "neighbourhood"]
    name: str
    amount: int


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything that decides, apart from the ballots.

    Parameters
    ----------
    rule : ``greedy`` (most votes first, while it fits), ``mes`` (Method of Equal Shares), ``bos`` (Equal
        Shares with bounded overspending) or ``phragmen``.
    by : what greedy sorts on. None: ``votes``; as completion of ``mes``: the measure of ``satisfaction``.
    satisfaction : Equal Shares compares prices per euro (``cost``) or per vote (``cardinality``).
    completion : what Equal Shares does with money left. ``greedy`` fills up; ``add1`` gives everyone more
        until the next step would pass the budget; ``add1e`` also stops once no other plan fits; ``add1u`` is
        add1 and then greedy. After ``bos`` only ``greedy`` does something.
    ties : ``standard`` (lower price, more votes, the lot) or ``lexico`` (id as text).
    lot : a public sentence that decides the last ties, published before the vote.
    min_votes : plans with fewer votes do not take part.
    stop_at_first : greedy stops at the first plan that does not fit, in place of looking at the next.
    places : what a place on an ordinal ballot is worth (see ``places``).
    ceilings : most money per category or neighbourhood.
    joint_leftovers : spend what is left under the ceilings jointly, most votes first.
    incompatible : sets of plan ids of which at most one can win.
    channels : how much each channel weighs together, as ``(("paper", 1), ("internet", 1))``.
    step : cents per voter for each add1 step; None scales it with the money per voter.
    must_beat : another rule. This count stands only if more voters prefer its outcome to that one.
    """

    rule: Rule = "mes"
    by: By | None = None
    satisfaction: Satisfaction = "cost"
    completion: Completion = "none"
    ties: TieRule = "standard"
    lot: str = ""
    min_votes: int | Fraction = 0
    ceilings: tuple[Ceiling, ...] = ()
    joint_leftovers: bool = False
    incompatible: tuple[frozenset[str], ...] = ()
    channels: tuple[tuple[str, int], ...] = ()
    step: int | None = None
    must_beat: Rule | None = None
    stop_at_first: bool = False
    places: Places = "max-length"

    def __post_init__(self) -> None:
        for name, allowed in CHOICES.items():
            chosen = getattr(self, name)
            if chosen not in allowed and not (name == "by" and chosen is None):
                raise BadElection(f"'{chosen}' is geen keuze voor {name}. Kies uit: {', '.join(allowed)}.")
        if self.must_beat is not None and self.must_beat not in CHOICES["rule"]:
            raise BadElection(f"'{self.must_beat}' is geen regel om mee te vergelijken.")
        if self.step is not None and self.step < 1:
            raise BadElection("De stap van add1 is minstens één cent.")
        if any(share < 0 for _, share in self.channels) or (self.channels and not self.weighed):
            raise BadElection("Het gewicht van papier en internet is nul of meer, en samen meer dan nul.")

    @property
    def weighed(self) -> int:
        """The weights of all channels together."""
        return sum(share for _, share in self.channels)
