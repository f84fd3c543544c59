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

TODO, BUSY, DONE, DROPPED = "todo", "busy", "done", "dropped"

TASK = Lifecycle(
    noun="de taak",
    words={TODO: "te doen", BUSY: "bezig", DONE: "klaar", DROPPED: "vervallen"},
    steps={
        (TODO, "take"): BUSY,
        (TODO, "drop"): DROPPED,
        (BUSY, "give_back"): TODO,
        (BUSY, "finish"): DONE,
        (BUSY, "drop"): DROPPED,
        (DONE, "reopen"): TODO,
        (DROPPED, "reopen"): TODO,
    },
)
UNDONE = (TODO, BUSY)

WISHED, AGREED, NO, WITHDRAWN, UNANSWERED, BEEN = (
    "wished",
    "agreed",
    "no",
    "withdrawn",
    "lapsed",
    "been",
)

VISIT = Lifecycle(
    noun="het bezoek",
    words={
        WISHED: "wacht op antwoord",
        AGREED: "afgesproken",
        NO: "nee, want",
        WITHDRAWN: "ingetrokken",
        UNANSWERED: "geen antwoord gekregen",
        BEEN: "langsgekomen",
    },
    steps={
        (WISHED, "agree"): AGREED,
        (WISHED, "refuse"): NO,
        (WISHED, "withdraw"): WITHDRAWN,
        (WISHED, "lapse"): UNANSWERED,
        (AGREED, "agree"): AGREED,
        (AGREED, "refuse"): NO,
        (AGREED, "withdraw"): WITHDRAWN,
        (AGREED, "pass"): BEEN,
    },
)
OPEN_VISITS = (WISHED, AGREED)

MOST_TASKS = 300  # on the board of one lab, not counting what is long done
TASK_SHOWN = timedelta(days=180)  # what was done or dropped before that is no longer on the board
VISIT_DAYS = 5  # working days in which the hosts answer
MOST_VISITORS = 50  # in one visit: with more it is a gathering
MOST_VISITS = 100  # that wait or are agreed at one place
MOST_VISITS_OF_PERSON = 5  # that wait or are agreed, at all places
FURTHEST_VISIT = timedelta(days=183)
NEEDS_KEPT = timedelta(days=7)  # after the day of the visit
VISIT_KEPT = timedelta(weeks=4)  # after the day of the visit

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
