"""The data of a story: an initiative, its table and its promises."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Promise:
    """An agreement: who promises what to whom, days from today until it is due, and its state.

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
    """A goal and its table. `answers` are (who, answer, condition) for the last version.

    `asked` are (who, word) that wait for a chair, `link` is an open invitation for that many people, and
    `claims` sits there in a new seat for the ondernemers that nobody confirmed yet.
    """

    title: str
    question: str
    seats: tuple[str, ...]
    letters: tuple[tuple[str, str], ...] = ()
    texts: tuple[str, ...] = ()
    answers: tuple[tuple[str, str, str], ...] = ()
    asked: tuple[tuple[str, str], ...] = ()
    link: int = 0
    claims: str = ""


@dataclass(frozen=True)
class Said:
    """A reaction: who says what, of which kind, by whom it is recognised, and the answer of the initiator."""

    who: str
    kind: str
    text: str
    answer: str = ""
    familiar: tuple[str, ...] = ()


@dataclass(frozen=True)
class Story:
    """One initiative: its initiator, how many days ago it was submitted, and how far it got."""

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
    reach: str = "idea"  # idea | desk | decided | stopped; table and promises take it further
    handler: str = "samira"
    outcome: str = "support"
    answer: str = "We helpen je op weg. Ik blijf je vaste aanspreekpunt."
    next_step: str = ""
    messages: tuple[tuple[bool, str], ...] = ()  # by the initiator (else the handler), text
    actions: tuple[tuple[str, int, str], ...] = ()  # what, due in days, carrier ("" for the initiator)
    helpers: tuple[tuple[str, str, bool], ...] = ()  # who, brings, accepted
    table: Table | None = None
    promises: tuple[Promise, ...] = ()
    news: tuple[str, ...] = ()
    asks: tuple[
        tuple[str, int, int], ...
    ] = ()  # what, its size (1: 10 minutes to 4: longer), days from today
    said: tuple[Said, ...] = ()
    followers: int = 0
    end: str = ""  # gelukt | deels | mislukt
    lesson: str = ""
    pace: float = 0.93  # the fraction of the remaining time that is left after each act
