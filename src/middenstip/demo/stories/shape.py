"""The shape of a story: an initiative, its table and its promises, as data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Promise:
    """An agreement: who, to whom, what, due so many days from today, and how it stands.

    `state`: proposed (with `signed` seats so far), open, done, not_met (with `why`).
    """

    who: str
    to: str
    what: str
    due: int
    state: str = "open"
    conditions: str = ""
    also: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class Table:
    """A goal and its table. `answers` are (who, answer, condition) to the last text."""

    title: str
    question: str
    seats: tuple[str, ...]
    letters: tuple[tuple[str, str], ...] = ()
    texts: tuple[str, ...] = ()
    answers: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class Story:
    """One initiative: who told it, how many days ago, and how far it came."""

    title: str
    who: str
    ago: int
    what: str
    why: str
    area: str
    themes: tuple[str, ...]
    reins: tuple[str, str, str] = ("", "", "")
    motto: str = ""
    place: tuple[float, float] | None = None
    hybrid: bool = False
    reach: str = "idea"  # idea | desk | decided | stopped, or further by table and promises
    handler: str = "samira"
    outcome: str = "support"
    answer: str = "We helpen je op weg. Ik blijf je vaste aanspreekpunt."
    next_step: str = ""
    actions: tuple[tuple[str, int, str], ...] = ()  # what, due in days, carrier ("" for the initiator)
    helpers: tuple[tuple[str, str, bool], ...] = ()  # who, brings, accepted
    table: Table | None = None
    promises: tuple[Promise, ...] = ()
    news: tuple[str, ...] = ()
    followers: int = 0
    end: str = ""  # gelukt | deels | mislukt
    lesson: str = ""
    pace: float = 0.93  # how much of the time that is left remains after each act
