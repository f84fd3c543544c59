"""`manage.py worker`: all work outside requests, in one process."""

from __future__ import annotations

import logging
import signal
import threading
import time
from contextlib import suppress
from datetime import date, datetime, timedelta
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import Error, close_old_connections, connection
from django_tasks import task_backends
from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.management.commands.db_worker import Worker

from middenstip.kernel import clock
from middenstip.kernel.ids import new_id
from middenstip.kernel.unavailable import Unavailable, code_of, refuse_in_maintenance, why_unavailable
from middenstip.notices import outbox, sender
from middenstip.notices.services import show_life
from middenstip.notices.steps import each_step
from middenstip.notices.tasks import bring_round, reconcile

log = logging.getLogger(__name__)
OFTEN = timedelta(seconds=10)
LONGEST = 20.0  # seconds between two rounds while nothing can be kept, however often that failed
MENDING = 10.0  # the same while one step has a bug: the others go on
PEEK = 0.25  # seconds between two looks for a code that waits


class Command(BaseCommand):
    _shown: datetime | None = None
    _trouble = ""  # what keeps it from working now; told when it begins, changes and ends
    _longest = LONGEST
    _failed = 0  # rounds that failed, one after another
    help = "Voert taken uit, brengt elke paar seconden de post rond en kijkt elke dag alles na."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--interval", type=float, default=2.0, help="seconden tussen twee rondes")

    def handle(self, *args: Any, interval: float = 2.0, **options: Any) -> None:
        logging.getLogger("django_tasks_db").setLevel(logging.WARNING)  # else it logs two lines per round
        stop = threading.Event()
        tasks = _task_worker()
        sender.stopping.clear()

        def finish(number: int, frame: FrameType | None) -> None:
            """Stop after the mail that is being sent."""
            stop.set()
            sender.stopping.set()
            tasks.running = False

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, finish)
        self.stdout.write("De worker draait.")
        reconciled: date | None = None
        while not stop.is_set():
            reconciled = self._round(tasks, reconciled)
            _wait(stop, self._pause(interval), interval)
        self.stdout.write("De worker is gestopt.")

    def _round(self, tasks: Worker, reconciled: date | None) -> date | None:
        """Run the waiting tasks and bring the post round; returns the day that was last reconciled.

        Whatever breaks, the worker stays: it waits longer each time, and says so once.
        """
        try:
            close_old_connections()
            refuse_in_maintenance()
            with each_step() as step:
                with step:
                    self._show_life()
                    if isinstance(task_backends["default"], DatabaseBackend):
                        tasks.run()
                        self._show_life()
                with step:
                    bring_round()
                if reconciled != clock.today():
                    with step:
                        reconcile.func()
                        reconciled = clock.today()
        except Exception as error:  # noqa: BLE001 - the worker survives anything
            self._tell(error)
            self._failed += 1
            _let_go()
        else:
            if self._trouble:
                log.warning("the worker goes on")
            self._trouble, self._failed = "", 0
        return reconciled

    def _pause(self, interval: float) -> float:
        """Seconds until the next round: twice as long after each one that failed."""
        return min(interval * 2.0 ** min(self._failed, 10), max(interval, self._longest))

    def _tell(self, error: Exception) -> None:
        """One line when it begins and when it becomes something else; a bug comes with its trace."""
        why = why_unavailable(error)
        trouble = f"{type(error).__name__} {code_of(error) if isinstance(error, Error) else ''}".strip()
        if isinstance(error, Unavailable):
            trouble = error.reason
        if trouble != self._trouble:
            told = "the worker cannot go on, and tries again, each time later: %s"
            log.error(told, trouble, exc_info=None if why else error)
        self._trouble, self._longest = trouble, LONGEST if why else MENDING

    def _show_life(self) -> None:
        """Store a sign of life for `/gezond`, at intervals and not in every round."""
        now = clock.now()
        if self._shown is None or now - self._shown >= OFTEN:
            show_life(at=now)
            self._shown = now


def _let_go() -> None:
    """The next round begins with a connection of its own."""
    with suppress(Error):
        connection.close()


def _wait(stop: threading.Event, pause: float, interval: float) -> None:
    """Wait for the next round; a code that somebody waits for ends it at once, unless something is broken."""
    if pause > interval:
        stop.wait(pause)
        return
    until = time.monotonic() + pause
    while not stop.wait(min(PEEK, max(0.0, until - time.monotonic()))) and time.monotonic() < until:
        with suppress(Error):
            if outbox.is_waiting(clock.now()):
                return


def _task_worker() -> Worker:
    """The worker of django-tasks, which stops when no task is left (`batch`)."""
    return Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=new_id(),
        excluded_queue_names=[],
    )
