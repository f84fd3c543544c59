"""From an open table to a shared goal."""

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

YES, UNLESS, NO = "ja", "tenzij", "nee"
ANSWERS = {YES: "ja", UNLESS: "nee, tenzij", NO: "nee"}
