"""How much memory this program used at most."""

from __future__ import annotations

import resource
from pathlib import Path

STATUS = Path("/proc/self/status")


def peak_mb(status: Path = STATUS) -> float:
    """The most memory in megabytes.

    From Linux' own bookkeeping where it exists: the figure of ``getrusage`` starts at the size of the
    program that started this one.
    """
    if status.exists():
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
