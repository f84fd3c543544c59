"""The facts about case studies."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class StudyBegun(Fact):
    kind = "study.begun"
    public = False


@dataclass(frozen=True, kw_only=True)
class StudyChanged(Fact):
    kind = "study.changed"
    public = False


@dataclass(frozen=True, kw_only=True)
class StudyReviewed(Fact):
    """It was shown to the people who were part of it; they have until this day (ISO text)."""

    kind = "study.reviewed"
    public = False

    until: str


@dataclass(frozen=True, kw_only=True)
class StudyAgreed(Fact):
    kind = "study.agreed"
    public = False

    voice: str


@dataclass(frozen=True, kw_only=True)
class StudyCorrected(Fact):
    """Somebody who was part of it asks for a correction."""

    kind = "study.corrected"
    public = False

    voice: str


@dataclass(frozen=True, kw_only=True)
class StudyLeft(Fact):
    """Somebody who was part of it does not want to be named, before or after it was published."""

    kind = "study.left"
    public = False

    voice: str


@dataclass(frozen=True, kw_only=True)
class StudyPublished(Fact):
    kind = "study.published"

    outcome: str


@dataclass(frozen=True, kw_only=True)
class StudyWithdrawn(Fact):
    kind = "study.withdrawn"
    public = False


@dataclass(frozen=True, kw_only=True)
class StudyHidden(Fact):
    kind = "study.hidden"
    public = False


@dataclass(frozen=True, kw_only=True)
class StudyShown(Fact):
    kind = "study.shown"
    public = False
