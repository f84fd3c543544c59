"""The result per statement, with its own explanation."""

from dataclasses import dataclass

from .bridge import Bridge, bridge
from .counts import Counts
from .groups import Representativeness
from .rules import Integers, Rules
from .sentences import census_sentence, sample_sentence, statement_sentence


@dataclass(frozen=True)
class HalfResult:
    """One statement in one half: counts, bounds of the yes share, and whether the yes is sure.

    ``census`` is true for a half that is asked as a whole (all ``members``); its bounds are exact.
    ``needed`` is the number of votes (agree or disagree) from which a sample says anything.
    """

    half: str
    members: int
    agree: int
    disagree: int
    passed: int
    lower: float
    upper: float
    sure: bool
    census: bool
    needed: int

    @property
    def seen(self) -> int:
        """All votes, pass included."""
        return self.agree + self.disagree + self.passed

    @property
    def why(self) -> str:
        """What this half says, and how we know, in a sentence."""
        asked = f"In de helft {self.half}: {self.agree} keer eens, {self.disagree} keer oneens"
        told = f"{asked}, {self.passed} keer overgeslagen"
        if self.census:
            return census_sentence(told, self.seen, self.members, self.sure)
        decisive = self.agree + self.disagree
        return sample_sentence(told, decisive, self.needed, self.lower, self.sure, self.members)


@dataclass(frozen=True)
class Statement:
    """One statement over everyone, per half, and what it means for common ground.

    ``bridge`` is None without halves. ``near`` names the one half that still hesitates. ``order``
    sorts statements with few votes: the least posterior mean over the halves.
    """

    id: str
    seen: int
    agree: int
    disagree: int
    passed: int
    agree_consensus: float
    disagree_consensus: float
    per_half: tuple[HalfResult, ...]
    bridge: float | None
    certified: bool
    near: str | None
    order: float
    why: str


@dataclass(frozen=True, eq=False)
class Figures:
    """All that was counted: over everyone, over the groups, and per half (``names``, ``sizes``)."""

    ids: tuple[str, ...]
    total: Counts
    stands: Representativeness
    names: tuple[str, ...]
    sizes: Integers
    counts: Counts
    rules: Rules


def describe(figures: Figures) -> tuple[Statement, ...]:
    """All statements in the order of ``ids``; without halves nothing is certified."""
    if not figures.names:
        return tuple(_statement(figures, at, (), None) for at in range(len(figures.ids)))
    measured = bridge(figures.counts, figures.sizes, figures.rules)
    return tuple(
        _statement(figures, at, _halves(figures, at, measured), measured) for at in range(len(figures.ids))
    )


def _statement(
    figures: Figures, at: int, parts: tuple[HalfResult, ...], measured: Bridge | None
) -> Statement:
    total, stands = figures.total, figures.stands
    certified = bool(measured and measured.certified[at])
    near = figures.names[int(measured.hesitates[at])] if measured and measured.near[at] else None
    hesitant = [part.half for part in parts if not part.sure]
    seen, agree = int(total.seen[at]), int(total.agree[at])
    return Statement(
        figures.ids[at],
        seen,
        agree,
        int(total.disagree[at]),
        int(total.passed[at]),
        float(stands.agree_consensus[at]),
        float(stands.disagree_consensus[at]),
        parts,
        float(measured.score[at]) if measured else None,
        certified,
        near,
        float(measured.order[at]) if measured else (agree + 1) / (int(total.decisive[at]) + 2),
        statement_sentence(seen, hesitant, len(parts), certified, near, figures.rules),
    )


def _halves(figures: Figures, at: int, measured: Bridge) -> tuple[HalfResult, ...]:
    return tuple(_half(figures, at, number, measured) for number in range(len(figures.names)))


def _half(figures: Figures, at: int, number: int, measured: Bridge) -> HalfResult:
    counts, members, rules = figures.counts, int(figures.sizes[number]), figures.rules
    agree, disagree, passed = (int(c[number, at]) for c in (counts.agree, counts.disagree, counts.passed))
    return HalfResult(
        figures.names[number],
        members,
        agree,
        disagree,
        passed,
        float(measured.lower[number, at]),
        float(measured.upper[number, at]),
        bool(measured.sure[number, at]),
        members < rules.census_below,
        rules.least_votes,
    )
