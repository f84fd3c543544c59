"""What only one may do at a time: a start in this folder, bringing the tables up to date."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

from django.db import connection

LOOK = 0.2  # seconds between two tries


class Busy(Exception):
    """Another one is doing it."""


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """Hold a lock on `file`, which the system gives back when the process dies. Raises `Busy`."""
    file.parent.mkdir(parents=True, exist_ok=True)
    held = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy from None
        yield
    finally:
        os.close(held)


@contextmanager
def in_turn(
    take: Callable[[], AbstractContextManager[None]], waiting: Callable[[], object]
) -> Iterator[None]:
    """Wait until the lock that `take` takes is free; `waiting` is called once, when somebody has it."""
    while True:
        with ExitStack() as held:
            try:
                held.enter_context(take())
            except Busy:
                waiting()
                waiting = _nothing
            else:
                yield
                return
        time.sleep(LOOK)


def _nothing() -> None:
    """Said already."""


@contextmanager
def changing_tables() -> Iterator[None]:
    """Be the only one, of all machines, that changes the tables of this database. Raises `Busy`."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "postgresql":
        with _advisory_lock():
            yield
    elif ":memory:" in name or "mode=memory" in name:  # nobody else can reach it
        yield
    else:
        with alone(Path(f"{name}-migrate")):
            yield


@contextmanager
def _advisory_lock() -> Iterator[None]:
    """Held by a transaction on a connection of its own: that also works with a pooler in between."""
    keeper = connection.copy()
    try:
        with keeper.cursor() as cursor:
            keeper.set_autocommit(False)
            cursor.execute("SELECT pg_try_advisory_xact_lock(hashtext('middenstip.migrate'))")
            if not cursor.fetchone()[0]:
                raise Busy
        yield
    finally:
        keeper.close()
