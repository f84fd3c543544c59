"""The facts about labs. The subject of each fact is the lab."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class LabPlanned(Fact):
    kind = "lab.planned"


@dataclass(frozen=True, kw_only=True)
class LabChanged(Fact):
    kind = "lab.changed"
    public = False


@dataclass(frozen=True, kw_only=True)
class LabHostAsked(Fact):
    kind = "lab.host_asked"
    public = False

    seat: str


@dataclass(frozen=True, kw_only=True)
class LabHostJoined(Fact):
    """A seat hosts the lab, or does so again."""

    kind = "lab.host_joined"

    seat: str


@dataclass(frozen=True, kw_only=True)
class LabHostRefused(Fact):
    kind = "lab.host_refused"
    public = False

    seat: str


@dataclass(frozen=True, kw_only=True)
class LabHostLeft(Fact):
    kind = "lab.host_left"

    seat: str


@dataclass(frozen=True, kw_only=True)
class LabHostLapsed(Fact):
    """The check of the person in this seat is more than a year old."""

    kind = "lab.host_lapsed"
    public = False

    seat: str


@dataclass(frozen=True, kw_only=True)
class LabOpened(Fact):
    kind = "lab.opened"


@dataclass(frozen=True, kw_only=True)
class LabMoved(Fact):
    """Another place, or a pop-up beside it; `place` is its public id."""

    kind = "lab.moved"

    place: str


@dataclass(frozen=True, kw_only=True)
class LabUnnamed(Fact):
    """A half is missing for so long that it may not be called stadslab."""

    kind = "lab.unnamed"


@dataclass(frozen=True, kw_only=True)
class LabClosed(Fact):
    kind = "lab.closed"


@dataclass(frozen=True, kw_only=True)
class LabHidden(Fact):
    kind = "lab.hidden"
    public = False


@dataclass(frozen=True, kw_only=True)
class LabShown(Fact):
    kind = "lab.shown"
    public = False


@dataclass(frozen=True, kw_only=True)
class IdeaPinned(Fact):
    """Somebody put an idea on the wall; nobody but the hosts reads it yet."""

    kind = "lab.idea_pinned"
    public = False


@dataclass(frozen=True, kw_only=True)
class IdeaPassed(Fact):
    """A host let an idea pass: everyone reads it."""

    kind = "lab.idea_passed"
    public = False


@dataclass(frozen=True, kw_only=True)
class IdeaDropped(Fact):
    """An idea went off the wall: by a host, by who wrote it, or because it waited too long."""

    kind = "lab.idea_dropped"
    public = False


@dataclass(frozen=True, kw_only=True)
class IdeaGrew(Fact):
    """Who wrote an idea made it an initiative, which is told by its own room."""

    kind = "lab.idea_grew"
    public = False
