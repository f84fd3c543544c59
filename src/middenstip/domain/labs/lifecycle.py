"""The states of a lab and of a host, the five questions of the check, and the limits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from middenstip.kernel.lifecycle import Lifecycle

PLAN, OPEN, CLOSED = "plan", "open", "closed"

LAB = Lifecycle(
    noun="het lab",
    words={PLAN: "plan", OPEN: "open", CLOSED: "dicht"},
    steps={
        (PLAN, "change"): PLAN,
        (PLAN, "move"): PLAN,
        (PLAN, "ask"): PLAN,
        (PLAN, "open"): OPEN,
        (PLAN, "close"): CLOSED,
        (OPEN, "change"): OPEN,
        (OPEN, "move"): OPEN,
        (OPEN, "ask"): OPEN,
        (OPEN, "close"): CLOSED,
    },
)

ASKED, JOINED, REFUSED, LEFT, LAPSED = "asked", "joined", "refused", "left", "lapsed"

HOST = Lifecycle(
    noun="deze gastheer of gastvrouw",
    words={
        ASKED: "gevraagd",
        JOINED: "doet mee",
        REFUSED: "zei nee",
        LEFT: "gestopt",
        LAPSED: "rolcheck verlopen",
    },
    steps={
        (ASKED, "join"): JOINED,
        (ASKED, "refuse"): REFUSED,
        (JOINED, "leave"): LEFT,
        (JOINED, "lapse"): LAPSED,
        (LAPSED, "join"): JOINED,
        (LAPSED, "leave"): LEFT,
        (REFUSED, "ask"): ASKED,
        (LEFT, "ask"): ASKED,
        (LEFT, "join"): JOINED,
    },
)

CHECK_HOLDS = timedelta(days=365)
NAME_HELD = timedelta(weeks=8)  # how long a lab may be called stadslab while a half is missing
LEAST_MONTHS = 6
MOST_MONTHS = 120
MOST_HOSTS = 30
MOST_PLACES = 100
MOST_EXCEPTIONS = 60
MOST_IDEAS = 500  # on the wall of one lab
MOST_IDEAS_WAITING = 100
IDEA_WAITS = timedelta(days=60)  # what no host let pass by then goes


@dataclass(frozen=True)
class Asked:
    """One question of the check: the answers by key, the right one, and why it is right."""

    key: str
    question: str
    answers: dict[str, str]
    right: str
    why: str


CHECK: tuple[Asked, ...] = (
    Asked(
        "eigenaar",
        "Van wie is het lab?",
        {"gemeente": "van de gemeente", "samen": "van niemand alleen", "oprichter": "van wie begon"},
        "samen",
        "Bewoners, overheid en ondernemers dragen het lab samen. De gemeente is één van de drie.",
    ),
    Asked(
        "plan",
        "Iemand komt met een plan. Van wie blijft het?",
        {"lab": "van het lab", "schrijver": "van wie het bracht", "gemeente": "van wie betaalt"},
        "schrijver",
        "Een plan blijft van de initiatiefnemer. Het lab helpt, en neemt niets over.",
    ),
    Asked(
        "nee",
        "Jij vindt een idee niets. Wat doe je?",
        {"weg": "ik laat het niet toe", "vragen": "ik vraag door", "stil": "ik zeg niets"},
        "vragen",
        "Wie gastheer of gastvrouw is, oordeelt niet. Je vraagt wat iemand nodig heeft.",
    ),
    Asked(
        "helft",
        "Van één helft komt er niemand meer. Wat doe je?",
        {"door": "gewoon doorgaan", "zeggen": "het zeggen en iemand zoeken", "stoppen": "meteen stoppen"},
        "zeggen",
        "Een lab zegt welke helft ontbreekt. Na acht weken heet het geen stadslab meer.",
    ),
    Asked(
        "wie",
        "Wie mag er binnenlopen?",
        {"leden": "alleen wie meedoet", "iedereen": "iedereen", "afspraak": "wie een afspraak heeft"},
        "iedereen",
        "Iedereen mag binnenlopen en kijken. Inloggen hoeft niet.",
    ),
)
