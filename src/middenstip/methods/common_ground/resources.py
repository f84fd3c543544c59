"""What a run costs, as the command reports it."""

import resource
import time
from pathlib import Path


def cpu_seconds() -> float:
    """CPU seconds of this process since it started, imports included."""
    return round(time.process_time(), 3)


def peak_megabytes(status: Path = Path("/proc/self/status")) -> float:
    """Most memory this process held at once.

    Linux keeps it in ``status``. The figure of ``getrusage``, used elsewhere, also counts what the
    program that started us held.
    """
    try:
        lines = status.read_text().splitlines()
    except OSError:
        return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)
    return round(int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024, 1)
