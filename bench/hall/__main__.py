"""`python -m bench.hall`: two hundred phones answer one pitch within a minute, on SQLite and PostgreSQL.

Then two hundred phones without an account open the questions of a gathering, ask one, and say *ook mijn
vraag* to another, within a minute too. The platform runs as `make start` runs it, with two processes. Prints
for each request the median, p95 and the slowest; fails when an answer is missing, counted twice, or when p95
is above the limit.
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
        told = [f"--{name}={getattr(options, name)}" for name in ("phones", "seconds")]
        command = [sys.executable, "-W", "ignore", "-m", "bench.hall.run", "--engine", engine, *told]
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
    parser.add_argument("--phones", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60, help="waarin iedereen antwoordt")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
