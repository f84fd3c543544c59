"""The real server, to be started and killed as a whole."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

START = 30  # seconds a start may take


class Server:
    """granian with two workers, in a process group of its own."""

    def __init__(self, log: Path) -> None:
        self.log = log  # what the server says: only of use when a run fails
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start and wait until it listens."""
        command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"]
        command += ["--port", str(self.port), "--workers", "2", "--blocking-threads", "4"]
        command += ["--log-level", "error", "middenstip.config.wsgi:application"]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(command, start_new_session=True, stdout=log, stderr=log)  # noqa: S603
        end = time.monotonic() + START
        while time.monotonic() < end:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        raise SystemExit(f"De server luistert na {START} s nog niet.")

    def kill(self) -> None:
        """SIGKILL to the master and all its workers at once: nothing gets to clean up."""
        if self._process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process = None
