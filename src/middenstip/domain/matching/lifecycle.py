"""The states of a need or offer, of an introduction and of a movement, and the words for their kinds."""

from datetime import timedelta

from middenstip.kernel.lifecycle import Lifecycle

KNOWLEDGE, HANDS, HOURS, SPACE = "knowledge", "hands", "hours", "space"
GOODS, MONEY, PERMISSION, NETWORK = "goods", "money", "permission", "network"
SORTS = {
    KNOWLEDGE: "kennis",
    HANDS: "handen",
    HOURS: "uren",
    SPACE: "ruimte",
    GOODS: "spullen",
    MONEY: "geld",
    PERMISSION: "toestemming",
    NETWORK: "netwerk",
}
PLOT, ROOM = "plot", "room"
PLACES = {PLOT: "plek buiten", ROOM: "ruimte binnen"}  # what is offered, when it is space

# What there is in a neighbourhood (asset mapping), and two ways in which people help each other on.
MENTOR, SPARRING = "mentor", "sparring"
ASSETS = {
    "people": "wat mensen weten of kunnen",
    "activity": "een activiteit",
    "thing": "een ding om te gebruiken",
    "place": "een plek",
    "organisation": "een organisatie",
    "outdoors": "openbare ruimte",
    SPARRING: "sparren: meedenken in een gesprek",
    MENTOR: "mentor: ons initiatief helpt een ander op weg",
}
CLAIMS = {"wants": "wil wel", "can": "kan wel", "knows": "weet van"}

OPEN, TALKING, AGREED, ASLEEP = "open", "talking", "agreed", "asleep"
DONE, LAPSED = "done", "lapsed"
LISTING = Lifecycle(
    noun="deze vraag of dit aanbod",
    words={
        OPEN: "open",
        TALKING: "in gesprek",
        AGREED: "afgesproken",
        ASLEEP: "slaapt",
        DONE: "gedaan",
        LAPSED: "vervallen",
    },
    steps={
        (OPEN, "change"): OPEN,
        (OPEN, "confirm"): OPEN,
        (OPEN, "ask"): OPEN,
        (OPEN, "meet"): TALKING,
        (OPEN, "sleep"): ASLEEP,
        (OPEN, "withdraw"): LAPSED,
        (TALKING, "change"): TALKING,
        (TALKING, "confirm"): TALKING,
        (TALKING, "ask"): TALKING,
        (TALKING, "meet"): TALKING,
        (TALKING, "part"): OPEN,
        (TALKING, "agree"): AGREED,
        (TALKING, "sleep"): ASLEEP,
        (TALKING, "withdraw"): LAPSED,
        (AGREED, "undo"): OPEN,
        (AGREED, "finish"): DONE,
        (ASLEEP, "confirm"): OPEN,
        (ASLEEP, "withdraw"): LAPSED,
    },
)
LISTED = (OPEN, TALKING)  # these can be found and answered

ASKED, MET, DECLINED, ENDED = "asked", "met", "declined", "ended"
INTRODUCTION = Lifecycle(
    noun="de kennismaking",
    words={
        ASKED: "wacht op antwoord",
        MET: "in gesprek",
        AGREED: "afgesproken",
        DONE: "gedaan",
        DECLINED: "niet gelukt",
        ENDED: "gestopt",
    },
    steps={
        (ASKED, "accept"): MET,
        (ASKED, "decline"): DECLINED,
        (ASKED, "end"): ENDED,
        (MET, "write"): MET,
        (MET, "agree"): AGREED,
        (MET, "end"): ENDED,
        (MET, "decline"): DECLINED,
        (AGREED, "write"): AGREED,
        (AGREED, "finish"): DONE,
        (AGREED, "undo"): MET,
    },
)

PROPOSED, MOVING = "proposed", "moving"
MOVEMENT = Lifecycle(
    noun="de beweging",
    words={PROPOSED: "wacht op een tweede ja", MOVING: "loopt", ENDED: "gestopt"},
    steps={
        (PROPOSED, "change"): PROPOSED,
        (PROPOSED, "invite"): PROPOSED,
        (PROPOSED, "begin"): MOVING,
        (PROPOSED, "end"): ENDED,
        (MOVING, "change"): MOVING,
        (MOVING, "invite"): MOVING,
        (MOVING, "want"): MOVING,
        (MOVING, "begin"): MOVING,
        (MOVING, "end"): ENDED,
    },
)
FEWEST = 2  # initiatives; with fewer it is no movement (any more)
MOST_MEMBERS = 30  # initiatives that are in it, or asked

INVITED, WANTS, JOINED, REFUSED, LEFT = "invited", "wants", "joined", "refused", "left"
MEMBER = Lifecycle(
    noun="deelname aan de beweging",
    words={
        INVITED: "gevraagd",
        WANTS: "wil meedoen",
        JOINED: "doet mee",
        DECLINED: "zei nee",
        REFUSED: "past er niet bij",
        LEFT: "ging eruit",
    },
    steps={
        (INVITED, "join"): JOINED,
        (INVITED, "decline"): DECLINED,
        (WANTS, "let_in"): JOINED,
        (WANTS, "refuse"): REFUSED,
        (WANTS, "leave"): LEFT,
        (JOINED, "leave"): LEFT,
        (DECLINED, "want"): WANTS,
        (LEFT, "want"): WANTS,
    },
)
WAITING = (INVITED, WANTS)

YES, NOT_NOW, NEVER = "yes", "not_now", "never"
ANSWERS = {YES: "ja, breng ons in contact", NOT_NOW: "nu niet", NEVER: "niet voor mij"}
MOST_A_WEEK = 5  # new suggestions for one person
MOST_OPEN = 20  # needs and offers of one person that are open at once
MOST_ASKED = 20  # introductions that one person asks on one day

FRESH = timedelta(days=182)  # after this a need or offer is asked whether it is still true
PATIENCE = timedelta(days=14)  # after the question it goes to sleep
