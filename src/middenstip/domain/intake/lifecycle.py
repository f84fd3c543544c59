"""The states of a case and of an action, and the steps between them."""

from datetime import date

from middenstip.kernel.clock import is_past
from middenstip.kernel.lifecycle import Lifecycle

NEW, IN_HAND, STARTED, DECIDED, STOPPED = "new", "in_hand", "started", "decided", "stopped"

CASE = Lifecycle(
    noun="de zaak",
    words={
        NEW: "nog van niemand",
        IN_HAND: "in gesprek",
        STARTED: "start bevestigd",
        DECIDED: "uitslag gegeven",
        STOPPED: "gestopt",
    },
    steps={
        (NEW, "take"): IN_HAND,
        (IN_HAND, "hand_over"): IN_HAND,
        (IN_HAND, "note"): IN_HAND,
        (IN_HAND, "plan"): IN_HAND,
        (IN_HAND, "confirm"): IN_HAND,
        (IN_HAND, "both_confirmed"): STARTED,
        (STARTED, "hand_over"): STARTED,
        (STARTED, "note"): STARTED,
        (STARTED, "plan"): STARTED,
        (STARTED, "decide"): DECIDED,
        (DECIDED, "note"): DECIDED,
        (DECIDED, "plan"): DECIDED,
        (DECIDED, "hand_over"): DECIDED,
        (DECIDED, "take_search"): DECIDED,
        (IN_HAND, "refer"): IN_HAND,
        (STARTED, "refer"): STARTED,
        (NEW, "write"): NEW,
        (IN_HAND, "write"): IN_HAND,
        (STARTED, "write"): STARTED,
        (DECIDED, "write"): DECIDED,
        (NEW, "stop"): STOPPED,
        (IN_HAND, "stop"): STOPPED,
        (STARTED, "stop"): STOPPED,
        (DECIDED, "stop"): STOPPED,
    },
)

SUPPORT, REFER, NO_BOX, STOP = "support", "refer", "no_box", "stopped"
OUTCOMES = {
    SUPPORT: "we helpen",
    REFER: "een ander helpt beter",
    NO_BOX: "past in geen hokje: de verbinder zoekt de weg",
    STOP: "gestopt door de initiatiefnemer",
}

ONLINE, COUNTER, PHONE, PAPER = "online", "counter", "phone", "paper"
CHANNELS = [(ONLINE, "online"), (COUNTER, "aan de balie"), (PHONE, "per telefoon"), (PAPER, "op papier")]

ASKED, ACCEPTED, REFUSED_IT, TAKEN_BACK = "asked", "accepted", "refused", "taken_back"
REFERRAL = Lifecycle(
    noun="de doorverwijzing",
    words={
        ASKED: "wacht op de ander",
        ACCEPTED: "aangenomen",
        REFUSED_IT: "geweigerd",
        TAKEN_BACK: "teruggenomen",
    },
    steps={
        (ASKED, "accept"): ACCEPTED,
        (ASKED, "refuse"): REFUSED_IT,
        (ASKED, "take_back"): TAKEN_BACK,
    },
)

OPEN, DONE, DROPPED = "open", "done", "dropped"

ACTION = Lifecycle(
    noun="de actie",
    words={OPEN: "bezig", DONE: "klaar", DROPPED: "niet meer nodig"},
    steps={
        (OPEN, "do"): DONE,
        (OPEN, "drop"): DROPPED,
        (DONE, "reopen"): OPEN,
        (OPEN, "carry"): OPEN,
        (OPEN, "give_back"): OPEN,
    },
)


def is_late(state: str, due_on: date | None, today: date) -> bool:
    """Whether an open action is past its last day. It may be done until the end of that day."""
    return state == OPEN and is_past(due_on, today)


MOST_MESSAGES = 50  # of one person in one case in 24 hours
# Why a mail was not stored. Only these words are kept.
TOO_BIG, AUTOMATIC, NO_TOKEN, FORGED, EMPTY, REFUSED = (
    "too_big",
    "automatic",
    "no_token",
    "forged",
    "empty",
    "refused",
)
REASONS = {
    TOO_BIG: "te groot",
    AUTOMATIC: "automatisch antwoord",
    NO_TOKEN: "adres klopt niet",
    FORGED: "afzender klopt niet",
    EMPTY: "geen tekst boven het citaat",
    REFUSED: "de zaak neemt geen bericht aan",
}

