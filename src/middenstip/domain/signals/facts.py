"""The facts about signals and new policy. The subject is the signal, or the policy."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class SignalReported(Fact):
    """Somebody told what holds them up; the thread is the initiative it hinders."""

    kind = "signal.reported"

    sort: str


@dataclass(frozen=True, kw_only=True)
class SignalJoined(Fact):
    """Another person meets the same obstacle."""

    kind = "signal.joined"
    public = False


@dataclass(frozen=True, kw_only=True)
class SignalBundled(Fact):
    """It is the same as another signal, `into`, where its reporters get their answer."""

    kind = "signal.bundled"
    public = False

    into: str


@dataclass(frozen=True, kw_only=True)
class SignalAddressed(Fact):
    """A seat must answer it, until and including the day `due`."""

    kind = "signal.addressed"

    seat: str
    due: str


@dataclass(frozen=True, kw_only=True)
class SignalStudied(Fact):
    """The seat is looking into it."""

    kind = "signal.studied"
    public = False


@dataclass(frozen=True, kw_only=True)
class SignalAnswered(Fact):
    """The seat answered: adapted, an exception, or it stays. The reason is with the answer."""

    kind = "signal.answered"

    outcome: str


@dataclass(frozen=True, kw_only=True)
class SignalReopened(Fact):
    """A reporter does not agree with the answer."""

    kind = "signal.reopened"


@dataclass(frozen=True, kw_only=True)
class SignalReminded(Fact):
    kind = "signal.reminded"
    public = False

    bell: str
    due: str


@dataclass(frozen=True, kw_only=True)
class SignalEscalated(Fact):
    """Its last day is today or past, without an answer. `seat` is the manager who is told."""

    kind = "signal.escalated"
    public = False

    bell: str
    due: str
    seat: str = ""
    is_up: bool = False


@dataclass(frozen=True, kw_only=True)
class SignalWithdrawn(Fact):
    """Its only reporter took it back."""

    kind = "signal.withdrawn"
    public = False


@dataclass(frozen=True, kw_only=True)
class SignalHidden(Fact):
    kind = "signal.hidden"
    public = False


@dataclass(frozen=True, kw_only=True)
class SignalShown(Fact):
    kind = "signal.shown"
    public = False


@dataclass(frozen=True, kw_only=True)
class PolicySent(Fact):
    """A new policy was sent to one initiative that it touches: the thread."""

    kind = "policy.sent"


@dataclass(frozen=True, kw_only=True)
class PolicyAnswered(Fact):
    """The initiator said what the policy means for the initiative."""

    kind = "policy.answered"
