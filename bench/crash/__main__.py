"""`python -m bench.crash`: the same run on SQLite, and on PostgreSQL where there is one.

A real server (granian), its own scratch folder and database, on 127.0.0.1 only. Six clients tell 500
ideas through the form; meanwhile the whole server is killed with SIGKILL five times and started again.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.crash import postgres

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 150  # seconds an engine may take before we call it stuck


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("gestopt"))  # so that the database is dropped
    failed = _run("SQLite", "")
    try:
        with postgres.scratch_database() as url:
            failed += _run("PostgreSQL", url)
    except postgres.NotThere as why:
        print(f"PostgreSQL: NIET gedaan ({why}).")
        failed += "DATABASE_URL" in os.environ
    return failed


def _run(engine: str, url: str) -> int:
    """One engine in a process and folder of its own; returns 0 when all is well."""
    with tempfile.TemporaryDirectory(prefix="middenstip-crash-") as folder:
        told = {"MIDDENSTIP_MODE": "demo", "MIDDENSTIP_VAR": folder, "DATABASE_URL": url}
        told |= {
            "DJANGO_SETTINGS_MODULE": "middenstip.config.settings",
            "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
        }
        command = [sys.executable, "-m", "bench.crash.run", engine]
        run = subprocess.Popen(command, env=os.environ | told)  # noqa: S603
        try:
            return run.wait(timeout=LONGEST)
        except subprocess.TimeoutExpired:
            run.terminate()
            run.wait()
            print(f"{engine}: MISLUKT, na {LONGEST} s nog niet klaar.")
            return 1


if __name__ == "__main__":
    raise SystemExit(min(main(), 1))
