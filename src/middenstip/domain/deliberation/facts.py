"""The facts about ballots and decisions. No fact says who voted, or what."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class BallotOpened(Fact):
    """`mode` is vote or consent, `until` the closing time."""

    kind = "ballot.opened"

    mode: str
    round: int
    until: str


@dataclass(frozen=True, kw_only=True)
class BallotExtended(Fact):
    """People could not vote for some minutes: it closes so much later, at `until`."""

    kind = "ballot.extended"

    minutes: int
    until: str


@dataclass(frozen=True, kw_only=True)
class BallotCounted(Fact):
    """`outcome` is the state after the count."""

    kind = "ballot.counted"

    outcome: str
    round: int


@dataclass(frozen=True, kw_only=True)
class ConditionAnswered(Fact):
    """The table answered a condition: adopt, test or decline."""

    kind = "ballot.answered"

    reply: str


@dataclass(frozen=True, kw_only=True)
class DecisionMade(Fact):
    """The record of an adopted proposal, a stalemate or a last round without a joint decision."""

    kind = "decision.made"

    outcome: str
    number: int


@dataclass(frozen=True, kw_only=True)
class MinoritySpoke(Fact):
    """A seat wrote what the decision must remember."""

    kind = "decision.minority"


@dataclass(frozen=True, kw_only=True)
class CovenantWritten(Fact):
    """The text of a covenant, before anybody signed it."""

    kind = "covenant.written"


@dataclass(frozen=True, kw_only=True)
class CovenantSigned(Fact):
    """A seat signed; `stands` when a seat of every half has signed now."""

    kind = "covenant.signed"

    stands: bool


@dataclass(frozen=True, kw_only=True)
class InquiryOpened(Fact):
    """The subject of the facts about an inquiry is the id of its goal."""

    kind = "inquiry.opened"

    until: str


@dataclass(frozen=True, kw_only=True)
class InquiryClosed(Fact):
    """`shared` is the number of statements that all three halves agree with."""

    kind = "inquiry.closed"

    people: int
    shared: int


@dataclass(frozen=True, kw_only=True)
class DialogueOpened(Fact):
    """`method` is deep or rounds."""

    kind = "dialogue.opened"

    method: str


@dataclass(frozen=True, kw_only=True)
class DialogueMoved(Fact):
    """`step` is the state after the move."""

    kind = "dialogue.moved"
    public = False

    step: str
    round: int


@dataclass(frozen=True, kw_only=True)
class DialogueEnded(Fact):
    """`outcome` is decided or parked; `people` took part."""

    kind = "dialogue.ended"

    outcome: str
    round: int
    people: int


@dataclass(frozen=True, kw_only=True)
class MandateSet(Fact):
    """The subject is the id of the goal; `step` is the step of the ladder that is promised."""

    kind = "mandate.set"

    step: str


@dataclass(frozen=True, kw_only=True)
class GainWritten(Fact):
    """The subject is the id of the goal; a half wrote what it brings, gets and fears."""

    kind = "mandate.gain"
    public = False

    half: str


@dataclass(frozen=True, kw_only=True)
class SupportOpened(Fact):
    """A table asks who supports a plan; `until` is the closing time."""

    kind = "support.opened"

    until: str


@dataclass(frozen=True, kw_only=True)
class SupportClosed(Fact):
    """It is closed; `people` answered, online and on paper."""

    kind = "support.closed"

    people: int


@dataclass(frozen=True, kw_only=True)
class ScenarioWritten(Fact):
    """A scenario stands beside the others; `is_changed` when it stood there before."""

    kind = "scenario.written"

    is_changed: bool
