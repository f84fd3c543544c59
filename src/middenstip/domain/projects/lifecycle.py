"""The life of an agreement."""

from datetime import date

from middenstip.kernel.lifecycle import Lifecycle

PROPOSED, OPEN, DONE, NOT_MET = "proposed", "open", "done", "not_met"
WITHDRAWN, LAPSED = "withdrawn", "lapsed"  # by who proposed it; because what it stood on ended
VOID = WITHDRAWN, LAPSED

AGREEMENT = Lifecycle(
    noun="de afspraak",
    words={
        PROPOSED: "wacht op handtekeningen",
        OPEN: "loopt",
        DONE: "gedaan",
        NOT_MET: "niet gehaald",
        WITHDRAWN: "ingetrokken",
        LAPSED: "vervallen",
    },
    steps={
        (PROPOSED, "change"): PROPOSED,
        (PROPOSED, "sign"): PROPOSED,
        (PROPOSED, "all_signed"): OPEN,
        (PROPOSED, "withdraw"): WITHDRAWN,
        (PROPOSED, "lapse"): LAPSED,
        (OPEN, "keep"): DONE,
        (OPEN, "miss"): NOT_MET,
    },
)


def is_late(state: str, due_on: date, today: date) -> bool:
    """A promise that stands may be kept until the end of its last day."""
    return state == OPEN and due_on < today
