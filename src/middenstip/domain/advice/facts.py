"""The facts about advice. The subject of each fact is the request, also when it is about one advice."""

from __future__ import annotations

from dataclasses import dataclass

from middenstip.journal.fact import Fact


@dataclass(frozen=True, kw_only=True)
class AdviceAsked(Fact):
    """`until` is the last day to give advice."""

    kind = "advice.asked"

    until: str


@dataclass(frozen=True, kw_only=True)
class AdviceGiven(Fact):
    """`advice` is the public id of the advice."""

    kind = "advice.given"

    advice: str


@dataclass(frozen=True, kw_only=True)
class AdviceAnswered(Fact):
    kind = "advice.answered"

    advice: str
    answer: str


@dataclass(frozen=True, kw_only=True)
class AdviceClosed(Fact):
    """The last day is over; `waiting` advices are owed an answer until `due`."""

    kind = "advice.closed"
    public = False

    waiting: int
    due: str


@dataclass(frozen=True, kw_only=True)
class AdviceSettled(Fact):
    """Every advice has its answer."""

    kind = "advice.settled"


@dataclass(frozen=True, kw_only=True)
class AdviceWithdrawn(Fact):
    """The organisation no longer asks."""

    kind = "advice.withdrawn"
    public = False


@dataclass(frozen=True, kw_only=True)
class AdviceTakenBack(Fact):
    """The writer withdraws an advice."""

    kind = "advice.taken_back"
    public = False

    advice: str


@dataclass(frozen=True, kw_only=True)
class AdviceReminded(Fact):
    kind = "advice.reminded"
    public = False

    bell: str
    due: str


@dataclass(frozen=True, kw_only=True)
class AdviceEscalated(Fact):
    """`seat` is the manager's seat."""

    kind = "advice.escalated"
    public = False

    bell: str
    due: str
    seat: str


@dataclass(frozen=True, kw_only=True)
class AdviceRequestHidden(Fact):
    kind = "advice.hidden"
    public = False


@dataclass(frozen=True, kw_only=True)
class AdviceRequestShown(Fact):
    kind = "advice.shown"
    public = False


@dataclass(frozen=True, kw_only=True)
class AdviceHidden(Fact):
    kind = "advice.advice_hidden"
    public = False

    advice: str


@dataclass(frozen=True, kw_only=True)
class AdviceShown(Fact):
    kind = "advice.advice_shown"
    public = False

    advice: str
