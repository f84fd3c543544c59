"""The states of a goal, from an open table to a shared goal, and the steps between them."""

from middenstip.kernel.lifecycle import Lifecycle

GATHERING, WRITING, REVEALED, PROPOSED, SHARED = "gathering", "writing", "revealed", "proposed", "shared"
FINISHED, STOPPED = "finished", "stopped"

GOAL = Lifecycle(
    noun="de opgave",
    words={
        GATHERING: "er mist nog een helft",
        WRITING: "iedereen schrijft apart",
        REVEALED: "de briefjes zijn open",
        PROPOSED: "er ligt een voorstel",
        SHARED: "gedeeld doel",
        FINISHED: "afgerond",
        STOPPED: "gestopt",
    },
    steps={
        (GATHERING, "join"): GATHERING,
        (GATHERING, "complete"): WRITING,
        (GATHERING, "leave"): GATHERING,
        (WRITING, "join"): WRITING,
        (WRITING, "leave"): WRITING,
        (WRITING, "lose_half"): GATHERING,
        (WRITING, "write"): WRITING,
        (WRITING, "reveal"): REVEALED,
        (REVEALED, "join"): REVEALED,
        (REVEALED, "leave"): REVEALED,
        (REVEALED, "propose"): PROPOSED,
        (PROPOSED, "join"): PROPOSED,
        (PROPOSED, "leave"): PROPOSED,
        (PROPOSED, "propose"): PROPOSED,
        (PROPOSED, "answer"): PROPOSED,
        (PROPOSED, "all_say_yes"): SHARED,
        (SHARED, "propose"): PROPOSED,
        (SHARED, "leave"): SHARED,
        (SHARED, "lose_all"): PROPOSED,
        (SHARED, "finish"): FINISHED,
        (SHARED, "end"): STOPPED,
        (GATHERING, "stop"): STOPPED,
        (WRITING, "stop"): STOPPED,
        (REVEALED, "stop"): STOPPED,
        (PROPOSED, "stop"): STOPPED,
    },
)

SAID, CONFIRMED, CORRECTED = "said", "confirmed", "corrected"

RESTATEMENT = Lifecycle(
    noun="de eigen woorden",
    words={
        SAID: "wacht op wie het briefje schreef",
        CONFIRMED: "ja, dat bedoel ik",
        CORRECTED: "ik bedoel iets anders",
    },
    steps={
        (SAID, "restate"): SAID,
        (SAID, "confirm"): CONFIRMED,
        (SAID, "correct"): CORRECTED,
        (CORRECTED, "restate"): SAID,
        (CORRECTED, "correct"): CORRECTED,
    },
)

YES, UNLESS, NO = "ja", "tenzij", "nee"
ANSWERS = {YES: "ja", UNLESS: "nee, tenzij", NO: "nee"}

ASKED, LET_IN, NOT_NOW, WITHDRAWN, LAPSED = "asked", "let_in", "not_now", "withdrawn", "lapsed"

REQUEST = Lifecycle(
    noun="de vraag om een stoel",
    words={
        ASKED: "gevraagd",
        LET_IN: "binnengelaten",
        NOT_NOW: "niet nu",
        WITHDRAWN: "ingetrokken",
        LAPSED: "verlopen",
    },
    steps={
        (ASKED, "let_in"): LET_IN,
        (ASKED, "refuse"): NOT_NOW,
        (ASKED, "withdraw"): WITHDRAWN,
        (ASKED, "lapse"): LAPSED,
    },
)

SENT, ACCEPTED, NOT_FOR_ME = "sent", "accepted", "not_for_me"

INVITATION = Lifecycle(
    noun="de uitnodiging",
    words={
        SENT: "uitgenodigd",
        ACCEPTED: "aangeschoven",
        NOT_NOW: "niet nu",
        NOT_FOR_ME: "niet voor mij",
        WITHDRAWN: "ingetrokken",
        LAPSED: "verlopen",
    },
    steps={
        (SENT, "accept"): ACCEPTED,
        (SENT, "not_now"): NOT_NOW,
        (SENT, "not_for_me"): NOT_FOR_ME,
        (SENT, "withdraw"): WITHDRAWN,
        (SENT, "lapse"): LAPSED,
    },
)

