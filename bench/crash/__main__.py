"""`python -m bench.crash`: kill -9 under load, on SQLite and on a PostgreSQL of our own.

Clients send ideas and follow each other's. Meanwhile one after the other is killed with SIGKILL: a process
that answers, the head of the server, the worker, PostgreSQL with all its processes, and everything at once.
A client sends the same form again until it is answered. Afterwards the database and the mail server are
compared with the answers.
"""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys

from bench.machine.stage import ENGINES


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("gestopt"))  # so that nothing is left behind
    options = asked()
    failed = 0
    for engine in options.engine or ENGINES:
        told = [f"--{name}={getattr(options, name)}" for name in ("rounds", "clients", "writes")]
        command = [sys.executable, "-W", "ignore", "-m", "bench.crash.run", "--engine", engine, *told]
        run = subprocess.Popen(command)  # noqa: S603 - a process per engine: Django reads its settings once
        try:
            failed += run.wait() != 0
        finally:
            run.terminate()
            run.wait()
    return min(failed, 1)


def asked() -> argparse.Namespace:
    """The options, the same for the whole run and for one engine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", action="append", choices=ENGINES, help="alleen deze; anders beide")
    parser.add_argument("--rounds", type=int, default=50, help="hoe vaak er iets gedood wordt, per database")
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--writes", type=int, default=10_000, help="hoeveel handelingen, per database")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
