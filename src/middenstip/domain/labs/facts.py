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


@dataclass(frozen=True, kw_only=True)
class TaskMade(Fact):
    """A task came on the board; `task` is its public id."""

    kind = "lab.task_made"
    public = False

    task: str


@dataclass(frozen=True, kw_only=True)
class TaskTaken(Fact):
    kind = "lab.task_taken"
    public = False

    task: str


@dataclass(frozen=True, kw_only=True)
class TaskGivenBack(Fact):
    """Nobody does the task any more; `person` is who did (a public id)."""

    kind = "lab.task_given_back"
    public = False

    task: str
    person: str


@dataclass(frozen=True, kw_only=True)
class TaskFinished(Fact):
    kind = "lab.task_finished"
    public = False

    task: str


@dataclass(frozen=True, kw_only=True)
class TaskDropped(Fact):
    """It lapsed, with a reason; `person` is who did it ("": nobody)."""

    kind = "lab.task_dropped"
    public = False

    task: str
    person: str


@dataclass(frozen=True, kw_only=True)
class TaskReopened(Fact):
    """It is not done after all; `person` is who said that it was ("": nobody)."""

    kind = "lab.task_reopened"
    public = False

    task: str
    person: str


@dataclass(frozen=True, kw_only=True)
class TaskLate(Fact):
    """The last day of a task passed."""

    kind = "lab.task_late"
    public = False

    task: str


@dataclass(frozen=True, kw_only=True)
class VisitAsked(Fact):
    """Somebody wants to have a look; `visit` is its public id, `due` the last day for an answer."""

    kind = "lab.visit_asked"
    public = False

    visit: str
    due: str


@dataclass(frozen=True, kw_only=True)
class VisitAnswered(Fact):
    """The hosts named a day and a time, or said no. `answer` is the state after that."""

    kind = "lab.visit_answered"
    public = False

    visit: str
    answer: str


@dataclass(frozen=True, kw_only=True)
class VisitWithdrawn(Fact):
    kind = "lab.visit_withdrawn"
    public = False

    visit: str


@dataclass(frozen=True, kw_only=True)
class VisitRang(Fact):
    """The answer is awaited, or late (`bell`)."""

    kind = "lab.visit_rang"
    public = False

    visit: str
    bell: str
    due: str


@dataclass(frozen=True, kw_only=True)
class VisitLapsed(Fact):
    """The wished day passed without an answer."""

    kind = "lab.visit_lapsed"
    public = False

    visit: str
