"""The facts about parties."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class PersonRegistered(Fact):
    kind = "person.registered"
    public = False


@dataclass(frozen=True, kw_only=True)
class PersonErased(Fact):
    kind = "person.erased"
    public = False
    audited = True


@dataclass(frozen=True, kw_only=True)
class SideChosen(Fact):
    """An organisation chose its half in an area. The subject is the organisation."""

    kind = "organisation.side_chosen"

    chosen: str


@dataclass(frozen=True, kw_only=True)
class SeatTaken(Fact):
    """A person was put in a seat. The subject is the seat."""

    kind = "seat.taken"
    public = False


@dataclass(frozen=True, kw_only=True)
class SeatGiven(Fact):
    """An administrator gave a person a function without a role. The subject is the seat."""

    kind = "seat.given"
    public = False
    audited = True

    seat: str


@dataclass(frozen=True, kw_only=True)
class SeatLeft(Fact):
    kind = "seat.left"
    public = False
    audited = True


@dataclass(frozen=True, kw_only=True)
class RoleGranted(Fact):
    kind = "role.granted"
    public = False
    audited = True

    role: str


@dataclass(frozen=True, kw_only=True)
class RoleEnded(Fact):
    kind = "role.ended"
    public = False
    audited = True

    role: str


@dataclass(frozen=True, kw_only=True)
class ApplicationMade(Fact):
    """Somebody asked that their organisation takes part. The subject is the application."""

    kind = "application.made"
    public = False


@dataclass(frozen=True, kw_only=True)
class ApplicationAccepted(Fact):
    """The organisation takes part, with a seat for the person who asked."""

    kind = "application.accepted"
    public = False
    audited = True


@dataclass(frozen=True, kw_only=True)
class ApplicationRefused(Fact):
    """It does not take part, for the reason that was given."""

    kind = "application.refused"
    public = False
    audited = True


@dataclass(frozen=True, kw_only=True)
class SeatConfirmed(Fact):
    """The claim of a seat to speak for its half was confirmed. The subject is the seat."""

    kind = "seat.confirmed"
    public = False

    seat: str


@dataclass(frozen=True, kw_only=True)
class TermChosen(Fact):
    """An organisation chose the working days for one kind of answer. The subject is the organisation."""

    kind = "organisation.term_chosen"
    public = False

    term: str
    days: int


@dataclass(frozen=True, kw_only=True)
class LogicWritten(Fact):
    """An organisation wrote how it works. The subject is the organisation."""

    kind = "logic.written"
    public = False

    number: int


@dataclass(frozen=True, kw_only=True)
class LogicChecked(Fact):
    """An organisation said that how it works is still as it wrote."""

    kind = "logic.checked"
    public = False

    number: int


@dataclass(frozen=True, kw_only=True)
class HandoverOpened(Fact):
    """Somebody left a seat that still owes something. The subject is that seat, `seat` its manager."""

    kind = "handover.opened"
    public = False

    lines: int
    seat: str


@dataclass(frozen=True, kw_only=True)
class HandoverConfirmed(Fact):
    """Who sits there now takes over one line: the noun and the public id of what it is about."""

    kind = "handover.confirmed"
    public = False

    about: str
    target: str


@dataclass(frozen=True, kw_only=True)
class HandoverDeclined(Fact):
    """Who sits there now cannot do it. `seat` is the manager who is told."""

    kind = "handover.declined"
    public = False

    about: str
    target: str
    seat: str


@dataclass(frozen=True, kw_only=True)
class HandoverRang(Fact):
    """Lines wait for a yes or no: a reminder, or too late. `seat` is the manager who is told, "" nobody."""

    kind = "handover.rang"
    public = False

    bell: str
    due: str
    seat: str
    is_up: bool
