"""The states of a review, its possible outcomes, and the working days in which it is answered."""

from __future__ import annotations

from datetime import date, timedelta

from middenstip.kernel.lifecycle import Lifecycle
from middenstip.kernel.term import after_working_days

OPEN, DECIDED, APPEALED, CLOSED = "open", "decided", "appealed", "closed"
REVIEW = Lifecycle(
    noun="deze melding",
    words={OPEN: "open", DECIDED: "besloten", APPEALED: "bezwaar", CLOSED: "afgerond"},
    steps={
        (OPEN, "decide"): DECIDED,
        (DECIDED, "appeal"): APPEALED,
        (APPEALED, "judge"): CLOSED,
    },
)
WAITING = (OPEN, APPEALED)  # a moderator must act

REPORTED, FIRST, TWICE, LINKS = "reported", "first", "twice", "links"
ORIGINS = {
    REPORTED: "gemeld",
    FIRST: "eerste bericht van een nieuw iemand",
    TWICE: "twee keer dezelfde tekst",
    LINKS: "een link van een nieuw iemand",
}

KEEP, HIDE, REMOVE, PAUSE = "keep", "hide", "remove", "pause"
OUTCOMES = {
    KEEP: "blijft",
    HIDE: "verborgen",
    REMOVE: "weg",
    PAUSE: "pauze voor deze persoon",
}

TERM = 3  # working days
APPEAL = timedelta(days=42)
UNDO = timedelta(days=7)
LONGEST_PAUSE = 90  # days


def due_after(day: date) -> date:
    """The last day on which a moderator decides about what came in on this day."""
    return after_working_days(day, TERM)
