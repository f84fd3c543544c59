"""The facts about moderation. None is public: a story never says who reported or moderated what."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class ReviewOpened(Fact):
    """A text waits for a moderator; `origin` says why."""

    kind = "review.opened"
    public = False

    origin: str


@dataclass(frozen=True, kw_only=True)
class ComplaintMade(Fact):
    """A person reported a text. The subject is the report."""

    kind = "complaint.made"
    public = False

    review: str


@dataclass(frozen=True, kw_only=True)
class ReviewDecided(Fact):
    """A moderator decided."""

    kind = "review.decided"
    public = False

    outcome: str
    rule: str
    days: int


@dataclass(frozen=True, kw_only=True)
class ReviewAppealed(Fact):
    """The writer appealed."""

    kind = "review.appealed"
    public = False

    half: str  # of the moderator who decided first


@dataclass(frozen=True, kw_only=True)
class ReviewJudged(Fact):
    """Another moderator judged the appeal."""

    kind = "review.judged"
    public = False

    outcome: str
    rule: str


@dataclass(frozen=True, kw_only=True)
class SweepMade(Fact):
    """Everything that one person posted was hidden, and the seats they took were ended."""

    kind = "sweep.made"
    public = False

    texts: int
    seats: int


@dataclass(frozen=True, kw_only=True)
class SweepUndone(Fact):
    """A sweep was undone."""

    kind = "sweep.undone"
    public = False
