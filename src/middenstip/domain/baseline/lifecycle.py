"""The steps of a scan, and what people can say about its figures."""

from __future__ import annotations

from middenstip.kernel.lifecycle import Lifecycle

SETUP, WALK, DISCUSS, FIXED, STOPPED = "setup", "walk", "discuss", "fixed", "stopped"

# Solutions can be told only after the walk: an observation is not a solution yet.
SCAN = Lifecycle(
    noun="de scan",
    words={
        SETUP: "cijfers kiezen",
        WALK: "waarnemen",
        DISCUSS: "samen lezen",
        FIXED: "vastgesteld",
        STOPPED: "gestopt",
    },
    steps={
        (SETUP, "choose"): SETUP,
        (SETUP, "walk"): WALK,
        (WALK, "observe"): WALK,
        (WALK, "discuss"): DISCUSS,
        (DISCUSS, "propose"): DISCUSS,
        (DISCUSS, "read"): DISCUSS,
        (DISCUSS, "value"): DISCUSS,
        (DISCUSS, "fix"): FIXED,
        (FIXED, "propose"): FIXED,
        (FIXED, "repeat"): FIXED,
        (FIXED, "claim"): FIXED,
        (FIXED, "value"): FIXED,
        (SETUP, "stop"): STOPPED,
        (WALK, "stop"): STOPPED,
        (DISCUSS, "stop"): STOPPED,
    },
)
RUNNING = SETUP, WALK, DISCUSS

OBSERVED, SOLUTION = "observed", "solution"
KINDS = {OBSERVED: "waarneming", SOLUTION: "oplossing"}

YES, PARTLY, NO = "yes", "partly", "no"
VIEWS = {YES: "ja, dit herken ik", PARTLY: "deels", NO: "nee, dit herken ik niet"}

NEED, FINE, UNSURE = "need", "fine", "unsure"
NEEDS = {NEED: "hier moet iets gebeuren", FINE: "dit is goed zo", UNSURE: "weet ik niet"}

# The ages of CBS, so that who answered can be set beside who lives here.
AGES = {
    "0-14": "jonger dan 15 jaar",
    "15-24": "15 tot 25 jaar",
    "25-44": "25 tot 45 jaar",
    "45-64": "45 tot 65 jaar",
    "65+": "65 jaar of ouder",
}

MOST_VALUES = 5  # values of the area in one scan
MOST_LINES = 30  # figures in one scan
MOST_EFFECTS = 3  # effect goals of one initiative