OPEN, FULL = "open", "full"

LINK = Lifecycle(
    noun="de uitnodiging",
    words={
        OPEN: "geldig",
        FULL: "opgebruikt",
        NOT_FOR_ME: "afgewezen",
        WITHDRAWN: "ingetrokken",
        LAPSED: "verlopen",
    },
    steps={
        (OPEN, "use"): OPEN,
        (OPEN, "use_last"): FULL,
        (OPEN, "decline"): NOT_FOR_ME,
        (OPEN, "withdraw"): WITHDRAWN,
        (OPEN, "lapse"): LAPSED,
    },
)

STOP, SEND_AWAY = "stop", "send_away"
ENDINGS = {STOP: "de tafel stoppen", SEND_AWAY: "een stoel wegsturen"}
PENDING, CARRIED, REFUSED, UNDONE = "pending", "carried", "refused", "undone"

MOTION = Lifecycle(
    noun="het verzoek",
    words={
        PENDING: "wacht op een ja van elke helft",
        CARRIED: "aangenomen",
        REFUSED: "afgewezen",
        WITHDRAWN: "ingetrokken",
        LAPSED: "verlopen",
        UNDONE: "teruggedraaid",
    },
    steps={
        (PENDING, "say_yes"): PENDING,
        (PENDING, "carry"): CARRIED,
        (PENDING, "refuse"): REFUSED,
        (PENDING, "withdraw"): WITHDRAWN,
        (PENDING, "lapse"): LAPSED,
        (CARRIED, "undo"): UNDONE,  # a stopped table returns to the state in which it was stopped
    },
)

NAMED, HOLDS, COMMITTED, AGAIN, DECLINED, RELEASED = (
    "named",
    "holds",
    "said",
    "again",
    "declined",
    "released",
)

PORTFOLIO = Lifecycle(
    noun="de portefeuille",
    words={
        NAMED: "gevraagd als portefeuillehouder",
        HOLDS: "portefeuillehouder, de toezegging volgt",
        COMMITTED: "portefeuillehouder",
        AGAIN: "de opvolger zegt of de toezegging nog staat",
        DECLINED: "niet deze zetel",
        RELEASED: "geen portefeuillehouder meer",
    },
    steps={
        (NAMED, "accept"): HOLDS,
        (NAMED, "decline"): DECLINED,
        (NAMED, "release"): RELEASED,
        (HOLDS, "commit"): COMMITTED,
        (HOLDS, "release"): RELEASED,
        (COMMITTED, "commit"): COMMITTED,
        (COMMITTED, "leave"): AGAIN,  # somebody left the seat: who comes after is asked again
        (COMMITTED, "release"): RELEASED,
        (AGAIN, "confirm"): COMMITTED,
        (AGAIN, "commit"): COMMITTED,
        (AGAIN, "release"): RELEASED,
    },
)
ACTIVE = (NAMED, HOLDS, COMMITTED, AGAIN)
ASKED_OF = (NAMED, HOLDS, AGAIN)  # the portefeuillehouder must answer
JA, MITS, NEE = "ja", "mits", "nee"
COMMITMENTS = {JA: "ja", MITS: "ja, mits", NEE: "nee, want"}
STANDING = (JA, MITS)
COMMIT_DAYS = 10  # working days

TOLD, SEEN, DENIED = "told", "confirmed", "denied"

VISIT = Lifecycle(
    noun="het bezoek",
    words={TOLD: "nog niet bevestigd", SEEN: "bevestigd", DENIED: "klopt niet"},
    steps={(TOLD, "confirm"): SEEN, (TOLD, "deny"): DENIED},
)
