"""Who may read the metrics, and where each process of a server keeps its part of them."""

import os
from pathlib import Path

from middenstip.config.environment import refuse, text
from middenstip.config.settings.env import IS_TEST, VAR

METRICS_TOKEN = text("METRICS_TOKEN")
if METRICS_TOKEN and len(METRICS_TOKEN) < 20:
    refuse("METRICS_TOKEN", "dat zijn minstens twintig willekeurige tekens, of laat het leeg.")

if METRICS_TOKEN and not IS_TEST:
    # In memory, for a counter on a full disk would stop the process. All servers that one program started
    # share a folder. The library looks at this variable as soon as it is imported.
    _SHARED = Path("/dev/shm")  # noqa: S108 - the folder is made for us alone, and refused otherwise
    _BASE = _SHARED if os.access(_SHARED, os.W_OK) else VAR
    _OWN = _BASE / f"middenstip-metrics-{os.geteuid()}-{os.getppid()}"
    os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", str(_OWN))
