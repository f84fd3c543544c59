"""Programs that run side by side: when one of them ends, or we are asked to stop, all stop."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress

Child = subprocess.Popen[bytes]
ASKED_TO_STOP = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)  # a service, a closed window, Ctrl-C


def run_together(
    commands: Sequence[Sequence[str]], began: Callable[[Sequence[Child]], None], patience: float = 10.0
) -> int:
    """Run `commands` until one ends (1) or we are asked to stop (0); whoever does not stop is killed.

    Each has a process group of its own. Ctrl-C reaches a whole group at once, and a server whose workers
    get it too waits for them for ever; now it comes to us alone, and we stop each in the way it likes.
    """
    for number in ASKED_TO_STOP:
        if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup asks
            signal.signal(number, lambda *_: sys.exit(0))
    children: list[Child] = []
    try:
        children += [subprocess.Popen(command, process_group=0) for command in commands]  # noqa: S603
        began(children)
        while all(child.poll() is None for child in children):
            time.sleep(0.3)
        return 1
    finally:
        _stop(children, patience)


def _stop(children: Sequence[Child], patience: float) -> None:
    for number in ASKED_TO_STOP:  # who presses Ctrl-C again leaves nobody behind
        signal.signal(number, signal.SIG_IGN)
    for child in children:
        child.terminate()
    until = time.monotonic() + patience
    for child in children:
        with suppress(subprocess.TimeoutExpired):
            child.wait(timeout=max(0.0, until - time.monotonic()))
        with suppress(ProcessLookupError):  # nobody of that group is left
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
