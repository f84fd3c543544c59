"""The facts about an agreement. The subject of each fact is the agreement."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class AgreementProposed(Fact):
    """An agreement was proposed. `due` is its last day, `signers` the number of seats that must sign."""

    kind = "agreement.proposed"

    due: str
    signers: int


@dataclass(frozen=True, kw_only=True)
class AgreementChanged(Fact):
    """The text changed, so every signature lapsed."""

    kind = "agreement.changed"

    number: int


@dataclass(frozen=True, kw_only=True)
class AgreementSigned(Fact):
    """One seat signed."""

    kind = "agreement.signed"

    seat: str
    signed_half: str
    on_paper: bool = False


@dataclass(frozen=True, kw_only=True)
class AgreementMade(Fact):
    """Every seat signed: the agreement is in force."""

    kind = "agreement.made"

    due: str


@dataclass(frozen=True, kw_only=True)
class AgreementWithdrawn(Fact):
    """The proposer withdrew it; or it `lapsed`, because its goal or seat ended before all had signed."""

    kind = "agreement.withdrawn"

    lapsed: bool = False


@dataclass(frozen=True, kw_only=True)
class AgreementKept(Fact):
    """The receiving side said that it was done."""

    kind = "agreement.kept"


@dataclass(frozen=True, kw_only=True)
class AgreementNotMet(Fact):
    """It was not met. The reason is a column of the agreement."""

    kind = "agreement.not_met"


@dataclass(frozen=True, kw_only=True)
class AgreementHidden(Fact):
    """Its text can no longer be read: a moderator hid it, or it waits to be checked."""

    kind = "agreement.hidden"
    public = False


@dataclass(frozen=True, kw_only=True)
class AgreementShown(Fact):
    """Its text can be read again."""

    kind = "agreement.shown"
    public = False
