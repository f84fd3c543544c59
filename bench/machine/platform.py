"""The platform as `make start` runs it: the launcher, a server of two processes, and the worker."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from bench.machine import processes

ROOT = Path(__file__).resolve().parents[2]
START = 300  # seconds to wait until it answers
PROCESSES = 2


class Platform:
    """Can be started, stopped, and killed as a whole or one process at a time."""

    def __init__(self, log: Path, **env: str) -> None:
        self.log, self.env = log, env  # the log is printed only when a run fails
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, and wait until it answers and the worker runs."""
        command = [sys.executable, "-W", "ignore", "-m", "middenstip.config.launch"]
        command += ["--port", f"{self.port}", "--workers", f"{PROCESSES}"]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603
                command, start_new_session=True, stdout=log, stderr=log, env=os.environ | self.env
            )
        self._wait(lambda: alive(self.port) is not None and bool(self.worker))

    def _wait(self, right: Callable[[], bool]) -> None:
        end = time.monotonic() + START
        while not right():
            if self._process and self._process.poll() is not None:
                raise SystemExit(f"Het platform stopte bij het starten:\n{self.log.read_text()[-2000:]}")
            if time.monotonic() > end:
                raise SystemExit(f"Het platform antwoordt na {START} s nog niet.")
            time.sleep(0.05)

    def _ours(self, name: str) -> list[int]:
        children = processes.children_of(self._process.pid) if self._process else []
        return [pid for pid in children if name in processes.command_of(pid)]

    @property
    def worker(self) -> list[int]:
        return self._ours("manage.py worker")

    @property
    def server(self) -> list[int]:
        """The head of the server, which starts the processes that answer."""
        return self._ours("granian")

    @property
    def answering(self) -> list[int]:
        """The processes of the server that answer."""
        return [pid for head in self.server for pid in processes.children_of(head)][-PROCESSES:]

    def kill(self, what: str) -> None:
        """`what`: *web* (one process that answers), *server* (their head), *worker* or *all*."""
        if what == "all":
            self.end()
            self.start()
            return
        old = {"web": self.answering[:1], "server": self.server, "worker": self.worker}[what]
        processes.kill(*old)

    def end(self) -> None:
        """SIGKILL to everything at once; the launcher first, so that it starts nothing again."""
        if self._process is None:
            return
        processes.kill(self._process.pid)
        for _ in range(2):  # once more for what was being started meanwhile
            processes.kill(*processes.started_with(f"MIDDENSTIP_VAR={os.environ['MIDDENSTIP_VAR']}"))
        self._process.wait()
        self._process = None

    def stop(self) -> int:
        """Ask it to stop, as a service does; returns its exit code."""
        if self._process is None:
            return 0
        self._process.terminate()
        try:
            return self._process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            return -1
        finally:
            self.end()


def alive(port: int, path: str = "/gezond", timeout: float = 10) -> float | None:
    """Seconds until the platform says that it is alive; None when it does not."""
    began = time.monotonic()
    asking = HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        asking.request("GET", path)
        answer = asking.getresponse()
        answer.read()
        return time.monotonic() - began if answer.status == 200 else None
    except (OSError, HTTPException):
        return None
    finally:
        asking.close()
