"""What can have happened to parties."""

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


@dataclass(frozen=True, kw_only=True)
class SideChosen(Fact):
    """An organisation chose its half in an area. The subject is the organisation."""

    kind = "organisation.side_chosen"

    chosen: str


@dataclass(frozen=True, kw_only=True)
class SeatTaken(Fact):
    """Somebody sat down. The subject is the seat."""

    kind = "seat.taken"
    public = False


@dataclass(frozen=True, kw_only=True)
class SeatGiven(Fact):
    """An administrator gave somebody a function without a role. The subject is the seat."""

    kind = "seat.given"
    public = False

    seat: str


@dataclass(frozen=True, kw_only=True)
class SeatLeft(Fact):
    kind = "seat.left"
    public = False


@dataclass(frozen=True, kw_only=True)
class RoleGranted(Fact):
    kind = "role.granted"
    public = False

    role: str


@dataclass(frozen=True, kw_only=True)
class RoleEnded(Fact):
    kind = "role.ended"
    public = False

    role: str
