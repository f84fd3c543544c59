"""`python -m bench.storm`: what breaks around a platform, on this machine only, and what visitors notice.

One scenario after the other, on PostgreSQL (and on SQLite what is about its file). During each, people
read and write all the time and `/gezond` is asked five times a second. Prints a table: no answer may be a
500, what cannot be kept says so (503), and within thirty seconds after the trouble everything works again
by itself.
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
    for engine in options.engine or reversed(ENGINES):
        told = [
            f"--engine={engine}",
            *(f"--only={name}" for name in options.only),
            f"--pause={options.pause}",
        ]
        command = [sys.executable, "-W", "ignore", "-m", "bench.storm.run", *told]
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
    parser.add_argument("--only", action="append", default=[], help="alleen dit; anders alles")
    parser.add_argument("--pause", type=float, default=10, help="seconden dat iets kapot is")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
