"""The states of an agreement and the steps between them."""

from datetime import date

from middenstip.kernel.clock import is_past
from middenstip.kernel.lifecycle import Lifecycle

PROPOSED, OPEN, DONE, NOT_MET = "proposed", "open", "done", "not_met"
WITHDRAWN, LAPSED = "withdrawn", "lapsed"  # lapsed: what it depended on ended before all signed
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
    """Whether an agreement in this state is past its last day. It may be kept until the end of that day."""
    return state == OPEN and is_past(due_on, today)
