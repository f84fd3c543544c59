"""The states of a question and of an answer, the kinds of answers, and when a silent question is noticed."""

from __future__ import annotations

from middenstip.kernel.lifecycle import Lifecycle

OPEN, ANSWERED, CLOSED, WITHDRAWN = "open", "answered", "closed", "withdrawn"

QUESTION = Lifecycle(
    noun="de vraag",
    words={
        OPEN: "wacht op antwoord",
        ANSWERED: "heeft antwoord",
        CLOSED: "afgerond",
        WITHDRAWN: "ingetrokken",
    },
    steps={
        (OPEN, "answer"): ANSWERED,
        (ANSWERED, "answer"): ANSWERED,
        (ANSWERED, "lose_answers"): OPEN,
        (OPEN, "change"): OPEN,
        (ANSWERED, "change"): ANSWERED,
        (ANSWERED, "mark"): ANSWERED,
        (CLOSED, "mark"): CLOSED,
        (ANSWERED, "close"): CLOSED,
        (CLOSED, "reopen"): ANSWERED,
        (CLOSED, "lose_answers"): OPEN,
        (OPEN, "withdraw"): WITHDRAWN,
        (ANSWERED, "withdraw"): WITHDRAWN,
        (CLOSED, "withdraw"): WITHDRAWN,
    },
)
READABLE = (OPEN, ANSWERED, CLOSED)

SHOWN, TAKEN_BACK = "shown", "taken_back"

ANSWER = Lifecycle(
    noun="het antwoord",
    words={SHOWN: "te lezen", TAKEN_BACK: "ingetrokken"},
    steps={(SHOWN, "mark"): SHOWN, (SHOWN, "withdraw"): TAKEN_BACK},
)

TIP, EXAMPLE, CONTACT, OFFER, WARNING, REASSURANCE = (
    "tip",
    "example",
    "contact",
    "offer",
    "warning",
    "reassurance",
)
KINDS = {
    TIP: "tip",
    EXAMPLE: "voorbeeld",
    CONTACT: "contact",
    OFFER: "aanbod",
    WARNING: "waarschuwing",
    REASSURANCE: "ik neem je twijfel weg",
}

TOLD_AFTER = 5  # working days without an answer, after which the verbinder hears it
RAISED_AFTER = 10  # and after which it is shown to everyone as "wie weet dit?"
MOST_LINES = 50  # on one list to prepare with
