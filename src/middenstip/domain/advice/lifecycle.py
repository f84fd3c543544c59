"""The states of a request for advice and of an advice, the answers, and the limits."""

from __future__ import annotations

from datetime import timedelta

from middenstip.kernel.lifecycle import Lifecycle

OPEN, CLOSED, DONE, WITHDRAWN = "open", "closed", "done", "withdrawn"

REQUEST = Lifecycle(
    noun="de vraag om advies",
    words={
        OPEN: "vraagt advies",
        CLOSED: "gesloten, er komt antwoord",
        DONE: "afgerond",
        WITHDRAWN: "ingetrokken",
    },
    steps={
        (OPEN, "advise"): OPEN,
        (OPEN, "answer"): OPEN,
        (OPEN, "withdraw"): WITHDRAWN,
        (OPEN, "close"): CLOSED,
        (CLOSED, "answer"): CLOSED,
        (CLOSED, "settle"): DONE,
        (DONE, "owe"): CLOSED,  # an advice that was hidden can be read again
    },
)
READABLE = (OPEN, CLOSED, DONE)

GIVEN, ADOPTED, PARTLY, NOT, TAKEN_BACK = "given", "adopted", "partly", "not", "taken_back"

ADVICE = Lifecycle(
    noun="het advies",
    words={
        GIVEN: "wacht op antwoord",
        ADOPTED: "overgenomen",
        PARTLY: "deels, want",
        NOT: "niet, want",
        TAKEN_BACK: "ingetrokken",
    },
    steps={
        (GIVEN, ADOPTED): ADOPTED,
        (GIVEN, PARTLY): PARTLY,
        (GIVEN, NOT): NOT,
        (GIVEN, "withdraw"): TAKEN_BACK,
        (ADOPTED, "withdraw"): TAKEN_BACK,
        (PARTLY, "withdraw"): TAKEN_BACK,
        (NOT, "withdraw"): TAKEN_BACK,
    },
)
ANSWERS = {ADOPTED: "overgenomen", PARTLY: "deels, want", NOT: "niet, want"}
ANSWERED = tuple(ANSWERS)

ANSWER_DAYS = 10  # working days after the closing day
FURTHEST = timedelta(days=366)  # until which a request may stay open
MOST_ADVICE = 300  # on one request
