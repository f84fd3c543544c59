"""The states of a gathering and of an invitation, the kinds, and the limits."""

from __future__ import annotations

from datetime import timedelta

from middenstip.kernel.lifecycle import Lifecycle

ANNOUNCED, HELD, FOLLOWED_UP, CANCELLED = "announced", "held", "followed_up", "cancelled"

GATHERING = Lifecycle(
    noun="de bijeenkomst",
    words={
        ANNOUNCED: "aangekondigd",
        HELD: "geweest",
        FOLLOWED_UP: "opgevolgd",
        CANCELLED: "afgelast",
    },
    steps={
        (ANNOUNCED, "change"): ANNOUNCED,
        (ANNOUNCED, "come"): ANNOUNCED,
        (ANNOUNCED, "cancel"): CANCELLED,
        (ANNOUNCED, "count"): ANNOUNCED,
        (ANNOUNCED, "write"): ANNOUNCED,
        (ANNOUNCED, "hold"): HELD,
        (HELD, "count"): HELD,
        (HELD, "write"): HELD,
        (HELD, "tell"): HELD,
        (HELD, "measure"): FOLLOWED_UP,
    },
)
TO_COME = (ANNOUNCED,)
PAST = (HELD, FOLLOWED_UP)

KINDS = {
    "meeting": "bijeenkomst",
    "meetup": "meet-up",
    "walk": "wandeling",
    "listening": "luisterronde",
    "activity": "activiteit",
    "review": "terugkomsessie",
}

LISTENING = "listening"  # the kind of a luisterronde: who hosts asks and sums up, and answers nothing
REVIEW = "review"  # the kind of a terugkomsessie
REVIEW_MONTHS = (3, 12)  # after the gathering that it looks back on
CAME = {"done": "gedaan", "runs": "loopt", "not": "niet"}

COMING, WAITING = "coming", "waiting"
ATTENDING = {COMING: "komt", WAITING: "wacht op een plek"}

ASKED, YES, YES_IF, NO, WITHDRAWN = "asked", "yes", "yes_if", "no", "withdrawn"

INVITE = Lifecycle(
    noun="de uitnodiging",
    words={
        ASKED: "wacht op antwoord",
        YES: "ja",
        YES_IF: "ja, mits",
        NO: "nee, want",
        WITHDRAWN: "ingetrokken",
    },
    steps={
        (ASKED, YES): YES,
        (ASKED, YES_IF): YES_IF,
        (ASKED, NO): NO,
        (ASKED, "withdraw"): WITHDRAWN,
        (YES_IF, YES): YES,
        (YES_IF, NO): NO,
    },
)
WAITS, ON_TABLE, ANSWERED, SUMMED, HEARD, OUT = "waits", "table", "answered", "summed", "heard", "out"

HALL = Lifecycle(
    noun="de zaalvraag",
    words={
        WAITS: "wacht",
        ON_TABLE: "op tafel",
        ANSWERED: "beantwoord",
        SUMMED: "samengevat",
        HEARD: "gehoord",
        OUT: "verborgen",
    },
    steps={
        (WAITS, "echo"): WAITS,
        (WAITS, "table"): ON_TABLE,
        (WAITS, "answer"): ANSWERED,
        (WAITS, "sum_up"): SUMMED,
        (WAITS, "hide"): OUT,
        (ON_TABLE, "echo"): ON_TABLE,
        (ON_TABLE, "back"): WAITS,
        (ON_TABLE, "answer"): ANSWERED,
        (ON_TABLE, "sum_up"): SUMMED,
        (ON_TABLE, "hide"): OUT,
        (ANSWERED, "back"): WAITS,
        (ANSWERED, "hide"): OUT,
        (SUMMED, "sum_up"): SUMMED,
        (SUMMED, "differ"): SUMMED,
        (SUMMED, "agree"): HEARD,
        (SUMMED, "hide"): OUT,
        (HEARD, "hide"): OUT,
        (OUT, "show"): WAITS,
    },
)
LEFT = (WAITS, ON_TABLE)  # what nobody came to
QUESTION_LENGTH = 200
OPENS_BEFORE, CLOSES_AFTER = timedelta(hours=1), timedelta(hours=3)  # around the gathering: people can ask
MOST_QUESTIONS = 500  # in one gathering
MOST_OF_A_PHONE = 5  # questions
PHONES_KEPT = timedelta(days=1)  # after the end: which phone asked what
CODE = 5  # characters of the public id that people type to ask

ANSWERS = {YES: "ja", YES_IF: "ja, mits", NO: "nee, want"}
ANSWER_DAYS = 10  # working days

SEALED, DRAWN = "sealed", "drawn"

LOTTERY = Lifecycle(
    noun="de loting",
    words={SEALED: "aangekondigd", DRAWN: "getrokken"},
    steps={(SEALED, "draw"): DRAWN},
)

ON_LIST, ASKED_BY_LOT, COMES, DECLINES, SILENT, GONE = "listed", "asked", "yes", "no", "silent", "gone"

LOT = Lifecycle(
    noun="je lot",
    words={
        ON_LIST: "staat op de lijst",
        ASKED_BY_LOT: "gevraagd",
        COMES: "ja",
        DECLINES: "nee",
        SILENT: "gaf geen antwoord",
        GONE: "vervallen",
    },
    steps={
        (ON_LIST, "ask"): ASKED_BY_LOT,
        (ON_LIST, "drop"): GONE,
        (ASKED_BY_LOT, COMES): COMES,
        (ASKED_BY_LOT, DECLINES): DECLINES,
        (ASKED_BY_LOT, "lapse"): SILENT,
        (ASKED_BY_LOT, "drop"): GONE,
        (COMES, DECLINES): DECLINES,
        (COMES, "drop"): GONE,
    },
)
LOT_DAYS = (2, 30)  # the shortest and longest term to answer
MOST_LOTS = 2_000  # people in one lottery
MOST_DRAWN = 200  # places in one lottery

CLOSED_TITLE = "Besloten bijeenkomst"  # all that an outsider reads of its name
MOST_PLACES = 100_000
MOST_LINES = 200  # in the notes of one gathering
LONGEST = timedelta(days=14)
FURTHEST = timedelta(days=3653)
ATTENDANCE_KEPT = timedelta(days=90)  # after the end: who came to an open gathering

REPORT_PHOTO = "report_photo"  # what a file of a photo report stands beside
LINK, PAPER = "link", "paper"
CONSENTS = {LINK: "met de link", PAPER: "op papier"}  # how somebody on a photo said yes
MOST_PHOTOS = 60  # in one photo report
MOST_PORTRAITS = 40  # who can be recognised on one photo
PHOTO_WAITS = timedelta(days=30)  # a photo that is not shown by then goes

OLDEST = 27  # until then somebody is young
BANDS = {"0-11": (0, 11), "12-15": (12, 15), "16-17": (16, 17), "18-22": (18, 22), "23-27": (23, 27)}
