"""What Prometheus reads at `/metrics`: counted per request over all processes, and read when it is asked.

Labels are names of routes, fixed words and kinds of facts: never an id, an address or what was typed.
"""

from __future__ import annotations

import logging
import os
import shutil
from functools import cache
from pathlib import Path

from django.conf import settings
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from middenstip.operations.standing import Standing

BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)  # seconds
MULTIPROC = "PROMETHEUS_MULTIPROC_DIR"

log = logging.getLogger(__name__)


class Counted:
    """The counters of this process. With several processes each keeps a file that all can read."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        labels = ("route", "method", "status")
        self.requests = Counter("middenstip_requests", "Requests answered.", labels, registry=self.registry)
        self.cpu = Counter(
            "middenstip_request_cpu_seconds", "CPU that requests took.", ("route",), registry=self.registry
        )
        self.seconds = Histogram(
            "middenstip_request_seconds", "Time until the answer.", ("route",), registry=self.registry,
            buckets=BUCKETS,
        )  # fmt: skip


@cache
def counted() -> Counted | None:
    """None when nobody may read the metrics, or when there is no place to keep them."""
    if not settings.METRICS_TOKEN:
        return None
    folder = os.environ.get(MULTIPROC)
    try:
        if folder:
            _make(Path(folder))
        return Counted()
    except OSError as error:  # a platform that cannot be measured still works
        log.error("no metrics: %s", type(error).__name__)
        return None


def count(route: str, method: str, status: int, took: float, cpu: float) -> None:
    """One request was answered."""
    if (all_counted := counted()) is None:
        return
    all_counted.requests.labels(route, method, status).inc()
    all_counted.cpu.labels(route).inc(cpu)
    all_counted.seconds.labels(route).observe(took)


def exposed() -> bytes:
    """All metrics as text, those of the other server processes included."""
    parts: list[bytes] = []
    if all_counted := counted():
        requests = all_counted.registry
        if os.environ.get(MULTIPROC):
            requests = CollectorRegistry()
            MultiProcessCollector(requests)  # type: ignore[no-untyped-call]
        parts.append(generate_latest(requests))
    standing = CollectorRegistry()
    standing.register(Standing())
    return b"".join((*parts, generate_latest(standing)))


def _make(folder: Path) -> None:
    """Make the folder of this server, ours alone, and remove those of servers that stopped."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid != os.geteuid():
        raise PermissionError(folder)
    name, mark, _ = folder.name.rpartition("-")
    for other in folder.parent.glob(f"{name}-*") if mark else ():
        number = other.name.rpartition("-")[2]
        if number.isdecimal() and not _runs(int(number)) and other.stat().st_uid == os.geteuid():
            shutil.rmtree(other, ignore_errors=True)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
