"""The facts about scans and effects. The subject is the scan, or the effect."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class ScanStarted(Fact):
    kind = "scan.started"


@dataclass(frozen=True, kw_only=True)
class ScanRepeated(Fact):
    """A scan that was fixed is done again, with the same indicators; `baseline` is its public id."""

    kind = "scan.repeated"

    baseline: str


@dataclass(frozen=True, kw_only=True)
class ScanWalked(Fact):
    """The figures are chosen: people go out and look."""

    kind = "scan.walked"
    public = False


@dataclass(frozen=True, kw_only=True)
class ScanObserved(Fact):
    kind = "scan.observed"
    public = False

    sort: str


@dataclass(frozen=True, kw_only=True)
class ObservationWithdrawn(Fact):
    kind = "scan.observation_withdrawn"
    public = False


@dataclass(frozen=True, kw_only=True)
class ScanDiscussed(Fact):
    """The walk is over: every half is asked whether it recognises the figures."""

    kind = "scan.discussed"


@dataclass(frozen=True, kw_only=True)
class ScanRead(Fact):
    """A person said how they read the figures."""

    kind = "scan.read"
    public = False


@dataclass(frozen=True, kw_only=True)
class ScanFixed(Fact):
    """The figures are frozen; `checksum` is the SHA-256 of the file."""

    kind = "scan.fixed"

    checksum: str


@dataclass(frozen=True, kw_only=True)
class ScanStopped(Fact):
    kind = "scan.stopped"
    public = False


@dataclass(frozen=True, kw_only=True)
class ScanClaimed(Fact):
    """An initiative, the thread, says that it helped a figure along."""

    kind = "scan.claimed"

    key: str


@dataclass(frozen=True, kw_only=True)
class ValueProposed(Fact):
    """A value of the area is proposed; `value` is its public id, here and below."""

    kind = "scan.value_proposed"
    public = False

    value: str


@dataclass(frozen=True, kw_only=True)
class ValueAgreed(Fact):
    """One half said yes to it."""

    kind = "scan.value_agreed"
    public = False

    value: str
    half: str


@dataclass(frozen=True, kw_only=True)
class ValueChosen(Fact):
    """The third half said yes to it."""

    kind = "scan.value_chosen"

    value: str


@dataclass(frozen=True, kw_only=True)
class ScanTextHidden(Fact):
    """Moderation hid a text: the question, an observation or a reading."""

    kind = "scan.text_hidden"
    public = False


@dataclass(frozen=True, kw_only=True)
class ScanTextShown(Fact):
    kind = "scan.text_shown"
    public = False


@dataclass(frozen=True, kw_only=True)
class EffectSet(Fact):
    """An initiative, the thread, says what it wants to change."""

    kind = "effect.set"


@dataclass(frozen=True, kw_only=True)
class EffectMeasured(Fact):
    kind = "effect.measured"


@dataclass(frozen=True, kw_only=True)
class EffectHidden(Fact):
    kind = "effect.hidden"
    public = False


@dataclass(frozen=True, kw_only=True)
class EffectShown(Fact):
    kind = "effect.shown"
    public = False
