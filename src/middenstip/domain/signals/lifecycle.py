"""The states of a signal, its kinds, and the steps between the states."""

from middenstip.kernel.lifecycle import Lifecycle

RULE, PLAN, MONEY, NEIGHBOURHOOD, TIME, KNOWLEDGE, DESK = (
    "rule",
    "plan",
    "money",
    "buurt",
    "time",
    "knowledge",
    "desk",
)
KINDS = {
    RULE: "regel",
    PLAN: "plan",
    MONEY: "geld",
    NEIGHBOURHOOD: "buurt",
    TIME: "tijd",
    KNOWLEDGE: "kennis",
    DESK: "loket",
}

REPORTED, ADDRESSED, STUDIED = "reported", "addressed", "studied"
ADAPTED, EXCEPTION, STAYS = "adapted", "exception", "stays"
BUNDLED, WITHDRAWN = "bundled", "withdrawn"
OPEN = REPORTED, ADDRESSED, STUDIED
ANSWERED = ADAPTED, EXCEPTION, STAYS
OUTCOMES = {
    ADAPTED: "aangepast",
    EXCEPTION: "uitzondering",
    STAYS: "blijft, want …",
}

SIGNAL = Lifecycle(
    noun="het signaal",
    words={
        REPORTED: "gemeld",
        ADDRESSED: "wacht op antwoord",
        STUDIED: "wordt onderzocht",
        ADAPTED: "aangepast",
        EXCEPTION: "uitzondering gemaakt",
        STAYS: "blijft zo",
        BUNDLED: "samengevoegd",
        WITHDRAWN: "ingetrokken",
    },
    steps={
        (REPORTED, "join"): REPORTED,
        (ADDRESSED, "join"): ADDRESSED,
        (STUDIED, "join"): STUDIED,
        (REPORTED, "address"): ADDRESSED,
        (ADDRESSED, "address"): ADDRESSED,
        (STUDIED, "address"): ADDRESSED,
        (ADDRESSED, "study"): STUDIED,
        (ADDRESSED, ADAPTED): ADAPTED,
        (ADDRESSED, EXCEPTION): EXCEPTION,
        (ADDRESSED, STAYS): STAYS,
        (STUDIED, ADAPTED): ADAPTED,
        (STUDIED, EXCEPTION): EXCEPTION,
        (STUDIED, STAYS): STAYS,
        (ADAPTED, "reopen"): ADDRESSED,
        (EXCEPTION, "reopen"): ADDRESSED,
        (STAYS, "reopen"): ADDRESSED,
        (REPORTED, "bundle"): BUNDLED,
        (ADDRESSED, "bundle"): BUNDLED,
        (STUDIED, "bundle"): BUNDLED,
        (REPORTED, "withdraw"): WITHDRAWN,
    },
)

DEFAULTS = {"no_unless": "nee, tenzij", "yes_if": "ja, mits"}
POLICIES = {"policy": "beleid", "plan": "plan", "rule": "regel"}
MOST_HOURS = 10_000
