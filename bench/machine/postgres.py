"""A PostgreSQL for one run: a cluster of our own that may be killed, or a database in somebody else's."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg

from bench.machine import processes

START = 120  # seconds that it gets to recover
OWNER = "postgres"  # PostgreSQL refuses to run as root


class NotThere(Exception):
    """There is no PostgreSQL here."""


class Cluster:
    """A PostgreSQL on 127.0.0.1 with a folder of its own: it can be killed, stopped and started."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder, self.programs = folder, programs
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self.url = f"postgres://mst@127.0.0.1:{self.port}/postgres"
        self._process: subprocess.Popen[bytes] | None = None

    def create(self) -> None:
        told = ["-D", f"{self.folder}/data", "-U", "mst", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]
        ran = subprocess.run(  # noqa: S603
            [f"{self.programs}/initdb", *told], capture_output=True, text=True, user=_owner(), check=False
        )
        if ran.returncode:
            raise NotThere(ran.stderr.strip().splitlines()[-1])

    def start(self) -> None:
        """Start, and wait until it takes a connection."""
        asked = ["-D", f"{self.folder}/data", "-p", f"{self.port}", "-k", f"{self.folder}"]
        asked += ["-c", "listen_addresses=127.0.0.1"]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603
                [f"{self.programs}/postgres", *asked], stdout=log, stderr=log, user=_owner(),
                start_new_session=True, env={},
            )  # fmt: skip
        end = time.monotonic() + START
        while time.monotonic() < end:
            try:
                psycopg.connect(f"{self.url}?connect_timeout=2").close()
                return
            except psycopg.Error:
                time.sleep(0.1)
        raise SystemExit(f"PostgreSQL antwoordt na {START} s nog niet.")

    def kill(self) -> None:
        """SIGKILL to the head and all its processes at once: as when the machine stops."""
        if self._process:
            all_of_it = processes.below(self._process.pid)
            processes.kill(self._process.pid, *all_of_it)
            self._process.wait()
            self._process = None

    def stop(self) -> None:
        """Stop at once, closing every connection (`pg_ctl -m fast`)."""
        if self._process:
            self._process.send_signal(2)
            self._process.wait(timeout=START)
            self._process = None

    def tell(self, statement: str) -> None:
        with psycopg.connect(self.url, autocommit=True) as server:
            server.execute("SET default_transaction_read_only = off")
            server.execute(statement)


def _owner() -> str | None:
    return OWNER if os.geteuid() == 0 else None


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A new cluster that runs, gone afterwards. Raises `NotThere`."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda one: int(one.parts[4]))
    program = found[-1] if found else shutil.which("initdb")
    if not program:
        raise NotThere("initdb staat er niet; in Debian: apt install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="middenstip-pg-"))
    ours = Cluster(folder, Path(program).parent)
    try:
        if owner := _owner():
            shutil.chown(folder, owner)
        ours.create()
        ours.start()
        yield ours
    except LookupError as error:
        raise NotThere(f"het account {OWNER} bestaat niet") from error
    finally:
        ours.kill()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def scratch_database(prefix: str) -> Iterator[str]:
    """The URL of a new empty database on the server of DATABASE_URL or of this machine. Raises `NotThere`."""
    where = os.environ.get("DATABASE_URL", "")
    name = f"{prefix}_{os.getpid()}"
    try:
        server = psycopg.connect(where or "dbname=postgres connect_timeout=3", autocommit=True)
        server.execute(f'CREATE DATABASE "{name}"')
    except psycopg.Error as error:
        raise NotThere(str(error).strip().splitlines()[0]) from error
    try:
        yield _url(server, name)
    finally:
        server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        server.close()


def _url(server: psycopg.Connection, name: str) -> str:
    """The same server with another database; a socket folder is in the path, as django-environ expects."""
    of = server.info
    password = f":{quote(of.password, safe='')}" if of.password else ""
    host, folder = ("", f"/{of.host}") if of.host.startswith("/") else (of.host, "")
    return f"postgres://{quote(of.user)}{password}@{host}:{of.port}{folder}/{name}"
