"""What a ``.pb`` file says about its own count: the rule, the threshold, and who won."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from middenstip.methods.reading import NoNumber, same_words, whole

from .election import Election
from .errors import BadElection
from .result import Result
from .rules import Completion, Rule

THRESHOLD = "min_project_score_threshold"
COMPARED = "-comparison"


class Stated(TypedDict):
    """The part of the rules that META tells."""

    rule: Rule
    completion: Completion
    stop_at_first: bool
    must_beat: Rule | None


NAMES: dict[str, tuple[Rule, Completion, bool]] = {
    "greedy": ("greedy", "none", False),
    "greedy-threshold": ("greedy", "none", False),
    "greedy-no-skip": ("greedy", "none", True),
    "equalshares": ("mes", "none", False),
    "equalshares/add1": ("mes", "add1", False),
}


def threshold_of(election: Election) -> int:
    """The least votes (or points) a plan needs according to the file; 0 when it names none."""
    stated = election.info(THRESHOLD)
    if not stated:
        return 0
    try:
        return whole(stated)
    except NoNumber:
        raise BadElection(f"'{THRESHOLD}' in META is geen heel getal: '{stated}'.") from None


def rule_of(election: Election) -> Stated:
    """The rule that META names, in the words of Pabulib; raises ``BadElection`` for another."""
    stated = election.info("rule") or ""
    name = same_words(stated)
    found = NAMES.get(name.removesuffix(COMPARED))
    if found is None:
        known = ", ".join(NAMES)
        raise BadElection(f"De regel '{stated}' in META is onbekend. Deze ken ik: {known}.")
    rule, completion, stops = found
    rival: Rule | None = "greedy" if name.endswith(COMPARED) else None
    return Stated(rule=rule, completion=completion, stop_at_first=stops, must_beat=rival)


@dataclass(frozen=True, slots=True)
class Official:
    """Who won according to the file, beside who won here: the ids that only one of the two names."""

    winners: tuple[str, ...]
    only_official: tuple[str, ...]
    only_ours: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether both name the same winners."""
        return not self.only_official and not self.only_ours


def official(result: Result) -> Official:
    """Set the outcome beside that of the file; raises ``BadElection`` when the file does not tell it."""
    projects = result.election.projects
    if all(project.selected is None for project in projects):
        raise BadElection("Dit bestand zegt niet wie er won: in PROJECTS ontbreekt de kolom selected.")
    theirs = tuple(project.id for project in projects if project.selected)
    return Official(
        theirs,
        tuple(name for name in theirs if name not in result.winners),
        tuple(name for name in result.winners if name not in theirs),
    )
