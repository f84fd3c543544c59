"""What can break around the platform: each makes the trouble, waits, and takes it away again."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from bench.machine import nginx, processes
from bench.machine.client import Client, Patience
from bench.machine.mail import HANG, OK
from bench.machine.platform import alive
from bench.machine.postgres import Cluster
from bench.machine.stage import Stage
from bench.storm import journeys

SOCKETS = 64


class NotHere(Exception):
    """What this needs is not on this machine; says what."""


@dataclass
class Storm:
    """The stage, how long trouble lasts, and what was found. `redis`: starts and kills it."""

    at: Stage
    idea: str
    pause: float
    redis: Redis | None = None
    disk: Path | None = None
    codes: int = 0  # asked for after a scenario
    kills: int = 0  # how often the worker was killed
    wrong: list[str] = field(default_factory=list)

    def wait(self) -> None:
        time.sleep(self.pause)

    def ask_codes(self, *people: str) -> None:
        """Each of these, who is new, asks for a code."""
        for name in people:
            client = Client(self.at.platform.port, Patience(60))
            with suppress(OSError):
                page = client.send("GET", "/inloggen/nieuw/")
                hidden = dict(journeys.HIDDEN.findall(page[2]))
                told = {"name": name, "email": f"{name}@plein.example"} | hidden
                status, _, _ = client.send("POST", "/inloggen/nieuw/", told)
                if status != 302:
                    self.wrong.append(f"code voor {name}: {status}")

    def await_mail(self, *people: str, within: float = 60) -> None:
        """The mail server takes a mail for each of these."""
        end = time.monotonic() + within
        missing = set(people)
        while missing and time.monotonic() < end:
            missing = {name for name in missing if not self.at.mail.taken_for(f"{name}@plein.example")}
            time.sleep(0.2)
        if missing:
            self.wrong.append(f"geen code voor {', '.join(sorted(missing))} binnen {within:.0f} s")


class Redis:
    """A Redis of our own that keeps nothing on disk."""

    def __init__(self, program: str, folder: Path) -> None:
        self.program, self.folder = program, folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        told = ["--port", f"{self.port}", "--bind", "127.0.0.1", "--save", "", "--dir", str(self.folder)]
        out = subprocess.DEVNULL
        self._process = subprocess.Popen([self.program, *told], stdout=out, stderr=out)  # noqa: S603

    def kill(self) -> None:
        if self._process:
            processes.kill(self._process.pid)
            self._process.wait()
            self._process = None


def slow_visitors(storm: Storm) -> None:
    """64 sockets that send a body a byte at a time, and 64 that never finish their headers."""
    if not (program := nginx.program()):
        raise NotHere("nginx")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    folder = storm.at.folder
    with ExitStack() as all_of_it:
        whole = nginx.configuration(folder, port, storm.at.platform.port)
        log = all_of_it.enter_context((folder / "nginx.log").open("wb"))
        server = subprocess.Popen(  # noqa: S603
            [program, "-c", str(whole), "-e", str(folder / "error.log")], stdout=log, stderr=log
        )
        all_of_it.callback(server.wait)
        all_of_it.callback(server.terminate)
        end = time.monotonic() + 10
        while alive(port) is None and time.monotonic() < end:
            time.sleep(0.1)
        head = f"POST /inloggen/ HTTP/1.1\r\nHost: {nginx.HOST}\r\n"
        body = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\n"
        slow = [
            all_of_it.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(2 * SOCKETS)
        ]
        for number, one in enumerate(slow):
            one.sendall((head + (body if number < SOCKETS else "X-Slow: ")).encode())
        end = time.monotonic() + storm.pause
        while time.monotonic() < end:
            for one in slow:
                with suppress(OSError):
                    one.sendall(b"a")
            time.sleep(0.5)


def mail_hangs(storm: Storm) -> None:
    storm.at.mail.misbehave(lambda command, text: HANG)
    storm.ask_codes("hanna", "hugo")
    storm.wait()
    storm.at.mail.behave()
    storm.await_mail("hanna", "hugo")


def mail_greylists(storm: Storm) -> None:
    """The first time of each address is refused for now (4xx)."""
    tried = set()

    def answer(command: str, text: str) -> str:
        if command != "rcpt" or text in tried:
            return OK
        tried.add(text)
        return "450 4.2.0 greylisted"

    storm.at.mail.misbehave(answer)
    storm.ask_codes("greet", "guus")
    storm.await_mail("greet", "guus")
    storm.at.mail.behave()


def mail_refuses(storm: Storm) -> None:
    """Everything is refused for good (5xx), and then no longer."""
    storm.at.mail.misbehave(lambda command, text: "554 5.7.1 no" if command == "rcpt" else OK)
    storm.ask_codes("ria")
    storm.wait()
    storm.at.mail.behave()
    storm.ask_codes("rob")
    storm.await_mail("rob")


def redis_away(storm: Storm) -> None:
    if storm.redis is None:
        raise NotHere("redis-server")
    storm.redis.kill()
    storm.wait()
    storm.redis.start()


def database_restarts(storm: Storm) -> None:
    _cluster(storm).stop()
    _cluster(storm).start()


def database_reads_only(storm: Storm) -> None:
    cluster = _cluster(storm)
    cluster.tell("ALTER SYSTEM SET default_transaction_read_only = on")
    cluster.tell("SELECT pg_reload_conf()")
    storm.wait()
    cluster.tell("ALTER SYSTEM RESET default_transaction_read_only")
    cluster.tell("SELECT pg_reload_conf()")


def database_away(storm: Storm) -> None:
    """Three times as long as other trouble: half a minute."""
    _cluster(storm).stop()
    time.sleep(3 * storm.pause)
    _cluster(storm).start()


def disk_full(storm: Storm) -> None:
    """The disk with the SQLite file, its queue, the cache and the log of the platform."""
    if storm.disk is None:
        raise NotHere("een tmpfs; dat mag alleen root koppelen")
    ballast = storm.disk / "ballast"
    with ballast.open("wb") as file, suppress(OSError):
        while True:
            file.write(b"0" * 65_536)
            file.flush()
    storm.wait()
    ballast.unlink()


def clock_runs_ahead(storm: Storm) -> None:
    _clock(storm, 3600)


def clock_lags(storm: Storm) -> None:
    _clock(storm, -3600)


def worker_dies(storm: Storm) -> None:
    """Twice, in the middle of a batch of mail."""
    for number in range(2):
        client = Client(storm.at.platform.port, Patience(60), storm.at.sessions[3])
        for idea in range(5):
            client.tell(f"Partij {storm.kills} {idea}")
        time.sleep(0.5 + 0.7 * number)
        storm.at.platform.kill("worker")
        storm.kills += 1
        time.sleep(2)


def crowd(storm: Storm) -> None:
    """Fifty people do what people do, in random order, on the same few ideas."""
    found = journeys.crowd(storm.at, storm.idea, seconds=2 * storm.pause)
    storm.wrong += found


def _cluster(storm: Storm) -> Cluster:
    if storm.at.cluster is None:
        raise NotHere("PostgreSQL")
    return storm.at.cluster


def _clock(storm: Storm, seconds: int) -> None:
    file = storm.at.folder / "clock"
    file.write_text(str(seconds))
    storm.wait()
    storm.ask_codes(f"klok{seconds}".replace("-", "min"))
    storm.await_mail(f"klok{seconds}".replace("-", "min"))
    file.unlink()


@contextmanager
def small_disk(folder: Path, size: str = "96m") -> Iterator[Path | None]:
    """A tmpfs of this size; None when we may not mount one."""
    ran = subprocess.run(  # noqa: S603
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)],  # noqa: S607
        capture_output=True, check=False,
    )  # fmt: skip
    try:
        yield folder if ran.returncode == 0 else None
    finally:
        if ran.returncode == 0:
            subprocess.run(["umount", "-l", str(folder)], check=False)  # noqa: S603, S607
