"""All goals of an initiative with every version and answer, for the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from middenstip.domain.goals.lifecycle import ANSWERS, YES
from middenstip.domain.goals.models import Answer, Goal, Version
from middenstip.domain.initiatives.models import Initiative
from middenstip.kernel.half import place_of


@dataclass(frozen=True)
class ToldAnswer:
    """The answer of one seat: `answer` is ja, tenzij or nee."""

    seat: str
    half: str
    answer: str
    condition: str

    @property
    def words(self) -> str:
        """*ja*, *nee, tenzij* or *nee*."""
        return ANSWERS[self.answer]


@dataclass(frozen=True)
class ToldVersion:
    """One version and the answer of each seat, in the order of the halves."""

    number: int
    text: str
    seat: str
    at: datetime
    answers: tuple[ToldAnswer, ...]

    def yes(self, half: str) -> int:
        """How many seats of this half said ja."""
        return sum(one.half == half and one.answer == YES for one in self.answers)


@dataclass(frozen=True)
class ToldGoal:
    """One goal; `state` is a key of its lifecycle, `halves_yes` a bit set; versions are in order of time."""

    title: str
    question: str
    state: str
    halves_yes: int
    versions: tuple[ToldVersion, ...]


def goals_told(initiative: Initiative) -> list[ToldGoal]:
    """Every goal of this initiative, the oldest first. Three queries."""
    versions: dict[int, list[ToldVersion]] = {}
    told = Version.objects.filter(goal__initiative=initiative).select_related("by__side__organisation")
    answers = _answers(initiative)
    for one in told.order_by("number"):
        said = _by_half(answers.get(one.pk, ()))
        version = ToldVersion(one.number, one.text, one.by.label, one.at, said)
        versions.setdefault(one.goal_id, []).append(version)
    return [
        ToldGoal(goal.title, goal.question, goal.state, goal.halves_yes, tuple(versions.get(goal.pk, ())))
        for goal in Goal.objects.filter(initiative=initiative).order_by("pk")
    ]


def _answers(initiative: Initiative) -> dict[int, list[ToldAnswer]]:
    """The answers by the key of their version."""
    found: dict[int, list[ToldAnswer]] = {}
    rows = Answer.objects.filter(version__goal__initiative=initiative)
    for row in rows.select_related("seat__side__organisation").order_by("pk"):
        told = ToldAnswer(row.seat.label, row.seat.half, row.answer, row.condition)
        found.setdefault(row.version_id, []).append(told)
    return found


def _by_half(answers: Iterable[ToldAnswer]) -> tuple[ToldAnswer, ...]:
    return tuple(sorted(answers, key=lambda one: place_of(one.half)))
