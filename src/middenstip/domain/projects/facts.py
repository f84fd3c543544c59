"""What can have happened to an agreement. The subject is the agreement."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class AgreementProposed(Fact):
    """An agreement lies ready; `due` is its last day, `signers` how many seats must sign."""

    kind = "agreement.proposed"

    due: str
    signers: int


@dataclass(frozen=True, kw_only=True)
class AgreementChanged(Fact):
    """The text changed; every signature has lapsed."""

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
    """Every seat signed: the agreement stands."""

    kind = "agreement.made"

    due: str


@dataclass(frozen=True, kw_only=True)
class AgreementWithdrawn(Fact):
    """Taken back by who proposed it; or it `lapsed`, because what it stood on ended before all had signed."""

    kind = "agreement.withdrawn"

    lapsed: bool = False


@dataclass(frozen=True, kw_only=True)
class AgreementKept(Fact):
    """Done, as the receiving side says."""

    kind = "agreement.kept"


@dataclass(frozen=True, kw_only=True)
class AgreementNotMet(Fact):
    """Not met; why stands with the agreement."""

    kind = "agreement.not_met"
