"""What can have happened at a table. The subject is the goal."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class GoalOpened(Fact):
    """A table was opened for an opgave; `raised` is the half that raised it."""

    kind = "goal.opened"

    raised: str


@dataclass(frozen=True, kw_only=True)
class ChairTaken(Fact):
    """A seat sat down at the table."""

    kind = "goal.chair_taken"

    seat: str
    joined: str


@dataclass(frozen=True, kw_only=True)
class ChairLeft(Fact):
    kind = "goal.chair_left"

    seat: str
    left: str


@dataclass(frozen=True, kw_only=True)
class SeatInvited(Fact):
    """Somebody at the table asked a seat to come."""

    kind = "goal.seat_invited"
    public = False

    seat: str


@dataclass(frozen=True, kw_only=True)
class LetterSealed(Fact):
    """A seat wrote down the goal alone. Nobody reads it before the reveal."""

    kind = "goal.letter_sealed"
    public = False

    seat: str


@dataclass(frozen=True, kw_only=True)
class LettersRevealed(Fact):
    """All letters went open at the same moment."""

    kind = "goal.letters_revealed"

    letters: int


@dataclass(frozen=True, kw_only=True)
class GoalProposed(Fact):
    """A version of the goal lies on the table; every earlier answer has lapsed."""

    kind = "goal.proposed"

    number: int


@dataclass(frozen=True, kw_only=True)
class GoalAnswered(Fact):
    """A seat answered to this version: ja, tenzij or nee."""

    kind = "goal.answered"

    number: int
    seat: str
    answer: str


@dataclass(frozen=True, kw_only=True)
class HalfSaidYes(Fact):
    """Every seat of this half said ja to this version."""

    kind = "goal.half_said_yes"

    number: int
    said: str


@dataclass(frozen=True, kw_only=True)
class GoalShared(Fact):
    """All three halves said JA to this version."""

    kind = "goal.shared"

    number: int


@dataclass(frozen=True, kw_only=True)
class GoalStopped(Fact):
    """The table itself ended it, without a shared goal."""

    kind = "goal.stopped"


@dataclass(frozen=True, kw_only=True)
class GoalFinished(Fact):
    """The initiative ended, and its table with it."""

    kind = "goal.finished"
    public = False