START_STATEMENT = (
    "De initiatiefnemer blijft initiatiefnemer: die beslist over doel en aanpak.",
    "De balie staat langs de lijn: die helpt, wijst de weg en geeft antwoord.",
    "Een taak is van de initiatiefnemer, tot iemand hem overneemt en zegt tot wanneer.",
)


INITIATOR, DESK = "initiator", "desk"
SIDES = {INITIATOR: "initiatiefnemer", DESK: "balie"}
FACETS = {  # ACTIE: what makes an initiative of residents work; see the questions beside the form
    "a": ("Animo", "Waarom wil de groep dit, en willen anderen in de buurt het ook?"),
    "c": ("Contacten", "Kennen jullie de buren, organisaties en vaste gezichten die nodig zijn?"),
    "t": ("Toerusting", "Is er genoeg tijd, geld, ruimte en kennis?"),
    "i": ("Inbedding", "Past het bij hoe de organisatie werkt: één aanspreekpunt, regels, budget?"),
    "e": ("Empathie", "Begrijpen jullie elkaar, en komt er op tijd antwoord in gewone taal?"),
}
FAR_APART = 2  # a difference between the two sides that they must talk about


TALK, INCOMPLETE, SENT, ASSESSED = "talk", "incomplete", "sent", "assessed"
GRANTED, PARTLY, TURNED_DOWN, AGREED = "granted", "partly", "refused", "agreed"
CONTINUED, RETURNED, WITHDRAWN = "continued", "returned", "withdrawn"
CHALLENGE = Lifecycle(
    noun="de uitdaging",
    words={
        TALK: "voorgesprek",
        INCOMPLETE: "aanvullen",
        SENT: "ingediend",
        ASSESSED: "in beoordeling",
        GRANTED: "toegewezen",
        PARTLY: "deels toegewezen",
        TURNED_DOWN: "afgewezen",
        AGREED: "overeenkomst",
        CONTINUED: "gaat door",
        RETURNED: "teruggegeven",
        WITHDRAWN: "ingetrokken",
    },
    steps={
        (TALK, "write"): TALK,
        (INCOMPLETE, "write"): INCOMPLETE,
        (TALK, "send"): SENT,
        (INCOMPLETE, "send"): SENT,
        (SENT, "ask_more"): INCOMPLETE,
        (SENT, "complete"): ASSESSED,
        (ASSESSED, "grant"): GRANTED,
        (ASSESSED, "grant_part"): PARTLY,
        (ASSESSED, "refuse"): TURNED_DOWN,
        (GRANTED, "agree"): AGREED,
        (PARTLY, "agree"): AGREED,
        (AGREED, "talk"): AGREED,
        (AGREED, "continue"): CONTINUED,
        (AGREED, "return"): RETURNED,
        (TALK, "withdraw"): WITHDRAWN,
        (INCOMPLETE, "withdraw"): WITHDRAWN,
        (SENT, "withdraw"): WITHDRAWN,
        (ASSESSED, "withdraw"): WITHDRAWN,
        (GRANTED, "withdraw"): WITHDRAWN,
        (PARTLY, "withdraw"): WITHDRAWN,
    },
)
CHALLENGE_OVER = (TURNED_DOWN, CONTINUED, RETURNED, WITHDRAWN)
ANSWERS = {"grant": "ja", "grant_part": "deels", "refuse": "nee"}
ENDINGS = {"continue": "het gaat zo door", "return": "de taak gaat terug"}
PARTS = {  # the seven parts of a request, with the question that each answers
    "task": "Welke taak willen jullie overnemen?",
    "better": "Waarom kunnen jullie het beter of goedkoper?",
    "knowledge": "Wat hebben jullie ermee, en wat weten jullie ervan?",
    "support": "Wat vinden de mensen die het merken?",
    "costs": "Wat kost het, naar schatting?",
    "help": "Welke hulp willen jullie van de gemeente?",
    "quality": "Hoe blijft het goed, ook over een paar jaar?",
}

ONCE, EXAMPLE = "once", "example"
PRECEDENTS = {ONCE: "alleen in deze zaak", EXAMPLE: "ook in zaken die hierop lijken"}
