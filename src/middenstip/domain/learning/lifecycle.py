"""The states of a case study, and what people who are part of it say about it."""

from __future__ import annotations

from datetime import timedelta

from middenstip.kernel.lifecycle import Lifecycle

DRAFT, REVIEW, PUBLISHED, WITHDRAWN = "draft", "review", "published", "withdrawn"

STUDY = Lifecycle(
    noun="het voorbeeld",
    words={
        DRAFT: "concept",
        REVIEW: "ter inzage bij betrokkenen",
        PUBLISHED: "gepubliceerd",
        WITHDRAWN: "ingetrokken",
    },
    steps={
        (DRAFT, "change"): DRAFT,
        (DRAFT, "show"): REVIEW,
        (REVIEW, "change"): REVIEW,
        (REVIEW, "answer"): REVIEW,
        (REVIEW, "leave"): REVIEW,
        (REVIEW, "publish"): PUBLISHED,
        (PUBLISHED, "leave"): PUBLISHED,
        (DRAFT, "withdraw"): WITHDRAWN,
        (REVIEW, "withdraw"): WITHDRAWN,
        (PUBLISHED, "withdraw"): WITHDRAWN,
    },
)

ASKED, AGREED, CORRECTED, LEFT = "asked", "agreed", "corrected", "left"

VOICE = Lifecycle(
    noun="jouw antwoord op het voorbeeld",
    words={
        ASKED: "nog geen antwoord",
        AGREED: "akkoord",
        CORRECTED: "vroeg om een verbetering",
        LEFT: "staat er niet bij",
    },
    steps={
        (ASKED, "agree"): AGREED,
        (ASKED, "correct"): CORRECTED,
        (AGREED, "correct"): CORRECTED,
        (AGREED, "renew"): ASKED,
        (CORRECTED, "agree"): AGREED,
        (CORRECTED, "correct"): CORRECTED,
        (CORRECTED, "renew"): ASKED,
        (ASKED, "leave"): LEFT,
        (AGREED, "leave"): LEFT,
        (CORRECTED, "leave"): LEFT,
    },
)

REVIEW_TIME = timedelta(days=7)

# The texts of a case study by whose words it is found.
FOUND_BY = ("title", "what", "place", "how", "rules_met", "broke_where", "broke_now")

WORKED, PARTLY, FAILED = "gelukt", "deels", "mislukt"
OUTCOMES = {WORKED: "gelukt", PARTLY: "deels gelukt", FAILED: "mislukt"}

SIZES = {
    "klein": "een buurt of klein dorp (tot 1.000 mensen)",
    "dorp": "een dorp of wijk (1.000 tot 10.000 mensen)",
    "stad": "een stad (10.000 tot 100.000 mensen)",
    "groot": "een grote stad (meer dan 100.000 mensen)",
}
_BOUNDS = (("klein", 1_000), ("dorp", 10_000), ("stad", 100_000))

LICENCES = {
    "by": "CC BY 4.0: delen en veranderen mag, met je naam erbij",
    "by-sa": "CC BY-SA 4.0: hetzelfde, en wat ervan komt blijft vrij",
    "zero": "CC0 1.0: alles mag",
    "own": "Alleen lezen: vraag ons voor de rest",
}


def size_of(inhabitants: int | None) -> str:
    """The size of a place with this many people; "" when that is not known.

    >>> size_of(1_010), size_of(None)
    ('dorp', '')
    """
    if inhabitants is None:
        return ""
    return next((size for size, bound in _BOUNDS if inhabitants < bound), "groot")
