"""`manage.py worker`: everything that happens outside a request, in one process."""

from __future__ import annotations

import logging
import signal
import threading
from datetime import date
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import OperationalError, close_old_connections
from django_tasks import task_backends
from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.management.commands.db_worker import Worker

from middenstip.kernel import clock
from middenstip.kernel.ids import new_id
from middenstip.notices.tasks import bring_round, reconcile

log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Voert taken uit, brengt elke paar seconden de post rond en kijkt elke dag alles na."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--interval", type=float, default=2.0, help="seconden tussen twee rondes")

    def handle(self, *args: Any, interval: float = 2.0, **options: Any) -> None:
        logging.getLogger("django_tasks_db").setLevel(logging.WARNING)  # else two lines every round
        stop = threading.Event()
        tasks = _task_worker()

        def finish(number: int, frame: FrameType | None) -> None:
            """After the mail in hand, stop."""
            stop.set()
            tasks.running = False

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, finish)
        self.stdout.write("De worker draait.")
        reconciled: date | None = None
        while not stop.is_set():
            reconciled = self._round(tasks, reconciled)
            stop.wait(interval)
        self.stdout.write("De worker is gestopt.")

    def _round(self, tasks: Worker, reconciled: date | None) -> date | None:
        """Run the waiting tasks and bring the post round; returns the day that was last reconciled."""
        close_old_connections()
        try:
            if isinstance(task_backends["default"], DatabaseBackend):
                tasks.run()
            bring_round()
            if reconciled != clock.today():
                reconcile.func()
        except OperationalError:
            log.exception("the database did not answer; trying again")
            return reconciled
        return clock.today()


def _task_worker() -> Worker:
    """The worker of django-tasks, to be run until there is nothing left to do (`batch`)."""
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
