"""From a case of nobody to an outcome."""

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

ACTION = Lifecycle(
    noun="de actie",
    words={"open": "bezig", "done": "klaar", "dropped": "niet meer nodig"},
    steps={
        ("open", "do"): "done",
        ("open", "drop"): "dropped",
        ("done", "reopen"): "open",
        ("open", "carry"): "open",
        ("open", "give_back"): "open",
    },
)

START_STATEMENT = (
    "De initiatiefnemer blijft initiatiefnemer: die beslist over doel en aanpak.",
    "De balie staat langs de lijn: die helpt, wijst de weg en geeft antwoord.",
    "Een taak is van de initiatiefnemer, tot iemand hem overneemt en zegt tot wanneer.",
)
