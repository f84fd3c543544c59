"""The queue of writers at one SQLite file: threads of this process by a lock, processes by a lock on a file.

A command waits as long as it takes. A server does not (`limit_waiting`): each visitor that waits holds one of
its few threads, and while one writer takes long, reading must go on.
"""

from __future__ import annotations

import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from middenstip.kernel.unavailable import QueueFull


@dataclass(frozen=True)
class Limit:
    """At most `few` threads of a process wait `long` seconds; the ones after those wait `short`."""

    few: int = 2
    long: float = 5.0
    short: float = 1.0


_limit: Limit | None = None
_queues: dict[str, Queue] = {}


def limit_waiting(limit: Limit | None) -> None:
    """From now on, in this process, a writer that waits too long raises `QueueFull`; None: it waits."""
    global _limit
    _limit = limit


def queue_at(path: str) -> Queue:
    return _queues.setdefault(path, Queue(path))


class Queue:
    """The queue at one file."""

    def __init__(self, path: str) -> None:
        self._file = path + "-queue"
        self._lock = threading.Lock()
        self._waiting = 0

    def enter(self) -> int:
        """Wait for our turn; returns what `leave` wants. Raises `QueueFull`."""
        with self._counted() as until:
            if not self._lock.acquire(timeout=-1 if until is None else until - time.monotonic()):
                raise QueueFull
            try:
                return _locked(self._file, until)
            except BaseException:
                self._lock.release()
                raise

    def leave(self, held: int) -> None:
        os.close(held)  # closing gives the lock on the file back, as does the death of the process
        self._lock.release()

    @contextmanager
    def _counted(self) -> Iterator[float | None]:
        """Until when this writer may wait; None: for ever. A count that is off by one does no harm."""
        self._waiting += 1
        try:
            if _limit is None:
                yield None
            else:
                may = _limit.long if self._waiting <= _limit.few else _limit.short
                yield time.monotonic() + may
        finally:
            self._waiting -= 1


def _locked(path: str, until: float | None) -> int:
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        if until is None:
            fcntl.flock(file, fcntl.LOCK_EX)
        else:
            _lock_before(file, until)
    except BaseException:
        os.close(file)
        raise
    return file


def _lock_before(file: int, until: float) -> None:
    """The system has no lock with a time limit, so another thread waits for one that is taken."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        turn = _Turn(os.dup(file))
        threading.Thread(target=turn.wait, daemon=True).start()
        if not turn.is_ours(max(0.0, until - time.monotonic())):
            raise QueueFull from None


class _Turn:
    """A lock that is waited for; given back at once when it comes after nobody waits any more."""

    def __init__(self, file: int) -> None:
        self._file = file  # a second name of the same lock, so closing this one keeps it
        self._came = threading.Event()
        self._settle = threading.Lock()
        self._is_left = False

    def wait(self) -> None:
        fcntl.flock(self._file, fcntl.LOCK_EX)
        with self._settle:
            if self._is_left:
                fcntl.flock(self._file, fcntl.LOCK_UN)
            self._came.set()
        os.close(self._file)

    def is_ours(self, seconds: float) -> bool:
        """Whether it came within so many seconds."""
        self._came.wait(seconds)
        with self._settle:
            self._is_left = not self._came.is_set()
            return not self._is_left
