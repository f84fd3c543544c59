"""What can have happened at the desk. The subject is the case, or an action of it."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class CaseOpened(Fact):
    kind = "case.opened"
    public = False


@dataclass(frozen=True, kw_only=True)
class CaseTaken(Fact):
    """A handler took the case, or took it over; from now on there is one face."""

    kind = "case.taken"

    seat: str
    is_over: bool = False


@dataclass(frozen=True, kw_only=True)
class CaseHandedOver(Fact):
    kind = "case.handed_over"

    seat: str


@dataclass(frozen=True, kw_only=True)
class NoteWritten(Fact):
    """An intake note: for the initiator and the desk only."""

    kind = "case.note_written"
    public = False


@dataclass(frozen=True, kw_only=True)
class StartConfirmed(Fact):
    """One of the two confirmed the start statement: initiator or handler."""

    kind = "case.start_confirmed"
    public = False

    side: str


@dataclass(frozen=True, kw_only=True)
class CaseStarted(Fact):
    """Both confirmed: the initiator stays initiator. `with_half` is the half of the one who was first."""

    kind = "case.started"

    with_half: str = ""


@dataclass(frozen=True, kw_only=True)
class ActionPlanned(Fact):
    kind = "action.planned"
    public = False

    owner: str


@dataclass(frozen=True, kw_only=True)
class ActionCarryAsked(Fact):
    """The owner asked a seat to carry the action for a while."""

    kind = "action.carry_asked"
    public = False

    carrier: str
    until: str


@dataclass(frozen=True, kw_only=True)
class ActionCarried(Fact):
    """A seat took the monkey (aap) on its shoulder, until a day."""

    kind = "action.carried"
    public = False

    carrier: str
    until: str


@dataclass(frozen=True, kw_only=True)
class ActionGivenBack(Fact):
    """The monkey went back to its owner."""

    kind = "action.given_back"
    public = False

    carrier: str


@dataclass(frozen=True, kw_only=True)
class ActionClosed(Fact):
    """An action is done, or not needed any more."""

    kind = "action.closed"
    public = False

    state: str


@dataclass(frozen=True, kw_only=True)
class SearchTaken(Fact):
    """Another verbinder goes on looking for the way: the one before got up or lost the role."""

    kind = "case.search_taken"
    public = False

    seat: str


@dataclass(frozen=True, kw_only=True)
class CaseDecided(Fact):
    """The desk gave its outcome. With no_box `broker` is the seat that looks for the way."""

    kind = "case.decided"

    outcome: str
    broker: str = ""


@dataclass(frozen=True, kw_only=True)
class CaseStopped(Fact):
    kind = "case.stopped"
    public = False
