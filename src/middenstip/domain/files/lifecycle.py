"""What becomes of a file: it waits for the worker, is shown or refused, and may go."""

from middenstip.kernel.lifecycle import Lifecycle

WAITING, READY, REFUSED, GONE = "waiting", "ready", "refused", "gone"

FILE = Lifecycle(
    noun="het bestand",
    words={WAITING: "wacht", READY: "klaar", REFUSED: "geweigerd", GONE: "weg"},
    steps={
        (WAITING, "accept"): READY,
        (WAITING, "refuse"): REFUSED,
        (WAITING, "remove"): GONE,
        (READY, "remove"): GONE,
        (REFUSED, "remove"): GONE,
    },
)
